"""Date of the learning event."""

from cpraudit import NOT_HISTORICAL, Domain, Excuse, Result, Review, Tier, check


@check(
    id="learning-event-date",
    title="Date of the learning event",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 2.5; Table 10",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met="Date of each event (at least month and year).",
    partial="Held, but undated.",
    missing="Not mentioned outside the terms of reference.",
    excuse=Excuse.LIMITED,
    excuse_ground="no event was held, and the report says why",
    types=NOT_HISTORICAL,
)
def learning_event_date(review: Review) -> Result:
    """Date of the learning event."""
    raise NotImplementedError
