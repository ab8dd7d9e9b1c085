"""Means, spreads and medians of lengths of time, and the month that they are told in."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from datetime import date

from cpraudit.batch.statistics.model import Value

DAYS_A_MONTH = 365 / 12
"""The month of every interval: it reproduces the published figures, which 30.44 days do not."""

MEASURES = ("n", "Mean", "SD", "Median", "Lowest", "Highest")
"""`SD` is the sample standard deviation; the published 'range' is highest less lowest."""


def day(iso: str | None) -> date | None:
    """The date, where it is known to the day."""
    return date.fromisoformat(iso) if iso and len(iso) == len("2020-01-01") else None


def days_between(start: str | None, end: str | None) -> int | None:
    """Plain difference in calendar days; None where either is not known to the day."""
    first, last = day(start), day(end)
    return None if first is None or last is None else (last - first).days


def months_between(start: str | None, end: str | None) -> float | None:
    """Length in months of 365/12 days; dates known to the month only are counted month to month, a year alone not at all."""
    days = days_between(start, end)
    if days is not None:
        return days / DAYS_A_MONTH
    if not start or not end or len(start) < len("2020-01") or len(end) < len("2020-01"):
        return None
    return float(12 * (int(end[:4]) - int(start[:4])) + int(end[5:7]) - int(start[5:7]))


def described(values: Sequence[float], places: int = 2) -> tuple[Value, ...]:
    """The values of `MEASURES`."""
    if not values:
        return (0, None, None, None, None, None)
    spread = round(statistics.stdev(values), places) if len(values) > 1 else None
    ends = (round(min(values), places), round(max(values), places))
    return len(values), round(statistics.fmean(values), places), spread, round(statistics.median(values), places), *ends
