"""What qualifies each reviewer."""

from cpraudit import Domain, Excuse, Result, Review, Tier, check, met, missing, partial


@check(
    id="reviewer-qualification",
    title="What qualifies each reviewer",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR App 6, quality assurance statement",
    asks="A specific qualification, post or experience of each reviewer is given.",
    why="The standard sentence says that a reviewer is qualified; a sentence of their own shows it.",
    remedy="Add one sentence for each reviewer: profession, post, years, earlier reviews.",
    met="A specific qualification, post or experience for each.",
    partial="For one of two; or only the statement's standard limb.",
    missing="Absent.",
    excuse=Excuse.YES,
)
def reviewer_qualification(review: Review) -> Result:
    """What qualifies each reviewer."""
    told = review.reviewer_qualifications
    specific = [places for places in told if places]
    if told and len(specific) == len(told):
        return met("What qualifies each reviewer is told.", [places[0] for places in specific])
    if specific:
        return partial(
            f"What qualifies the reviewer is told for {len(specific)} of {len(told)}.",
            [places[0] for places in specific],
        )
    if review.independence.present and "qualified" not in review.independence.lacking:
        return partial(
            "Only the standard sentence of the statement speaks of qualifications.", review.independence.present[:3]
        )
    if review.reviewers_in_general:
        message = "The reviewers are said to be experienced or qualified; in what post or by what is not told."
        return partial(message, review.reviewers_in_general[:2])
    return missing("Nothing was found on what qualifies the reviewers.")
