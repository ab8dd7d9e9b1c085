"""Measuring lines: how far apart they stand, and whether the next word would have had room."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from cpraudit.readers.pdf.lines import Line

_NARROW, _SLIM, _MIDDLE, _BROAD = b"ijl.,:;'|!\x91\x92", b"frtI()[]- /\x93\x94", b"cksvxyz", b"mwMW%@\x97"
_BREADTHS = bytes(
    25
    if k in _NARROW
    else 32
    if k in _SLIM
    else 50
    if k in _MIDDLE
    else 84
    if k in _BROAD
    else 68
    if 65 <= k <= 90
    else 54
    for k in range(256)
)
"""Width of each letter in hundredths of an em, about."""


_SET_SOLID = 1.22
"""Leading of single-spaced lines, as a share of the font size."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """How far apart the lines of a paragraph stand in this document, by font size."""

    leading: dict[float, float]

    def of(self, size: float) -> float:
        """Distance of base lines within a paragraph, in points."""
        known = self.leading.get(round(size * 2) / 2)
        return known if known is not None else self.usual * size

    @property
    def usual(self) -> float:
        """The leading of the document for a size in which it has too few lines to measure, as a share of the size."""
        shares = [leading / size for size, leading in self.leading.items() if size]
        return max(_SET_SOLID, median(shares)) if shares else _SET_SOLID


def spacing_of(columns: Sequence[tuple[list[Line], float]]) -> Spacing:
    """Measure the leading where it is sure: after a full line, in columns given with their right edges."""
    seen: dict[float, list[float]] = defaultdict(list)
    for lines, right in columns:
        for line, after in pairwise(lines):
            step = after.y - line.y
            if (
                abs(line.size - after.size) < 0.3
                and 0.9 * line.size < step < 2.6 * line.size
                and not fits(after, line, right)
                and len(line.text) > 25
            ):
                seen[round(line.size * 2) / 2].append(step)
    return Spacing({size: median(steps) for size, steps in seen.items() if len(steps) >= 3})


def fits(after: Line, line: Line, right: float) -> bool:
    """Whether the first word of the next line would have had room on this one, so that the break was meant."""
    room = right - line.x1 - 0.35 * line.size
    if room <= 0:
        return False
    first = after.text.split(" ", 1)[0]
    scale = (after.x1 - after.x0) / max(breadth(after.text), 0.1)
    return scale * (breadth(first) + 0.28) < room


def breadth(text: str) -> float:
    """How wide a text is, about, in a usual face: in ems."""
    return sum(text.encode("cp1252", "replace").translate(_BREADTHS)) / 100
