"""Chair of the panel: name and agency."""

from cpraudit import Domain, Excuse, Result, Review, Tier, check, met, missing, partial, said


@check(
    id="chair-named",
    title="Chair of the panel: name and agency",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 2; App 6 scope",
    asks="The chair of the panel is named with their agency.",
    why="Readers should see who led the panel and that the chair stood apart from the case.",
    remedy="Name the chair and the agency that employs them in the scope of the panel.",
    met="Both.",
    partial="One.",
    missing="Neither.",
    excuse=Excuse.YES,
)
def chair_named(review: Review) -> Result:
    """Chair of the panel: name and agency."""
    chair = review.people.chair
    if chair is None:
        return missing("No chair of the panel is named.")
    if chair.value.name and chair.value.agency:
        return met(f"The chair is named, with an agency ({said(chair.value.agency)}).", chair.spans)
    if chair.value.name is None:
        return partial("The chair is told by post or agency and not named.", chair.spans)
    return partial("The chair is named without an agency.", chair.spans)
