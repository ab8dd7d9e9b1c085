"""Lengths between the key dates, in months of 365/12 days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.facts.dates import calendar
from cpraudit.facts.dates.calendar import PartialDate
from cpraudit.facts.found import Fact

if TYPE_CHECKING:
    from cpraudit.facts.review import Review


@dataclass(frozen=True, slots=True)
class Interval:
    """A length with its uncertainty, in months."""

    shortest: float
    longest: float
    start: PartialDate | None = None
    """The dates that it was measured between; None where it is told in words."""
    end: PartialDate | None = None

    @property
    def months(self) -> float:
        """The middle of the uncertainty."""
        return (self.shortest + self.longest) / 2

    def at_most(self, months: float, tolerance_days: int = 0) -> bool | None:
        """Whether it is no longer than so many calendar months; None where the limit lies inside its uncertainty."""
        if self.start is not None and self.end is not None:
            return calendar.within(self.start, self.end, months, tolerance_days)
        limit = months + tolerance_days / calendar.DAYS_PER_MONTH
        if self.longest <= limit:
            return True
        return False if self.shortest > limit else None


@dataclass(frozen=True, slots=True)
class Intervals:
    """Each None where one of its ends is not known."""

    review_period: Interval | None
    """Up to the event only, where the period runs past it; from a length in words where there are no dates."""
    referral_to_signoff: Interval | None
    incident_to_signoff: Interval | None
    incident_to_referral: Interval | None
    incident_to_learning_event: Interval | None


def measure(review: Review) -> Intervals:
    """Measure the intervals that the known dates allow."""
    dates = review.dates
    incident = dates.incident.date
    events = dates.learning_events
    first_event = min(events, key=lambda event: event.value) if events else None
    return Intervals(
        review_period=_review_period(review),
        referral_to_signoff=_between(dates.referral.date, dates.signoff),
        incident_to_signoff=_between(incident, dates.signoff),
        incident_to_referral=_between(incident, dates.referral.date),
        incident_to_learning_event=_between(incident, first_event) or _told(dates.learning_lag),
    )


def _between(start: Fact[PartialDate] | None, end: Fact[PartialDate] | None) -> Interval | None:
    if start is None or end is None:
        return None
    return _interval(start.value, end.value)


def _told(months: Fact[float] | None) -> Interval | None:
    """A length told in words."""
    return None if months is None else Interval(months.value, months.value)


def _interval(start: PartialDate, end: PartialDate) -> Interval:
    return Interval(*calendar.months_between(start, end), start, end)


def _review_period(review: Review) -> Interval | None:
    """The period up to the event, or to its own end where that comes first or the event has no date."""
    period, event = review.period, review.dates.incident.date
    ends = [fact.value for fact in (period.end, event) if fact is not None]
    if period.start is not None and period.end is not None and period.end.value.last < period.start.value.first:
        return None
    known = [end for end in ends if period.start is None or end.last >= period.start.value.first]
    if period.start is not None and known and (period.end is not None or period.to_event):
        # An event known only to the month may come after the period's last day: the earlier last day counts.
        return _interval(period.start.value, min(known, key=lambda end: end.last))
    return _told(period.stated_months)
