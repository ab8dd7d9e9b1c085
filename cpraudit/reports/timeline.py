"""The key dates as a small picture: where each mark stands, in per cent of the width, so that letters keep their size.

A lane a row: each date as a point, then the lengths that have a limit as bars with the limit marked on them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cpraudit.facts.dates.calendar import PartialDate
from cpraudit.reports.milestones import Extent, Length, Milestone
from cpraudit.reports.wording import listed

LANE = 46
"""Height of a date's lane in pixels."""
BAR_LANE = 64
"""Height of a length's lane, which has a second line of words."""
TOP = 26
"""Height above the first lane, where the years stand."""
MOST_YEARS = 6
"""Years written along the top; more would run into one another on a phone."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A length with its limit; all along the line in per cent."""

    label: str
    verdict: str
    y: int
    start: float
    width: float
    excess_start: float
    """The part of the bar beyond the limit."""
    excess_width: float
    limit: float


@dataclass(frozen=True, slots=True)
class Point:
    """A date; a date known to the month or the year has a breadth."""

    label: str
    y: int
    start: float
    width: float
    middle: float


@dataclass(frozen=True, slots=True)
class Year:
    """The beginning of a year."""

    label: str
    x: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """The picture."""

    height: int
    years: tuple[Year, ...]
    bars: tuple[Bar, ...]
    points: tuple[Point, ...]
    description: str
    """The same in a sentence."""


def draw(milestones: Sequence[Milestone], lengths: Sequence[Length]) -> Timeline | None:
    """The picture of what is known; None where fewer than two dates are."""
    barred = [(row.extent, row) for row in lengths if row.extent and row.extent.start < row.extent.end]
    period_barred = any(extent.counted_back for extent, _ in barred)
    known = sorted(
        ((row.day, row) for row in milestones if row.day and not (row.bounds_period and period_barred)),
        key=lambda dated: dated[0],
    )
    if len({day for day, _ in known}) < 2:
        return None
    scale = _Scale.over([day for day, _ in known], [extent for extent, _ in barred])
    points = tuple(_point(day, row, TOP + LANE * n, scale) for n, (day, row) in enumerate(known))
    below = TOP + LANE * len(points)
    bars = tuple(_bar(extent, row, below + BAR_LANE * n, scale) for n, (extent, row) in enumerate(barred))
    return Timeline(
        height=below + BAR_LANE * len(bars),
        years=scale.years(),
        bars=bars,
        points=points,
        description=" ".join([
            f"In order of time: {listed(f'{row.name.lower()}, {row.words}' for _, row in known)}.",
            *(f"{row.name}: {row.words}, {row.verdict}." for _, row in barred),
        ]),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date

    @classmethod
    def over(cls, known: Sequence[PartialDate], barred: Sequence[Extent]) -> _Scale:
        days = [end for day in known for end in (day.first, day.last)]
        days += [end for extent in barred for end in (extent.start, extent.end, extent.limit)]
        return cls(min(days), max(days))

    def at(self, day: date) -> float:
        """From 1 to 99 per cent: a mark at an end is not cut off."""
        return round(1 + 98 * (day - self.first).days / max(1, (self.last - self.first).days), 2)

    def years(self) -> tuple[Year, ...]:
        starts = [date(year, 1, 1) for year in range(self.first.year + 1, self.last.year + 1)]
        step = -(-len(starts) // MOST_YEARS) or 1
        return tuple(Year(str(day.year), self.at(day)) for day in starts[::step] if self.at(day) < 92)


def _bar(extent: Extent, row: Length, y: int, scale: _Scale) -> Bar:
    start, end, limit = scale.at(extent.start), scale.at(extent.end), scale.at(extent.limit)
    excess = (start, min(limit, end)) if extent.counted_back else (max(limit, start), end)
    return Bar(
        label=f"{row.name}: {row.words}",
        verdict=row.verdict,
        y=y,
        start=start,
        width=round(end - start, 2),
        excess_start=excess[0],
        excess_width=round(max(0.0, excess[1] - excess[0]), 2),
        limit=limit,
    )


def _point(day: PartialDate, row: Milestone, y: int, scale: _Scale) -> Point:
    start, end = scale.at(day.first), scale.at(day.last)
    return Point(f"{row.name}: {row.words}", y, start, round(end - start, 2), round((start + end) / 2, 2))
