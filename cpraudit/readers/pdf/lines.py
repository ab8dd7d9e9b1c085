"""Runs to segments (what stands together on one base line) and segments to lines."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cpraudit.readers.pdf.page import RAISED_END, RAISED_START, Box, Run

_SAME_LINE = 0.35
"""Base lines closer than this share of the font size are one line."""
_APART = 0.95
"""A gap wider than this share of the font size parts two segments."""
_SPACE = 0.12
"""A gap wider than this share of the font size is a space between words."""
_RAISED = 0.62
_WHITE = re.compile(r"\s+")


@dataclass(slots=True)
class Segment:
    """Words that stand together on one base line."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    """Every letter is bold."""
    italic: bool
    starts_bold: bool
    tag: int = -1

    @property
    def top(self) -> float:
        """Where the letters begin, going down."""
        return self.y - self.size * 0.8

    @property
    def bottom(self) -> float:
        """Where the letters end."""
        return self.y + self.size * 0.22


@dataclass(slots=True)
class Line:
    """The segments of one line of one column, from left to right."""

    segments: list[Segment]
    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    italic: bool
    starts_bold: bool

    @property
    def top(self) -> float:
        """Where the letters begin, going down."""
        return self.y - self.size * 0.8

    @property
    def bottom(self) -> float:
        """Where the letters end."""
        return self.y + self.size * 0.22

    @property
    def tag(self) -> int:
        """The structure element of its words (those after a label), or -1."""
        return self.segments[-1].tag


def segments_of(runs: list[Run], rules: Sequence[Box] = ()) -> list[Segment]:
    """Put the runs of a page together where they touch on one base line, left to right, top to bottom.

    A standing rule between two runs parts them, however near they are: a cell may be filled to its edge.
    """
    rows = _rows(runs)
    standing = sorted(rule for rule in rules if rule.height > 3 * rule.width)
    found: list[Segment] = []
    for row in rows:
        row.sort(key=lambda run: run.x0)
        base = max(row, key=lambda run: (round(run.size, 1), len(run.text)))
        together: list[Run] = []
        reach = 0.0
        for run in row:
            gap = run.x0 - reach
            if together and (
                gap > _APART * base.size or (gap > _SPACE * base.size and _ruled_off(standing, reach, run))
            ):
                found.append(_segment(together))
                together = []
            if together and _doubled(together[-1], run):
                continue
            together.append(run)
            reach = max(reach, run.x1) if len(together) > 1 else run.x1
        if together:
            found.append(_segment(together))
    return found


def _ruled_off(standing: list[Box], reach: float, run: Run) -> bool:
    """Whether a standing rule comes between the end of one run and the next one."""
    for at in range(bisect_left(standing, reach - 1.0, key=lambda rule: rule.x0), len(standing)):
        rule = standing[at]
        if rule.x0 > run.x0:
            break
        if rule.x1 <= run.x0 + 1.0 and rule.top <= run.y - 0.3 * run.size <= rule.bottom:
            return True
    return False


def _doubled(one: Run, other: Run) -> bool:
    """Whether a run is the one before drawn again a hair's breadth off, which is how some programs make bold."""
    return one.text == other.text and abs(one.x0 - other.x0) < 1.0 and abs(one.y - other.y) < 1.0


def _rows(runs: list[Run]) -> list[list[Run]]:
    """Runs by base line; a raised or lowered small run goes with the line it stands in."""
    rows: list[list[Run]] = []
    bases: list[tuple[float, float]] = []
    for run in sorted(runs, key=lambda run: (run.y, run.x0)):
        place = None
        for back in range(len(rows) - 1, max(len(rows) - 4, -1), -1):
            y, size = bases[back]
            smaller, larger = min(run.size, size), max(run.size, size)
            near = _SAME_LINE * smaller if smaller > 0.8 * larger else _RAISED * larger
            if abs(run.y - y) <= max(near, 1.0) and (smaller > 0.8 * larger or _beside(run, rows[back])):
                place = back
                break
        if place is None:
            rows.append([run])
            bases.append((run.y, run.size))
        else:
            rows[place].append(run)
            if run.size > bases[place][1] * 1.2:
                bases[place] = (run.y, run.size)
    return rows


def _beside(run: Run, row: list[Run]) -> bool:
    """Whether a small run stands right beside a run of a row, as a raised figure does."""
    reach = max(run.size, row[0].size)
    return any(
        (abs(run.x0 - other.x1) < reach or abs(other.x0 - run.x1) < reach) and not run.x0 <= other.x0 <= run.x1
        for other in row
    )


def _segment(runs: list[Run]) -> Segment:
    base = max(runs, key=lambda run: (round(run.size, 1), len(run.text)))
    pieces = [_raised(runs[0], base)]
    for before, run in pairwise(runs):
        if before.text[-1] != " " and run.text[0] != " " and run.x0 - before.x1 > _SPACE * base.size:
            pieces.append(" ")
        pieces.append(_raised(run, base))
    inked = [run for run in runs if any(c.isalnum() for c in run.text)] or runs
    return Segment(
        _WHITE.sub(" ", "".join(pieces)).strip(),
        runs[0].x0,
        max(run.x1 for run in runs),
        base.y,
        base.size,
        all(run.bold for run in inked),
        all(run.italic for run in inked),
        inked[0].bold,
        next((run.tag for run in runs if run.tag >= 0), -1),
    )


def _raised(run: Run, base: Run) -> str:
    """The text of a run, marked where it is a raised figure."""
    if run.size <= 0.78 * base.size and base.y - run.y > 0.12 * base.size:
        figure = run.text.strip()
        if len(figure) <= 3 and (figure.isdigit() or figure in "*†‡"):
            return f"{RAISED_START}{figure}{RAISED_END}"
    return run.text


def lines_of(segments: Iterable[Segment]) -> list[Line]:
    """Put the segments of one column or cell into lines, top to bottom."""
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda segment: (segment.y, segment.x0)):
        if rows and abs(segment.y - rows[-1][0].y) <= max(_SAME_LINE * min(segment.size, rows[-1][0].size), 1.0):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [_line(sorted(row, key=lambda segment: segment.x0)) for row in rows]


def _line(segments: list[Segment]) -> Line:
    if len(segments) == 1:
        only = segments[0]
        return Line(segments, only.text, only.x0, only.x1, only.y, only.size, only.bold, only.italic, only.starts_bold)
    base = max(segments, key=lambda segment: len(segment.text))
    inked = [segment for segment in segments if any(c.isalnum() for c in segment.text)] or segments
    return Line(
        segments,
        " ".join(segment.text for segment in segments),
        segments[0].x0,
        max(segment.x1 for segment in segments),
        base.y,
        base.size,
        all(segment.bold for segment in inked),
        all(segment.italic for segment in inked),
        inked[0].starts_bold,
    )
