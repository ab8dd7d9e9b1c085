"""What all charts share: their size, their fonts, their quiet axes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING

from cpraudit.batch.charts.palette import INK, QUIET, RULE

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


@dataclass(frozen=True, slots=True)
class Size:
    """How wide a chart is. At 72 units an inch it is about as wide as the page's column, so that text keeps its size."""

    name: str
    inches: float
    letters: int
    """Of a line of a name beside the chart."""

    @property
    def narrow(self) -> bool:
        """It is for a phone."""
        return self is NARROW

    def lines(self, name: str, most: int = 2) -> str:
        """A name on so many lines at most."""
        lines = wrap(name, self.letters)
        return "\n".join(lines if len(lines) <= most else (*lines[: most - 1], f"{lines[most - 1].rsplit(' ', 1)[0]} …"))

    def under(self, words: str) -> str:
        """What stands under a chart, on as many lines as it takes."""
        return "\n".join(wrap(words, round(self.inches * 11)))


WIDE = Size("wide", 8.6, 40)
NARROW = Size("narrow", 5.0, 22)
SIZES = (WIDE, NARROW)
"""Each chart is drawn for a screen or a sheet of paper, and for a phone; the page shows the one that fits."""

STYLE = {
    "font.size": 10.5,
    "text.parse_math": False,
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": RULE,
    "axes.titlesize": 10.5,
    "xtick.color": QUIET,
    "ytick.color": QUIET,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "grid.color": RULE,
    "grid.linewidth": 0.6,
    "hatch.linewidth": 1.4,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
}


@contextmanager
def canvas(size: Size, height: float) -> Iterator[tuple[Figure, Axes]]:
    """A figure of this size, and this height in inches. It belongs to no window and no global state."""
    import matplotlib as mpl
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    with mpl.rc_context(STYLE):
        figure = Figure(figsize=(size.inches, height), dpi=72, layout="constrained")
        FigureCanvasSVG(figure)
        yield figure, figure.add_subplot()
