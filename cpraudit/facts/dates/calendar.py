"""Dates as UK reports write them, parsed to intervals. The one place that knows months and date forms.

Always day-month-year. A partial date is an interval ('March 2020' is 1 to 31 March 2020).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from cpraudit.facts.dates import date_forms
from cpraudit.facts.dates.partial_dates import (
    DAYS_PER_MONTH,
    PartialDate,
    Precision,
    months_between,
    months_later,
    of_day,
    of_month,
    of_year,
    within,
)
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.dates.date_forms import Written

__all__ = [
    "DAYS_PER_MONTH",
    "PartialDate",
    "Precision",
    "WrittenDate",
    "find",
    "months_between",
    "months_later",
    "of_day",
    "of_month",
    "of_year",
    "within",
]


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date, or an impossible date, at its place in a text."""

    start: int
    end: int
    text: str
    value: PartialDate | None
    """None where no such day exists (31 February, 31.09.2017)."""
    until: PartialDate | None = None
    """The other end, where a range was written ('1 April 2017 to 3 May 2018', '13–14 Nov 2019', 'between .. and')."""


_TO = compile_pattern(
    r"\s*[-–—]\s*(?:the\s+)?|\s*,?\s*(?:up\s+)?(?:to|until|till|through(?:\s+to)?|up\s+to|hyd(?:\s+at)?|i)"
    r"(?:\s+and\s+including)?\s*:?\s+(?:the\s+)?",
    re.IGNORECASE,
)
_AND = compile_pattern(
    r"\s*(?:,|;|&|/|,?\s*\b(?:and|or|a|ac|neu)\b)(?:\s+(?:on|in|again\s+on|then))?\s*(?:the\s+)?", re.IGNORECASE
)
_LONGEST_JOIN = 40
"""Characters of the longest words that join two dates ('up to and including the')."""
_BETWEEN = compile_pattern(r"\b(?:between|rhwng)\s+(?:the\s+)?$", re.IGNORECASE)


def find(text: str, year: int | None = None) -> list[WrittenDate]:
    """Every date in a text, in order.

    A date without a year ('18th October') takes the year of the date it is listed with, else of the last date before it
    if it does not come earlier in the year, else `year`; else it is left out.
    """
    written = date_forms.forms(text)
    joined = _joined(text, written)
    return _valued(text, _share_years(written, joined, year), joined)


def _joined(text: str, written: list[Written]) -> list[str]:
    """How each date is joined to the one before it: 'to', 'and', or not ('')."""
    found = [""] if written else []
    for before, after in pairwise(written):
        gap = text[before.end : after.start]
        if len(gap) > _LONGEST_JOIN:
            found.append("")
        elif _TO.fullmatch(gap):
            found.append("to")
        elif _AND.fullmatch(gap):
            # 'between 3 and 9 May' is a range; 'on 3 and 9 May' are two days.
            found.append("to" if _BETWEEN.search(text, max(0, before.start - 16), before.start) else "and")
        else:
            found.append("")
    return found


def _share_years(written: list[Written], joined: list[str], year: int | None) -> list[Written]:
    """Give dates without a year, and days without a month, those of the dates around them where that is safe."""
    shared = list(written)
    for index in range(len(shared) - 2, -1, -1):
        if joined[index + 1] and shared[index].year is None:
            shared[index] = shared[index].borrowing(shared[index + 1])
    before: Written | None = None
    told: Written | None = None
    for index, current in enumerate(shared):
        if current.relation:
            shared[index] = replace(current, year=_year_by(told, current))
        elif current.year is None and current.month is not None:
            shared[index] = replace(current, year=_year_from(before, current, joined[index], year))
        if shared[index].year is not None and shared[index].month is not None:
            before = shared[index]
        told = shared[index] if shared[index].year is not None and not current.bare else told
    return shared


def _year_by(before: Written | None, current: Written) -> int | None:
    """The year of 'the summer of that year' or 'the following May' after another date."""
    if before is None or before.year is None:
        return None
    later = before.month is None or (before.month + before.months - 1) >= (current.month or 0)
    return before.year + (current.relation == "next" and later)


def _year_from(before: Written | None, current: Written, join: str, year: int | None) -> int | None:
    """The year of a date without one, from the dated day before it where that is safe, else the year given."""
    if before is None or before.year is None:
        return year
    if current.precedes(before):
        return before.year + 1 if join == "to" else year
    return before.year


def _valued(text: str, written: list[Written], joined: list[str]) -> list[WrittenDate]:
    """Dates with their values; the two ends of a range become one."""
    found: list[WrittenDate] = []
    open_end = False
    for current, join in zip(written, joined, strict=True):
        value = current.value
        told = not current.bare or (join and found and open_end)
        if not told or (value is None and not current.impossible):
            open_end = False
            continue
        if join == "to" and found and open_end and value is not None and found[-1].value is not None:
            found[-1] = replace(found[-1], end=current.end, text=text[found[-1].start : current.end], until=value)
            open_end = False
            continue
        found.append(WrittenDate(current.start, current.end, text[current.start : current.end], value))
        open_end = True
    return found
