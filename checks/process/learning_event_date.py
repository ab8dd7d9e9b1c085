"""Date of the learning event."""

from cpraudit import NOT_HISTORICAL, Domain, Excuse, Result, Review, Tier, check, excused, met, missing, partial


@check(
    id="learning-event-date",
    title="Date of the learning event",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 2.5; Table 10",
    asks="The date, at least by month and year, of each learning event.",
    why=(
        "What practitioners can still recall fades; the time between the event and the learning event shows how fresh "
        "the learning was."
    ),
    remedy="Give the date of each learning event (day, or month and year) where the review process is described.",
    met="Date of each event (at least month and year).",
    partial="Held, but undated.",
    missing="Not mentioned outside the terms of reference.",
    excuse=Excuse.LIMITED,
    excuse_ground="no event was held, and the report says why",
    types=NOT_HISTORICAL,
)
def learning_event_date(review: Review) -> Result:
    """Date of the learning event."""
    dates = review.dates
    if dates.learning_events:
        days = " and ".join(event.value.words for event in dates.learning_events)
        name = "Learning event" if len(dates.learning_events) == 1 else "Learning events"
        return met(f"{name}: {days}.", *(event.spans for event in dates.learning_events))
    if dates.no_learning_event:
        return excused("No learning event was held, and the report says why.", dates.no_learning_event)
    step = dates.learning_event
    if step.vague:
        return partial("The learning event is dated only loosely; the month is not found.", step.vague)
    if step.mentions:
        return partial("A learning event is mentioned, but not when it was held.", step.mentions[:3])
    interim = dates.interim_event
    if interim.mentions:
        return partial("Only an early debrief or interim session is found, no learning event.", interim.mentions)
    return missing("A learning event is not found in the report, outside its terms of reference.")
