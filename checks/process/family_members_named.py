"""Which family members were approached, by relationship."""

from cpraudit import Domain, Result, Review, Tier, check


@check(
    id="family-members-named",
    title="Which family members were approached, by relationship",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 2.2; App 7.2-5",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met="Relationships are named (mother, maternal grandmother, half-sibling, ...).",
    partial="'Parents', 'the family', 'family members' only.",
    missing="Not stated outside the terms of reference.",
)
def family_members_named(review: Review) -> Result:
    """Which family members were approached, by relationship."""
    raise NotImplementedError
