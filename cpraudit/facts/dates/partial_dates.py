"""Dates as precise as a report gives them, and the time between two of them."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

DAYS_PER_MONTH = 365 / 12
"""Length of a month in an interval, in days; it reproduces the published figures of the 2023 review."""


class Precision(StrEnum):
    """How exactly a date is given."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    SEASON = "season"
    """'spring 2019', 'autumn term 2017', 'early in 2020', 'mid-January 2021' (a part of a month or year)."""


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as precise as the report gives it: the first and last day that it may mean."""

    first: date
    last: date
    precision: Precision = Precision.DAY

    @property
    def iso(self) -> str:
        """ISO 8601, as precise as the date: '2019-03-14', '2019-03' or '2019' (a part of a month gives the month)."""
        if self.precision is Precision.DAY:
            return self.first.isoformat()
        if self.precision is Precision.MONTH or self.at_least_month:
            return f"{self.first:%Y-%m}"
        return f"{self.first:%Y}"

    @property
    def at_least_month(self) -> bool:
        """Whether the day or the month is known."""
        return self.precision is Precision.DAY or (self.last - self.first).days <= 31

    @property
    def words(self) -> str:
        """The date as a report would write it: '14 March 2019', 'March 2019', '2019', 'March to May 2019'."""
        if self.precision is Precision.DAY:
            return f"{self.first.day} {self.first:%B %Y}"
        if self.precision is Precision.YEAR:
            return f"{self.first:%Y}"
        if (self.first.year, self.first.month) == (self.last.year, self.last.month):
            return f"{self.first:%B %Y}"
        shared = "%B" if self.first.year == self.last.year else "%B %Y"
        return f"{self.first:{shared}} to {self.last:%B %Y}"

    @property
    def when(self) -> str:
        """The date with its preposition: 'on 14 March 2019', 'in March 2019'."""
        return f"{'on' if self.precision is Precision.DAY else 'in'} {self.words}"

    def overlaps(self, other: PartialDate) -> bool:
        """Whether the two may be the same day."""
        return self.first <= other.last and other.first <= self.last


def of_day(year: int, month: int, day: int) -> PartialDate | None:
    """A day, or None where there is no such day."""
    try:
        known = date(year, month, day)
    except ValueError:
        return None
    return PartialDate(known, known)


def of_month(year: int, month: int) -> PartialDate:
    """A whole month; `month` is from 1 to 12."""
    return PartialDate(date(year, month, 1), date(year, month, monthrange(year, month)[1]), Precision.MONTH)


def of_year(year: int) -> PartialDate:
    """A whole year."""
    return PartialDate(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


def months_later(day: date, months: float) -> date:
    """The same day of the month so many months on, or the month's last day; a fraction counts in days."""
    whole = int(months)
    count = day.year * 12 + day.month - 1 + whole
    year, month = divmod(count, 12)
    reached = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    return reached + timedelta(days=round((months - whole) * DAYS_PER_MONTH))


def counted_by_month(start: PartialDate, end: PartialDate) -> bool:
    """Whether the time between two dates is counted month to month, since one of them is known only to the month."""
    precisions = {start.precision, end.precision}
    return Precision.MONTH in precisions and precisions <= {Precision.MONTH, Precision.DAY}


def months_between(start: PartialDate, end: PartialDate) -> tuple[float, float]:
    """Shortest and longest time between two dates in months of 365/12 days; dates known only to the month are counted
    month to month (March 2020 to March 2021 is 12). Negative where `end` is before `start`."""
    if counted_by_month(start, end):
        months = float((end.first.year - start.first.year) * 12 + end.first.month - start.first.month)
        return months, months
    return (end.first - start.last).days / DAYS_PER_MONTH, (end.last - start.first).days / DAYS_PER_MONTH


def within(start: PartialDate, end: PartialDate, months: float, tolerance_days: int = 0) -> bool | None:
    """Whether `end` is at most so many calendar months after `start`; None where the limit lies inside the dates'
    uncertainty."""
    if counted_by_month(start, end):
        return months_between(start, end)[0] <= months + tolerance_days / DAYS_PER_MONTH
    tolerance = timedelta(days=tolerance_days)
    if end.last <= months_later(start.first, months) + tolerance:
        return True
    return False if end.first > months_later(start.last, months) + tolerance else None
