"""Bars: how many reviews are in each band, name each service, lack each requirement."""

from __future__ import annotations

from collections.abc import Sequence

from cpraudit.batch.charts.drawing import Size, canvas
from cpraudit.batch.charts.fitting import inline
from cpraudit.batch.charts.palette import ACCENT, GROUND, INK, MISSING, PANEL, PARTIAL, RULE
from cpraudit.batch.overview import Band, Counted, Requirement
from cpraudit.reports.wording import counted, listed

ROW = 0.3
"""Inches of one bar that lies."""
TALL_ROW = 0.4
"""Inches of one whose name may have two lines."""


def scores(size: Size, bands: Sequence[Band]) -> str:
    """How the scores are spread: an upright bar for each band of ten."""
    counts = [len(band.reviews) for band in bands]
    with canvas(size, 2.9) as (figure, axes):
        bars = axes.bar(range(len(bands)), counts, width=0.86, color=[ACCENT] * (len(bands) - 1) + [GROUND], edgecolor=ACCENT)
        bars[-1].set_hatch("///")
        axes.bar_label(bars, labels=[str(count) if count else "" for count in counts], padding=2)
        axes.set_xticks(range(len(bands)), [band.name for band in bands], rotation=90 if size.narrow else 0)
        axes.tick_params(length=0)
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        axes.set_ylabel("Reviews")
        told = listed(f"{band.name}: {len(band.reviews)}" for band in bands if band.reviews)
        return inline(figure, size, "scores", "Overall scores out of 100, in bands of ten", f"Number of reviews in each band. {told}.")


def lying(size: Size, name: str, title: str, rows: Sequence[Counted], of: int) -> str:
    """A bar for each name, as long as the number of reviews; `of` is how many there are in all."""
    with canvas(size, 0.45 + (TALL_ROW if size.narrow else ROW) * len(rows)) as (figure, axes):
        counts = [len(row.reviews) for row in rows]
        bars = axes.barh(range(len(rows)), counts, height=0.66, color=ACCENT)
        axes.bar_label(bars, labels=[f"{count} of {of}" for count in counts], padding=4)
        _lay(size, axes, [row.name for row in rows], of)
        told = listed(f"{row.name} {len(row.reviews)}" for row in rows)
        return inline(figure, size, name, title, f"Out of {counted(of, 'review')}: {told}.")


def missed(size: Size, rows: Sequence[Requirement]) -> str:
    """The most missed requirements: the share of the reviews that could be decided where it is missing, and partly met."""
    with canvas(size, 0.75 + TALL_ROW * len(rows)) as (figure, axes):
        places = range(len(rows))
        lacking = [100 * row.share for row in rows]
        partly = [100 * len(row.partial) / row.decided if row.decided else 0 for row in rows]
        axes.barh(places, [100] * len(rows), height=0.6, color=PANEL, edgecolor=RULE, linewidth=0.6)
        axes.barh(places, lacking, height=0.6, color=MISSING, label="Not found or not met")
        axes.barh(places, partly, left=lacking, height=0.6, color=GROUND, edgecolor=PARTIAL, hatch="////", linewidth=0.8, label="Partly met")
        for place, row in enumerate(rows):
            axes.text(102, place, f"{len(row.missing)} of {row.decided}", va="center", color=INK)
        _lay(size, axes, [row.check.title for row in rows], 100)
        figure.legend(loc="outside upper right", ncols=2, frameon=False, handlelength=1.6)
        told = "; ".join(f"{row.check.title}: missing in {len(row.missing)} of {row.decided}, partly met in {len(row.partial)}" for row in rows)
        return inline(figure, size, "missed", "Requirements most often missed", f"Share of the reviews to which each applies. {told}.")


def _lay(size: Size, axes, names: Sequence[str], most: int) -> None:  # type: ignore[no-untyped-def]
    axes.set_yticks(range(len(names)), [size.lines(name) for name in names])
    axes.invert_yaxis()
    axes.set_xlim(0, most * 1.14 or 1)
    axes.set_xticks([])
    axes.tick_params(length=0)
    axes.margins(y=0.01)
    for side in ("bottom", "left"):
        axes.spines[side].set_visible(False)
