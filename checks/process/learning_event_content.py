"""What the learning event found."""

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
    id="learning-event-content",
    title="What the learning event found",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR App 6 process; App 7.2-7",
    asks="What those at the learning event said, learned or asked to be done, told as theirs.",
    why=(
        "The event is the one place where practitioners speak together; if its content cannot be told from the "
        "reviewers' own, nobody can see that it was used."
    ),
    remedy=(
        "Add a short summary of the event: what those present said, what they learned from each other, and any "
        "action they asked for."
    ),
    met="A summary of discussion, learning or actions attributed to the event (two or more attributable points).",
    partial="One attributable point.",
    missing="Date and list only, or no event.",
    excuse=Excuse.YES,
    types=NOT_HISTORICAL,
)
def learning_event_content(review: Review) -> Result:
    """What the learning event found."""
    event = review.learning_event
    if len(event.points) >= 2:
        return met(f"{len(event.points)} points are told as the learning event's.", event.points[:6])
    reasons = review.omissions.about("learning event")
    if event.points:
        message = "One point is told as the learning event's; the rest of its discussion is not."
        return partial(message, event.points, confidence=Confidence.MEDIUM)
    if reasons:
        return excused("Nothing of a learning event is told; the report says why.", reasons)
    if event.mentions:
        message = "A learning event is told; what it found is not found in the report."
        return missing(message, event.mentions[:2], confidence=Confidence.MEDIUM)
    return missing("Not found in the report: what a learning event found (the terms of reference do not count).")
