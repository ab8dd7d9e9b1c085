"""Date of the significant event, stated early."""

from cpraudit import Confidence, Domain, Excuse, Result, Review, Tier, check, excused, met, missing, partial


@check(
    id="incident-date",
    title="Date of the significant event, stated early",
    domain=Domain.CONTEXT,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 1.3 and 2.5",
    asks="When the significant event happened (at least month and year), in the opening sections or among key dates.",
    why=(
        "Every length that the guidance sets runs from the event: without its date nobody can tell what period was "
        "reviewed, how long learning took, or which procedures were in force."
    ),
    remedy=(
        "State the month and year of the event where its circumstances are first told, or in a list of key dates. "
        "A month and year is enough; say so if the day is left out to protect the child's identity."
    ),
    met=(
        "A date (at least month and year) that is labelled or told as the event's, in the opening sections "
        "(before the learning, or in a key-dates list)."
    ),
    partial="Only inferable from the end of the review period, given late in the body only, or a year alone.",
    missing="Absent.",
    excuse=Excuse.LIMITED,
    excuse_ground="anonymity, said in the report (a month and year is already enough)",
)
def incident_date(review: Review) -> Result:
    """Date of the significant event, stated early."""
    dates = review.dates
    event = dates.incident.date
    if event and event.value.at_least_month:
        when = event.value.words
        if dates.incident_early:
            return met(f"The event is dated {when}.", event.spans, confidence=event.confidence)
        return partial(
            f"The event is dated {when}, but only later in the body, not where the circumstances are first told.",
            event.spans,
            confidence=Confidence.MEDIUM,
        )
    loose = event.spans if event else dates.incident.vague
    if loose:
        return partial("The event is dated by the year or season alone; the month is not found.", loose)
    if dates.incident_inferred and review.period.end:
        return partial(
            "No date is told as the event's; it can only be inferred from the end of the review period, "
            f"{review.period.end.value.words}.",
            review.period.end.spans,
            confidence=Confidence.MEDIUM,
        )
    if dates.withheld_for_identity:
        return excused("The date is left out, and the report says why.", dates.withheld_for_identity)
    return missing(
        "The date of the significant event is not found in the report: neither in the circumstances nor in a list of "
        "key dates.",
        confidence=Confidence.MEDIUM if dates.incident.mentions else Confidence.HIGH,
    )
