"""Risk indicators on a plane: what often occurs together stands close together."""

from __future__ import annotations

from collections.abc import Mapping

from cpraudit.batch.charts.drawing import canvas
from cpraudit.batch.charts.fitting import inline
from cpraudit.batch.charts.palette import ACCENT, INK


def indicators(name: str, title: str, places: Mapping[str, tuple[float, float]], stress: float) -> str:
    """Each indicator as a dot with its name."""
    with canvas(4.6) as (figure, axes):
        axes.scatter([x for x, _ in places.values()], [y for _, y in places.values()], s=34, color=ACCENT, linewidths=0)
        for label, (x, y) in places.items():
            axes.annotate(label, (x, y), xytext=(0, 7), textcoords="offset points", ha="center", color=INK)
        axes.set_xticks([])
        axes.set_yticks([])
        axes.margins(0.2)
        axes.set_aspect("equal", adjustable="datalim")
        return inline(figure, name, title, f"{len(places)} indicators; normalised raw stress {stress:.3f}.")
