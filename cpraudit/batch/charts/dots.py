"""Dots: a dot a review, so that a few reviews look like a few. Many are drawn as where the middle half of them lies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from cpraudit.batch.charts.drawing import Size, canvas
from cpraudit.batch.charts.fitting import inline
from cpraudit.batch.charts.palette import ACCENT, GROUND, INK, MISSING
from cpraudit.batch.overview import PERIOD, TOLERANCE, TURNAROUND, Group, Spread
from cpraudit.batch.rows import Row
from cpraudit.reports.wording import counted, number

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LANE, TALL_LANE = 0.42, 0.58
"""Inches of one lane of dots, and of one whose name may have three lines."""
DOTS = 150
"""Reviews up to which each is a dot of its own."""
BARS = 60
"""Reviews up to which each is a bar of its own."""


def by_group(size: Size, name: str, title: str, groups: Sequence[Group], reviews: Sequence[Row]) -> str:
    """Scores of each group on a lane of its own, the median as an upright stroke."""
    score = {row.number: row.overall for row in reviews if row.overall is not None}
    dots = len(score) <= DOTS
    with canvas(size, 0.9 + (TALL_LANE if size.narrow else LANE) * len(groups)) as (figure, axes):
        for lane, group in enumerate(groups):
            values = sorted(score[one] for one in group.reviews if one in score)
            if dots:
                axes.scatter(values, _spread(values, lane), s=26, color=ACCENT, alpha=0.75, linewidths=0)
            elif group.scores:
                axes.hlines(lane, group.scores.lowest, group.scores.highest, color=ACCENT, linewidth=1.2)
                axes.barh(lane, group.scores.upper - group.scores.lower, left=group.scores.lower, height=0.5, color=ACCENT, alpha=0.75)
            if group.scores:
                axes.vlines(group.scores.median, lane - 0.34, lane + 0.34, color=INK, linewidth=2)
        axes.set_yticks(range(len(groups)), [f"{size.lines(group.name, 3)} ({len(group.reviews)})" for group in groups])
        axes.set_ylim(len(groups) - 0.5, -0.5)
        axes.set_xlim(-2, 102)
        axes.set_xlabel(size.under(f"Score, out of 100; {'' if dots else 'the bar is the middle half of the reviews, '}the stroke is the median"))
        axes.grid(axis="x")
        _bare(axes)
        told = "; ".join(
            f"{group.name}, {counted(len(group.reviews), 'review')}: "
            + (f"median {number(group.scores.median)}, from {number(group.scores.lowest)} to {number(group.scores.highest)}" if group.scores else "no score")
            for group in groups
        )
        return inline(figure, size, name, title, f"{told}.")


def _spread(values: Sequence[float], lane: int) -> list[float]:
    """Dots of like value beside each other, not upon each other; the same each time."""
    placed: list[float] = []
    run = 0
    for place, value in enumerate(values):
        run = run + 1 if place and value - values[place - 1] < 1.2 else 0
        step = (run + 1) // 2 * (1 if run % 2 else -1)
        placed.append(lane + max(-0.36, min(0.36, 0.11 * step)))
    return placed


def periods(size: Size, reviews: Sequence[Row]) -> str:
    """The length of the period that each review looks at, shortest first, against 12 and 24 months."""
    known = sorted(months for row in reviews if (months := row.intervals[PERIOD]) is not None)
    with canvas(size, 2.9) as (figure, axes):
        if len(known) <= BARS:
            axes.bar(range(len(known)), known, width=0.8, color=ACCENT)
        else:
            axes.fill_between(*_steps(known), color=ACCENT, linewidth=0)
        _limit(axes, 12, "12 months: usual")
        _limit(axes, 24, "24 months: longest")
        axes.set_ylim(0, max(27, *known, 0) * 1.05)
        axes.set_xlim(-0.7, len(known) - 0.3)
        axes.set_xticks([])
        axes.set_xlabel(size.under(f"{counted(len(known), 'review')} whose period is known, shortest first"))
        axes.set_ylabel("Months")
        over, long = sum(months > 12 + TOLERANCE for months in known), sum(months > 24 + TOLERANCE for months in known)
        told = f"Of {len(known)} periods, {over} are longer than 12 months and {long} longer than 24."
        return inline(figure, size, "periods", "Length of the period reviewed, against 12 and 24 months", told)


def _steps(values: Sequence[float]) -> tuple[list[float], list[float]]:
    """The outline of bars that touch each other, with no point between bars of one height."""
    edges = [0, *(place for place in range(1, len(values)) if values[place] != values[place - 1]), len(values)]
    pairs = [(start, end, values[start]) for start, end in pairwise(edges)]
    across = [place - 0.5 for start, end, _ in pairs for place in (start, end)]
    return across, [value for _, _, value in pairs for _ in range(2)]


def turnaround(size: Size, reviews: Sequence[Row]) -> str:
    """Months from referral to sign-off by the date of sign-off, against six months."""
    known = [(_day(row.dates["signoff"]), months) for row in reviews if (months := row.intervals[TURNAROUND]) is not None]
    with canvas(size, 3.1) as (figure, axes):
        if len(known) <= DOTS:
            for late, marker, face, words in ((False, "o", ACCENT, "within six months"), (True, "^", GROUND, "longer than six months")):
                chosen = [(day, months) for day, months in known if (months > 6) is late]
                if chosen:
                    axes.scatter(
                        [day for day, _ in chosen], [months for _, months in chosen], s=34, marker=marker, facecolors=face,
                        edgecolors=MISSING if late else ACCENT, linewidths=1.3, label=words, zorder=3,
                    )  # fmt: skip
            axes.set_xlabel(size.under("Date of sign-off"))
            figure.legend(loc="outside upper right", ncols=2, frameon=False)
        else:
            _year_by_year(axes, known)
            axes.set_xlabel(size.under("Year of sign-off; the bar is the middle half of the reviews, the stroke is the median"))
        _limit(axes, 6, "6 months: limit")
        axes.set_ylim(0, max([9.0, *(months for _, months in known)]) * 1.08)
        axes.set_ylabel("Months from referral")
        axes.grid(axis="y")
        _years(size, axes, [day for day, _ in known])
        told = f"Of {counted(len(known), 'review')} with both dates, {sum(months > 6 for _, months in known)} took longer than six months."
        return inline(figure, size, "turnaround", "Months from referral to sign-off, against six months", told)


def _year_by_year(axes: Axes, known: Sequence[tuple[date, float]]) -> None:
    """Where the lengths of each year lie: all on the thin line, the middle half on the bar, the median as a stroke."""
    by_year: dict[int, list[float]] = defaultdict(list)
    for day, months in known:
        by_year[day.year].append(months)
    half, width = timedelta(days=110), timedelta(days=220)
    for year, lengths in by_year.items():
        spread = Spread.of(lengths)
        if spread:
            middle = date(year, 7, 1)
            axes.vlines([middle], spread.lowest, spread.highest, color=ACCENT, linewidth=1.2)
            axes.bar([middle], spread.upper - spread.lower, bottom=spread.lower, width=width, color=ACCENT, alpha=0.75)
            axes.hlines(spread.median, middle - half, middle + half, color=INK, linewidth=2)


def _years(size: Size, axes: Axes, days: Sequence[date]) -> None:
    first, last = min(day.year for day in days), max(day.year for day in days) + 1
    step = max(1, (last - first) // (6 if size.narrow else 12))
    axes.set_xticks([date(year, 1, 1) for year in range(first, last + 1, step)], [str(year) for year in range(first, last + 1, step)])
    axes.set_xlim(date(first - 1, 11, 1), date(last, 2, 1))


def _day(told: str) -> date:
    """The middle of a date that may be a month or a year only."""
    parts = [int(part) for part in told.split("-")]
    return date(*parts) if len(parts) == 3 else date(parts[0], parts[1] if len(parts) > 1 else 7, 1)


def _limit(axes: Axes, months: float, words: str) -> None:
    axes.axhline(months, color=INK, linewidth=1.4, linestyle=(0, (5, 3)), zorder=2)
    axes.annotate(words, (0, months), xycoords=("axes fraction", "data"), xytext=(6, 4), textcoords="offset points", color=INK)


def _bare(axes: Axes) -> None:
    axes.tick_params(length=0)
    axes.spines["left"].set_visible(False)
