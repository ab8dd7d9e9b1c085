"""Age of each index child at the event."""

from cpraudit import Domain, Excuse, Result, Review, Tier, check


@check(
    id="child-age",
    title="Age of each index child at the event",
    domain=Domain.CONTEXT,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 1.1; Tables 2 and 3 (7 of 33 gave none)",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met="An age or age band for every index child. A date of birth is not needed and counts against `anonymity`.",
    partial="Only a stage of life ('baby', 'teenager', 'school-age'), or ages for some of several children.",
    missing="No age information.",
    excuse=Excuse.LIMITED,
    excuse_ground="anonymity, said in the report",
)
def child_age(review: Review) -> Result:
    """Age of each index child at the event."""
    raise NotImplementedError
