"""Who attended the learning event, and who did not."""

from cpraudit import NOT_HISTORICAL, Domain, Excuse, Result, Review, Tier, check, excused, met, missing, partial


@check(
    id="learning-event-attendance",
    title="Who attended the learning event, and who did not",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 2.1; App 6 process",
    asks="Which agencies or roles came to the learning event, and which relevant ones did not, with why.",
    why=(
        "Learning that rests on those who could come should say who could not: a service that was absent has not "
        "been heard."
    ),
    remedy=(
        "List who came by agency and role; add who was invited and did not come, and why, or say that every agency "
        "involved was there."
    ),
    met=(
        "Roles or agencies that attended, and relevant ones that did not (with why), or that all relevant "
        "ones attended."
    ),
    partial="Attendance only.",
    missing="Event without attendees, or no event.",
    excuse=Excuse.YES,
    types=NOT_HISTORICAL,
)
def learning_event_attendance(review: Review) -> Result:
    """Who attended the learning event, and who did not."""
    event = review.learning_event
    if event.attendance and event.absences:
        return met("It is told who came to the learning event, and who did not.", event.attendance, event.absences)
    if event.attendance:
        message = "It is told who came to the learning event; whether anyone relevant was absent is not."
        return partial(message, event.attendance)
    reasons = review.omissions.about("learning event")
    if reasons:
        return excused("No attendance at a learning event is told; the report says why.", reasons)
    if event.mentions:
        return missing("A learning event is told; who came is not found in the report.", event.mentions[:2])
    return missing(
        "Not found in the report: a learning event with those who came (the terms of reference do not count)."
    )
