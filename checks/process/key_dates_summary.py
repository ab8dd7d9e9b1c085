"""Key dates in one place."""

from cpraudit import NOT_HISTORICAL, Domain, Excuse, Result, Review, Span, Tier, check, excused, met, missing, partial

_NAMES = {
    "incident": "the event",
    "referral": "the referral",
    "learning_event": "the learning event",
    "completion": "the completion of the review",
}


def _known(review: Review) -> dict[str, tuple[Span, ...]]:
    """The key dates that are known at least by the month, with where they stand."""
    dates = review.dates
    end = dates.signoff or dates.completion.date
    event = dates.incident.date if dates.incident.date and dates.incident.date.value.at_least_month else None
    learning = dates.learning_events[0] if dates.learning_events else None
    found = {"incident": event, "referral": dates.referral.date, "learning_event": learning, "completion": end}
    return {key: date.spans for key, date in found.items() if date}


def _listed(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"


@check(
    id="key-dates-summary",
    title="Key dates in one place",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR App 6, review process",
    asks="Event, referral, learning event and completion together: in one list, table or passage.",
    why=(
        "A reader, and anyone who compares reviews, needs these four dates to see how the review went; hunting for "
        "them through a report is where mistakes are made."
    ),
    remedy=(
        "Add a short table of key dates to the review process: "
        "event, referral to the Sub-Group, learning event(s), completion."
    ),
    met="One list, table or passage gives referral, event, learning event and completion.",
    partial="All four are dated, but scattered; or one of the four is dated nowhere.",
    missing="Two or more of the four are dated nowhere.",
    excuse=Excuse.YES,
    types=NOT_HISTORICAL,
)
def key_dates_summary(review: Review) -> Result:
    """Key dates in one place."""
    dates = review.dates
    if dates.summary_covers >= set(_NAMES):
        return met("Event, referral, learning event and completion stand together in one place.", dates.summary)
    known = _known(review)
    lacking = [name for key, name in _NAMES.items() if key not in known]
    spans = [span for found in known.values() for span in found[:1]]
    if len(lacking) >= 2:
        if dates.withheld:
            return excused("Dates are left out, and the report says why.", dates.withheld)
        return missing(f"No date is found for {_listed(lacking)}.", spans)
    if lacking:
        return partial(f"No date is found for {lacking[0]}; the other three are dated.", dates.summary, spans)
    return partial("All four key dates are in the report, but not together in one place.", spans)
