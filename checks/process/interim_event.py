"""Briefing or interim reflection event."""

from cpraudit import (
    NOT_HISTORICAL,
    Confidence,
    Domain,
    Excuse,
    Result,
    Review,
    Tier,
    check,
    excused,
    met,
    missing,
    partial,
)


@check(
    id="interim-event",
    title="Briefing or interim reflection event",
    domain=Domain.PROCESS,
    tier=Tier.ADVISORY,
    source="RRR Section 3, 2.5; App 7.2-7 and 7.3",
    asks="A briefing or interim reflection held before the learning event, with its date.",
    why=(
        "Learning should not wait for the report: people who met soon after the event remember more and can act sooner."
    ),
    remedy="If a briefing, debrief or reflection was held early, say when, for whom and what came of it.",
    met="Held, with a date.",
    partial="Mentioned, undated.",
    missing="Silent.",
    excuse=Excuse.YES,
    types=NOT_HISTORICAL,
)
def interim_event(review: Review) -> Result:
    """Briefing or interim reflection event."""
    process = review.process
    if process.dated_interim:
        return met("A briefing or interim reflection is told with its date.", process.dated_interim[:3])
    if process.interim:
        message = "A briefing or interim reflection is told; when it was held is not."
        return partial(message, process.interim[:3], confidence=Confidence.MEDIUM)
    reasons = review.omissions.about("learning event")
    if reasons:
        return excused("No interim event is told; the report says why.", reasons)
    return missing("Not found in the report: a briefing or interim reflection before the learning event.")
