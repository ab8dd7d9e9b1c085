"""Risk indicators on a plane: what often occurs together stands close together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cpraudit.batch.charts.drawing import Size, canvas
from cpraudit.batch.charts.fitting import inline
from cpraudit.batch.charts.palette import ACCENT, INK

HEIGHT = 4.6
LETTER, LINE = 5.4, 13.0
"""Points that a letter is wide and a line is high, about."""
OFF = 8.0
"""Points from a dot to its name."""
SAME = 0.02
"""Share of the plane's width within which dots count as one: indicators that always occur together."""


@dataclass(frozen=True, slots=True)
class Box:
    """Where a name stands, in points."""

    left: float
    low: float
    right: float
    high: float

    def meets(self, other: Box) -> bool:
        """They lie on each other."""
        return self.left < other.right and other.left < self.right and self.low < other.high and other.low < self.high


def indicators(size: Size, name: str, title: str, places: Mapping[str, tuple[float, float]], stress: float) -> str:
    """Each indicator as a dot with its name; those that stand on one place share a dot."""
    named = _together(places)
    across, up = ([place[axis] for place in named.values()] for axis in (0, 1))
    middle = (max(across) + min(across)) / 2, (max(up) + min(up)) / 2
    wide, high = size.inches, HEIGHT
    scale = 72 * min(0.62 * wide / ((max(across) - min(across)) or 1), 0.8 * high / ((max(up) - min(up)) or 1))
    dots = {label: ((x - middle[0]) * scale, (y - middle[1]) * scale) for label, (x, y) in named.items()}
    with canvas(size, HEIGHT) as (figure, axes):
        axes.scatter([x for x, _ in dots.values()], [y for _, y in dots.values()], s=34, color=ACCENT, linewidths=0)
        for (label, (x, y)), box in zip(dots.items(), _names(dots, wide * 36), strict=True):
            axes.annotate(
                label, (x, y), xytext=((box.left + box.right) / 2, box.low + 2), ha="center", va="bottom", color=INK, linespacing=1.1
            )
        axes.set_xticks([])
        axes.set_yticks([])
        axes.set_xlim(-wide * 36, wide * 36)
        axes.set_ylim(-high * 36, high * 36)
        for side in ("left", "bottom"):
            axes.spines[side].set_visible(False)
        return inline(figure, size, name, title, f"{len(places)} indicators; normalised raw stress {stress:.3f}.")


def _together(places: Mapping[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """The places by the names of all that stand there, a line each."""
    width = max(x for x, _ in places.values()) - min(x for x, _ in places.values()) or 1.0
    groups: dict[tuple[float, float], list[str]] = defaultdict(list)
    for label, (x, y) in places.items():
        near = next((one for one in groups if abs(one[0] - x) + abs(one[1] - y) < SAME * width), (x, y))
        groups[near].append(label)
    return {"\n".join(labels): place for place, labels in groups.items()}


def _names(dots: Mapping[str, tuple[float, float]], edge: float) -> Iterator[Box]:
    """A place for each name: above its dot, below or beside it, or else farther off, where it lies on no dot and no other name."""
    taken = [Box(x - 4, y - 4, x + 4, y + 4) for x, y in dots.values()]
    for label, (x, y) in dots.items():
        lines = label.split("\n")
        width, height = LETTER * max(map(len, lines)), LINE * len(lines)
        box = next(
            (box for box in _tried(x, y, width, height) if -edge < box.left and box.right < edge and not _hits(box, taken)),
            Box(x - width / 2, y + OFF, x + width / 2, y + OFF + height),
        )
        taken.append(box)
        yield box


def _tried(x: float, y: float, width: float, height: float) -> Iterator[Box]:
    for away in range(8):
        off = OFF + away * LINE
        for left, low in (
            (x - width / 2, y + off), (x - width / 2, y - off - height), (x + OFF, y - height / 2 + away * LINE),
            (x - OFF - width, y - height / 2 + away * LINE),
        ):  # fmt: skip
            yield Box(left, low, left + width, low + height)


def _hits(box: Box, taken: Iterable[Box]) -> bool:
    return any(box.meets(other) for other in taken)
