"""Dates as UK reports write them, parsed to intervals. The one place that knows months and date forms.

Always day-month-year. A partial date is an interval ('March 2020' is 1 to 31 March 2020).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
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
        raise NotImplementedError

    @property
    def at_least_month(self) -> bool:
        """Whether the day or the month is known."""
        return self.precision is Precision.DAY or (self.last - self.first).days <= 31


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date, or an impossible date, at its place in a text."""

    start: int
    end: int
    text: str
    value: PartialDate | None
    """None where no such day exists (31 February, 31.09.2017)."""
    until: PartialDate | None = None
    """The other end, where a range was written ('1 April 2017 to 3 May 2018', '13–14 Nov 2019', 'between .. and ..')."""


def find(text: str, year: int | None = None) -> list[WrittenDate]:
    """Every date in a text, in order. `year` completes a date without one ('18th October'), else it is left out."""
    raise NotImplementedError


def months_between(start: PartialDate, end: PartialDate) -> tuple[float, float]:
    """Shortest and longest time between two dates in months of 365/12 days; dates known only to the month are counted
    month to month (March 2020 to March 2021 is 12)."""
    raise NotImplementedError
