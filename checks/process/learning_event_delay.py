"""Delay to the learning event and its effect."""

from cpraudit import (
    NOT_HISTORICAL,
    Confidence,
    Domain,
    Excuse,
    Result,
    Review,
    Tier,
    cannot_tell,
    check,
    excused,
    met,
    partial,
)

MONTHS = 12
"""Months from the event within which no remark is asked for."""


@check(
    id="learning-event-delay",
    title="Delay to the learning event and its effect",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3 (median found: 18.6 months); App 7.2-7",
    asks=(
        "A learning event within twelve months of the significant event, or what the wait did to recall and attendance."
    ),
    why=(
        "The national review found a median of 18.6 months: memories fade, staff move, and accounts become the "
        "record's."
    ),
    remedy=(
        "If the learning event came later than twelve months, say how far people could still remember and who had left."
    ),
    met=(
        "At most 12 months from event to learning event; or longer, with its effect on recall or attendance "
        "remarked on."
    ),
    partial="Longer, without a remark.",
    cannot_tell="Either date is absent.",
    excuse=Excuse.YES,
    types=NOT_HISTORICAL,
)
def learning_event_delay(review: Review) -> Result:
    """Delay to the learning event and its effect."""
    interval = review.intervals.incident_to_learning_event
    if interval is None:
        return cannot_tell("The date of the event or of the learning event is not found in the report.")
    dates = [span for event in review.dates.learning_events for span in event.spans]
    lag = review.dates.learning_lag
    dates += lag.spans if lag and not dates else ()
    length = f"{interval.months:.0f} months"
    if interval.longest <= MONTHS or interval.months <= MONTHS:
        sure = Confidence.HIGH if interval.longest <= MONTHS else Confidence.LOW
        return met(f"The learning event was held about {length} after the event.", dates, confidence=sure)
    remarks = review.learning_event.remarks
    if remarks:
        message = f"The learning event was held about {length} after the event; what that did is remarked on."
        return met(message, dates, remarks)
    if review.dates.delay_reasons:
        reasons = [span for span in review.dates.delay_reasons if span in review.learning_event.mentions]
        if reasons:
            return excused(f"The learning event was held about {length} after the event; the report says why.", reasons)
    message = (
        f"The learning event was held about {length} after the event; its effect on recall or attendance is not told."
    )
    sure = Confidence.HIGH if interval.shortest > MONTHS else Confidence.LOW
    return partial(message, dates, confidence=sure)
