"""Number of reviewers fits the type."""

from cpraudit import NOT_HISTORICAL, Confidence, Domain, Result, Review, ReviewType, Tier, check, met, missing, partial
from cpraudit.facts.people.signatures import Signer


@check(
    id="reviewer-count",
    title="Number of reviewers fits the type",
    domain=Domain.PROCESS,
    tier=Tier.STATUTORY,
    source="RRR Results; public description of the guidance",
    asks="Two reviewers for an extended review, at least one for a concise one.",
    why="The guidance asks two people to look at a case in which the state already had duties to the child.",
    remedy="Appoint and name a second reviewer, or say why one carried the review on alone.",
    met="Two reviewers for extended, at least one for concise.",
    partial="Two appointed, one signed, with the reason.",
    missing="One for extended, no reason; or none.",
    types=NOT_HISTORICAL,
)
def reviewer_count(review: Review) -> Result:
    """Number of reviewers fits the type."""
    reviewers = review.people.reviewers
    spans = [span for fact in reviewers for span in fact.spans[:1]]
    extended = review.identity.type is not None and review.identity.type.value is ReviewType.EXTENDED
    reason = review.signoff.absence_reason
    if not reviewers:
        return missing("No reviewer was found.")
    if not extended:
        return met(
            f"{len(reviewers)} reviewer for a concise review."
            if len(reviewers) == 1
            else f"{len(reviewers)} reviewers for a concise review.",
            spans,
        )
    signed = [place for place in review.signoff.by(Signer.REVIEWER) if place.name]
    if len(reviewers) >= 2 and (len(signed) >= 2 or not reason):
        return met(f"{len(reviewers)} reviewers for an extended review.", spans)
    if reason:
        return partial("One of the two reviewers did not complete the review, and the report says why.", reason, spans)
    return missing(
        "An extended review needs two reviewers; one was found, and no reason.", spans, confidence=Confidence.MEDIUM
    )
