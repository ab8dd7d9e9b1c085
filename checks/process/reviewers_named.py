"""Reviewers: name and agency or role."""

from cpraudit import Domain, Excuse, Result, Review, Tier, check, met, missing, partial


@check(
    id="reviewers-named",
    title="Reviewers: name and agency or role",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 2; App 6 scope",
    asks="Each reviewer is named, with an agency or role.",
    why="Independence can only be seen when it is known who the reviewers are and where they come from.",
    remedy="Name each reviewer with their agency or role (independent, external) in the scope of the panel.",
    met="Name and agency or role of each reviewer (independent and, where used, external).",
    partial="Names without roles, or roles without names.",
    missing="Neither.",
    excuse=Excuse.YES,
)
def reviewers_named(review: Review) -> Result:
    """Reviewers: name and agency or role."""
    reviewers = review.people.reviewers
    if not reviewers:
        return missing("No reviewer was found, by name or by role.")
    spans = [span for fact in reviewers for span in fact.spans[:1]]
    named = [fact for fact in reviewers if fact.value.name]
    if not named and not any(fact.value.role for fact in reviewers):
        return missing("A reviewer is mentioned, and neither named nor told by role.")
    if not named:
        return partial("A reviewer is mentioned by role and not named.", spans)
    told = [place for place in review.reviewer_roles if place]
    if len(told) == len(reviewers):
        return met(f"{len(named)} named, each with an agency or role.", spans, [place[0] for place in told])
    return partial(f"{len(named)} named; an agency or role is given for {len(told)}.", spans)
