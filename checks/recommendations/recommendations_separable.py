"""Recommendations stand separately."""

from cpraudit import Domain, Excuse, Result, Review, Tier, check


@check(
    id="recommendations-separable",
    title="Recommendations stand separately",
    domain=Domain.RECOMMENDATIONS,
    tier=Tier.TEMPLATE,
    source="RRR Section 3, 4; App 6 table",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met="Numbered, bulleted or in table rows under a recommendations (or actions) heading.",
    partial="In running prose.",
    missing="None.",
    excuse=Excuse.LIMITED,
    excuse_ground="no recommendations are made, and the report says why",
)
def recommendations_separable(review: Review) -> Result:
    """Recommendations stand separately."""
    raise NotImplementedError
