"""Each recommendation names a responsible agency."""

from cpraudit import Domain, Result, Review, Tier, check


@check(
    id="recommendation-owner",
    title="Each recommendation names a responsible agency",
    domain=Domain.RECOMMENDATIONS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 4; App 6 table",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met="Every one names an agency or body.",
    partial="Some do, or 'all agencies', 'partners'.",
    missing="None does.",
)
def recommendation_owner(review: Review) -> Result:
    """Each recommendation names a responsible agency."""
    raise NotImplementedError
