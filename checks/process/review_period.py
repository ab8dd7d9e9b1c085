"""Start and end of the review period."""

from cpraudit import Domain, Result, Review, Tier, check


@check(
    id="review-period",
    title="Start and end of the review period",
    domain=Domain.PROCESS,
    tier=Tier.TEMPLATE,
    source="RRR App 6, time period reviewed; Table 7",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met="Both ends as dates (at least month and year).",
    partial="One end, or a length only ('the twelve months before').",
    missing="Not stated.",
)
def review_period(review: Review) -> Result:
    """Start and end of the review period."""
    raise NotImplementedError
