"""Key dates in one place."""

from cpraudit import NOT_HISTORICAL, Domain, Excuse, Result, Review, Tier, check


@check(
    id="key-dates-summary",
    title="Key dates in one place",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR App 6, review process",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met="One list, table or passage gives referral, event, learning event and completion.",
    partial="All four are dated, but scattered; or one of the four is dated nowhere.",
    missing="Two or more of the four are dated nowhere.",
    excuse=Excuse.YES,
    types=NOT_HISTORICAL,
)
def key_dates_summary(review: Review) -> Result:
    """Key dates in one place."""
    raise NotImplementedError
