"""Agencies expected for the child's age and circumstances are covered."""

from cpraudit import Domain, Excuse, Result, Review, Tier, check


@check(
    id="expected-agencies",
    title="Agencies expected for the child's age and circumstances are covered",
    domain=Domain.ANALYSIS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 3.2",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met=(
        "Every agency that the child's age and status lead one to expect (school for a school-age child, "
        "health visitor and midwife for a baby, placement provider for a looked-after child, ...) has an "
        "account in the narrative, or a reason."
    ),
    partial="On a list or panel only.",
    missing="Neither listed nor told.",
    excuse=Excuse.YES,
)
def expected_agencies(review: Review) -> Result:
    """Agencies expected for the child's age and circumstances are covered."""
    raise NotImplementedError
