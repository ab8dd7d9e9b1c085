"""Gender of each index child."""

from cpraudit import Domain, Excuse, Result, Review, Tier, check


@check(
    id="child-gender",
    title="Gender of each index child",
    domain=Domain.CONTEXT,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 1.1; Section 1 (11 of 33 gave none)",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met="Stated, or given by a gendered noun (boy, girl, son, daughter, male, female).",
    partial="Only recoverable from pronouns.",
    missing="Not recoverable.",
    excuse=Excuse.LIMITED,
    excuse_ground="anonymity, said in the report",
)
def child_gender(review: Review) -> Result:
    """Gender of each index child."""
    raise NotImplementedError
