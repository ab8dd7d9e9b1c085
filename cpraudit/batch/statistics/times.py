"""Dates and lengths of time: Tables 7, 8, 9 and 10, what was complete, and the eras that reviews fall in."""

from __future__ import annotations

from collections.abc import Sequence

from cpraudit.batch.statistics.cases import Case
from cpraudit.batch.statistics.measures import DAYS_A_MONTH, MEASURES, days_between, described, months_between
from cpraudit.batch.statistics.model import COUNT, PERCENT, UNKNOWN, Heading, Row, Table, Value, counted

SLACK = 0.5
"""Months by which a period may miss a whole number and still count as it (about two weeks)."""
ACT = "2016-04-06"
"""The Social Services and Well-being (Wales) Act 2014 in force."""
PROCEDURES = "2019-11"
"""Launch of the Wales Safeguarding Procedures: the month, as the 2023 review has no day."""
COVID = ("2020-03-23", "2022-03-31")
"""Covid-19 restrictions, for this project's count: the 2023 review does not define its dates."""
DATE_NAMES = {
    "incident": "Date of the event",
    "signoff": "Date of sign-off",
    "period_start": "Start of the period reviewed",
    "period_end": "End of the period reviewed",
}
MONTH_NOTE = "A month is 365/12 days. Dates known only to the month are counted month to month."
MERGED = {"western bay": "West Glamorgan", "cwm taf": "Cwm Taf Morgannwg"}
"""Former boards (in lower case) and those that they are now part of."""


def tables(cases: Sequence[Case], *, merged: bool = False) -> list[Table]:
    """The tables on dates. `merged` counts former boards under the boards that they are part of now."""
    return [_ranges(cases), _boards(cases, merged=merged), _periods(cases), _rationale(cases), _intervals(cases),
            _incident_to_signoff(cases), _complete(cases), _eras(cases)]  # fmt: skip


def _ranges(cases: Sequence[Case]) -> Table:
    rows = []
    for key, label in DATE_NAMES.items():
        told = sorted((case.dates[key], case.id) for case in cases if case.dates[key])
        values: tuple[Value, ...] = (len(told), told[0][0], told[-1][0]) if told else (0, None, None)
        rows.append(Row(label, values, tuple(case_id for _, case_id in told)))
    definition = "The earliest and the latest of each date, each on its own."
    return Table(Heading("date-ranges", "Range of dates", "Table 7", definition), len(cases), ("n", "Earliest", "Latest"), tuple(rows))


def _boards(cases: Sequence[Case], *, merged: bool) -> Table:
    def board(case: Case) -> str:
        name = case.board or UNKNOWN
        return MERGED.get(name.casefold(), name) if merged else name

    names = sorted({board(case) for case in cases}, key=lambda name: (name == UNKNOWN, name))
    groups = {name: [case for case in cases if board(case) == name] for name in names} | {"All": list(cases)}
    definition = (
        "Reviews by board"
        + (", former boards under those that they are part of now" if merged else ", as the report names it")
        + ". Days are from the event to sign-off, where both are known to the day."
    )
    columns = ("Concise", "Extended", "Historical", COUNT, "Earliest event", "Latest event", "Mean days", "Mean months", "n dated")
    return Table(Heading("boards", "Reviews by board", "Table 8", definition), len(cases), columns,
        tuple(_board_row(name, members) for name, members in groups.items()), (MONTH_NOTE,),
    )  # fmt: skip


def _board_row(name: str, members: Sequence[Case]) -> Row:
    types = [case.type for case in members]
    events = sorted(case.dates["incident"] for case in members if case.dates["incident"])
    days = [d for case in members if (d := days_between(case.dates["incident"], case.dates["signoff"])) is not None]
    mean = sum(days) / len(days) if days else None
    values: tuple[Value, ...] = (
        types.count("concise"), types.count("extended"), types.count("historical"), len(members),
        events[0] if events else None, events[-1] if events else None,
        None if mean is None else round(mean, 2), None if mean is None else round(mean / DAYS_A_MONTH, 2), len(days),
    )  # fmt: skip
    return Row(name, values, tuple(case.id for case in members))


def period_months(case: Case) -> float | None:
    """Length of the official period under review."""
    return months_between(case.dates["period_start"], case.dates["period_end"])


def _periods(cases: Sequence[Case]) -> Table:
    lengths = {case.id: period_months(case) for case in cases}
    known = [case for case in cases if lengths[case.id] is not None]
    bands = (("Less than 12 months", 12 - SLACK), ("12 months", 12 + SLACK), ("13-24 months", 24 + SLACK), ("More than 2 years", 10_000))
    groups: dict[str, list[Case]] = {label: [] for label, _ in bands}
    for case in known:
        groups[next(label for label, end in bands if (lengths[case.id] or 0) <= end)].append(case)
    rows = counted(groups, len(known))
    unknown = [case.id for case in cases if lengths[case.id] is None]
    definition = (
        "Length of the official period under review, per cent of the reviews that give one. A surplus or a shortfall of up to "
        "two weeks still counts as the whole number of months; exactly 24 months is in '13-24 months'."
    )
    return Table(Heading("review-period", "Length of the period reviewed", "Table 9", definition), len(known), (COUNT, PERCENT),
        (*rows, Row(UNKNOWN, (len(unknown), None), tuple(unknown))), (MONTH_NOTE,),
    )  # fmt: skip


def _rationale(cases: Sequence[Case]) -> Table:
    longer = [case for case in cases if (period_months(case) or 0) > 12 + SLACK]
    groups = {
        "A reason that explains it": [case for case in longer if case.rationale == "met"],
        "Said to be longer, without why": [case for case in longer if case.rationale == "partial"],
        "No reason found": [case for case in longer if case.rationale not in ("met", "partial")],
    }
    definition = "Reviews whose period is longer than 12 months, by the verdict of the check 'timeline-rationale'."
    return Table(Heading("period-rationale", "Reason for a period over 12 months", "", definition), len(longer), (COUNT, PERCENT),
        counted(groups, len(longer)),
    )  # fmt: skip


def learning_event(case: Case) -> str | None:
    """The first learning event."""
    events = case.dates["learning_events"]
    return min(events) if events else None


def _intervals(cases: Sequence[Case]) -> Table:
    lengths = {
        "Referral to sign-off": {c.id: months_between(c.dates["referral"], c.dates["signoff"]) for c in cases},
        "Event to referral": {c.id: months_between(c.dates["incident"], c.dates["referral"]) for c in cases},
        "Event to learning event": {c.id: months_between(c.dates["incident"], learning_event(c)) for c in cases},
    }
    rows = []
    for label, by_case in lengths.items():
        known = {case_id: months for case_id, months in by_case.items() if months is not None}
        rows.append(Row(label, described(list(known.values())), tuple(known)))
    definition = "Months between two dates, over the reviews that give both; the first of several learning events."
    return Table(Heading("intervals", "Intervals", "Table 10", definition), len(cases), MEASURES, tuple(rows), (MONTH_NOTE,))


def _incident_to_signoff(cases: Sequence[Case]) -> Table:
    days = {case.id: days_between(case.dates["incident"], case.dates["signoff"]) for case in cases}
    known = {case_id: value for case_id, value in days.items() if value is not None}
    rows = (
        Row("Days", described(list(known.values())), tuple(known)),
        Row("Months", described([value / DAYS_A_MONTH for value in known.values()]), tuple(known)),
    )
    definition = "Calendar days from the event to sign-off, over the reviews that give both to the day."
    return Table(Heading("event-to-signoff", "Event to sign-off", "", definition), len(known), MEASURES, rows, (MONTH_NOTE,))


def _complete(cases: Sequence[Case]) -> Table:
    dates = {
        "Date of the event": "incident", "Date of referral": "referral", "Start of the period": "period_start",
        "End of the period": "period_end", "Date of sign-off": "signoff", "Date of publication": "publication",
    }  # fmt: skip
    groups = {label: [case for case in cases if case.dates[key]] for label, key in dates.items()}
    groups["Date of a learning event"] = [case for case in cases if case.dates["learning_events"]]
    groups["Event, referral, learning event and sign-off, all four"] = [
        case for case in cases
        if all(case.dates[key] for key in ("incident", "referral", "learning_events", "signoff"))
    ]  # fmt: skip
    groups["Neither sign-off nor publication dated"] = [
        case for case in cases if not case.dates["signoff"] and not case.dates["publication"]
    ]
    groups["Every reviewer signed, with name and date"] = [case for case in cases if case.signers == "met"]
    definition = "Reviews that give each date, with any precision; signatures by the verdict of the check 'reviewer-signoff'."
    return Table(Heading("complete", "Completeness of dates and signatures", "", definition), len(cases), (COUNT, PERCENT),
        counted(groups, len(cases)),
    )  # fmt: skip


def _eras(cases: Sequence[Case]) -> Table:
    told = [case for case in cases if case.dates["incident"]]
    groups = {
        "Event on or after 6 April 2016 (Social Services and Well-being Act)": [c for c in told if c.dates["incident"] >= ACT[: len(c.dates["incident"])]],
        "Event in or after November 2019 (Wales Safeguarding Procedures)": [c for c in told if c.dates["incident"] >= PROCEDURES[: len(c.dates["incident"])]],
        "Event not dated": [c for c in cases if not c.dates["incident"]],
        "Period reviewed overlaps Covid-19 restrictions": [c for c in cases if _overlaps(c.dates["period_start"], c.dates["period_end"])],
        "Event to sign-off overlaps Covid-19 restrictions": [c for c in cases if _overlaps(c.dates["incident"], c.dates["signoff"])],
    }  # fmt: skip
    definition = (
        f"Events, periods and processes against dates that changed practice. Covid-19 restrictions are taken as {COVID[0]} to "
        f"{COVID[1]}, which is this project's choice. A date known to the year or the month counts from its beginning."
    )
    return Table(Heading("eras", "Eras", "", definition), len(cases), (COUNT, PERCENT), counted(groups, len(cases)))


def _overlaps(start: str | None, end: str | None) -> bool:
    return bool(start and end and start <= COVID[1] and end >= COVID[0][: len(end)])
