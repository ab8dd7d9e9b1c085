"""Immediate, needs planning, or dated."""

from cpraudit import Domain, Excuse, Result, Review, Tier, check


@check(
    id="recommendation-timing",
    title="Immediate, needs planning, or dated",
    domain=Domain.RECOMMENDATIONS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 4; App 6",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met="Every recommendation has a timescale or date.",
    partial="Some have.",
    missing="None has.",
    excuse=Excuse.YES,
)
def recommendation_timing(review: Review) -> Result:
    """Immediate, needs planning, or dated."""
    raise NotImplementedError
