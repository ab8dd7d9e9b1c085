"""Siblings, wider family and peers considered as contributors."""

from cpraudit import Domain, Excuse, Result, Review, Tier, check


@check(
    id="siblings-and-peers",
    title="Siblings, wider family and peers considered as contributors",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 2.2; App 7.2-5",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met="Considered, with the outcome.",
    partial="Mentioned as contributors without outcome.",
    missing="Not considered.",
    excuse=Excuse.YES,
)
def siblings_and_peers(review: Review) -> Result:
    """Siblings, wider family and peers considered as contributors."""
    raise NotImplementedError
