"""The key dates and the lengths between them, told in words against the limits of the profile."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from cpraudit.document import Span
from cpraudit.facts.dates.calendar import DAYS_PER_MONTH, PartialDate
from cpraudit.facts.dates.intervals import Interval
from cpraudit.facts.dates.keydates import Step
from cpraudit.facts.found import Fact
from cpraudit.reports.places import place
from cpraudit.reports.wording import day_in_words, length_in_words, listed, months

if TYPE_CHECKING:
    from cpraudit.auditing import Audit

NOT_FOUND = "not found in the report"


@dataclass(frozen=True, slots=True)
class Milestone:
    """One key date: known, told without a date, or not found."""

    name: str
    words: str
    """The date, or what is known instead of it."""
    place: str
    """Where it stands; empty where it was not found."""
    day: PartialDate | None
    bounds_period: bool = False
    """It is an end of the period reviewed."""


@dataclass(frozen=True, slots=True)
class Extent:
    """Where a length with a limit lies in time, for a picture."""

    start: date
    end: date
    limit: date
    counted_back: bool = False
    """The limit is counted back from the end, not forward from the start."""


@dataclass(frozen=True, slots=True)
class Length:
    """One length of time between two key dates."""

    name: str
    words: str
    """'9.4 months', or why it cannot be told."""
    limit: str
    """What it is measured against, in words; empty where there is no limit."""
    verdict: str
    """'within', '3.4 months over', ...; empty where there is no limit or no length."""
    over: bool
    """Certainly longer than the limit."""
    extent: Extent | None = None
    """None where it has no limit or its ends are not known."""


def milestones(audit: Audit) -> tuple[Milestone, ...]:
    """The dates that the guidance turns on, in the order of the process."""
    dates, period = audit.review.dates, audit.review.period
    rows = [
        replace(_fact(audit, "Start of the period reviewed", period.start), bounds_period=True),
        replace(_fact(audit, "End of the period reviewed", period.end), bounds_period=True),
        _step(audit, "Significant event", dates.incident),
        _step(audit, "Referral to the Sub-Group", dates.referral),
    ]
    if dates.learning_events:
        name = "Learning event" if len(dates.learning_events) == 1 else "Learning event {}"
        rows += [_fact(audit, name.format(n), event) for n, event in enumerate(dates.learning_events, 1)]
    else:
        rows.append(_step(audit, "Learning event", dates.learning_event))
    rows.append(_fact(audit, "Sign-off (latest signature)", dates.signoff))
    rows.append(_step(audit, "Publication", dates.publication))
    return tuple(rows)


def _fact(audit: Audit, name: str, fact: Fact[PartialDate] | None) -> Milestone:
    if fact is None:
        return Milestone(name, NOT_FOUND, "", None)
    return Milestone(name, day_in_words(fact.value), _where(audit, fact.spans), fact.value)


def _step(audit: Audit, name: str, step: Step) -> Milestone:
    if step.date:
        return _fact(audit, name, step.date)
    if step.vague:
        return Milestone(name, "told, but only vaguely dated", _where(audit, step.vague), None)
    if step.mentions:
        return Milestone(name, "told, but not dated", _where(audit, step.mentions), None)
    return Milestone(name, NOT_FOUND, "", None)


def _where(audit: Audit, spans: tuple[Span, ...]) -> str:
    return place(audit, spans[0]) if spans else ""


def lengths(audit: Audit) -> tuple[Length, ...]:
    """The lengths that the guidance limits, then the two that only inform."""
    review, limits = audit.review, audit.review.limits
    dates, found = review.dates, review.intervals
    event, referral = _day(dates.incident.date), _day(dates.referral.date)
    learning = min((fact.value for fact in dates.learning_events), default=None)
    signoff = _day(dates.signoff)
    return (
        _period(audit),
        _limited(
            "Referral to sign-off", found.referral_to_signoff, limits.turnaround,
            {"referral": referral, "sign-off": signoff},
        ),
        _limited(
            "Event to learning event", found.incident_to_learning_event, limits.learning_event,
            {"event": event, "learning event": learning},
        ),
        _limited("Event to referral", found.incident_to_referral, None, {"event": event, "referral": referral}),
        _limited("Event to sign-off", found.incident_to_signoff, None, {"event": event, "sign-off": signoff}),
    )  # fmt: skip


def _day(fact: Fact[PartialDate] | None) -> PartialDate | None:
    return fact.value if fact else None


def _limited(name: str, interval: Interval | None, limit: float | None, ends: dict[str, PartialDate | None]) -> Length:
    start, end = (None if day is None else _middle(day) for day in ends.values())
    told = "" if limit is None else f"within {months(limit)}"
    if interval is None:
        return Length(name, _unknown(ends), told, "", False)
    verdict, over = ("", False) if limit is None else _verdict(interval, limit)
    extent = Extent(start, end, start + _days(limit)) if start and end and limit is not None else None
    return Length(name, length_in_words(interval), told, verdict, over, extent)


def _unknown(ends: dict[str, PartialDate | None]) -> str:
    lacking = [f"the date of the {name}" for name, day in ends.items() if day is None]
    if not lacking:
        return "cannot be told: the dates are not exact enough, or out of order"
    return f"cannot be told: {listed(lacking)} {'was' if len(lacking) == 1 else 'were'} not found"


def _verdict(interval: Interval, limit: float) -> tuple[str, bool]:
    if interval.longest <= limit:
        return "within the limit", False
    if interval.shortest > limit:
        over = Interval(interval.shortest - limit, interval.longest - limit)
        return f"{length_in_words(over)} over", True
    return "cannot be told: the dates are not exact enough", False


def _period(audit: Audit) -> Length:
    """The period reviewed runs up to the event, so its limit is counted back from there."""
    review, limits = audit.review, audit.review.limits
    interval, period = review.intervals.review_period, review.period
    told = f"usually {months(limits.period_usual)}, {months(limits.period_longest)} at the longest"
    if interval is None:
        lacking = {"start of the period": _day(period.start), "end of the period": _day(period.end)}
        return Length("Period reviewed", _unknown(lacking), told, "", False)
    tolerated = limits.period_usual + limits.period_tolerance_days / DAYS_PER_MONTH
    verdict, over = _verdict(interval, limits.period_longest)
    if over:
        verdict = f"{verdict} the longest"
    elif interval.longest <= tolerated:
        verdict = "within the usual length"
    elif interval.shortest > tolerated and interval.longest <= limits.period_longest:
        verdict = "longer than usual: the report must say why"
    words = length_in_words(interval)
    if period.start is None or period.end is None:
        return Length("Period reviewed", f"{words}, told as a length", told, verdict, over)
    start = _middle(period.start.value)
    end = start + _days(interval.months)
    extent = Extent(start, end, end - _days(limits.period_usual), counted_back=True)
    return Length("Period reviewed", words, told, verdict, over, extent)


def _middle(day: PartialDate) -> date:
    """The middle of what a date may mean."""
    return day.first + (day.last - day.first) / 2


def _days(length: float) -> timedelta:
    return timedelta(days=round(length * DAYS_PER_MONTH))


def absent(rows: tuple[Milestone, ...]) -> str:
    """A sentence on the key dates that are not known; empty where all are."""
    names = [row.name[:1].lower() + row.name[1:] for row in rows if row.day is None]
    return f"Not drawn, for want of a date: {listed(names)}." if names else ""
