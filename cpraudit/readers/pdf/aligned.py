"""Tables without ruling lines: cells that stand under each other with wide gaps between them.

Only what is surely a table counts: three columns, or two of which a cell takes several lines. Lines of a form ('Name:
...'), numbered paragraphs and tables of contents have gaps too, and are prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from cpraudit.readers.pdf.flow import CellFlow, TableFlow
from cpraudit.readers.pdf.lines import Line, Segment, lines_of
from cpraudit.readers.pdf.measure import Spacing, fits
from cpraudit.readers.pdf.page import Box
from cpraudit.readers.pdf.paragraphs import label_of, paragraphs_of

_SAME_EDGE = 3.0
_LEAST_GAP = 1.3
"""Gap between two cells, in ems, at least."""
_LEAST_ROWS = 3
_MOST_COLUMNS = 8
_TALL = 3.2
"""A step down wider than this, in font sizes, ends a table."""
_BLANK = re.compile(r"\.{5,}|_{4,}|…{2,}")
_PAGE_NUMBER = re.compile(r"[ivxlc\d]{1,4}$")


def aligned_tables(
    lines: list[Line], page: int, right: float, spacing: Spacing
) -> Iterator[tuple[int, int, TableFlow]]:
    """Each table among the lines of a column: first line, line after the last, and the table."""
    at = 0
    while at < len(lines):
        starts = _starts(lines[at])
        end = _end(lines, at, starts) if starts else at
        if starts and _is_table(lines[at:end], starts, broken=end == len(lines) or at == 0):
            yield at, end, _table(lines[at:end], starts, page, right, spacing)
            at = end
        else:
            at += 1


def _starts(line: Line) -> list[float]:
    """Left edges of the cells of a line; none where it is no row of a table."""
    parts = line.segments
    if not 2 <= len(parts) <= _MOST_COLUMNS or _BLANK.search(line.text):
        return []
    if any(after.x0 - before.x1 < _LEAST_GAP * line.size for before, after in pairwise(parts)):
        return []
    label, _ = label_of(line)
    if (label and len(label) >= len(parts[0].text) - 1) or (len(parts) == 2 and _PAGE_NUMBER.match(parts[1].text)):
        return []
    return [part.x0 for part in parts]


def _end(lines: list[Line], at: int, starts: list[float]) -> int:
    """The line after the last whose cells all stand in the columns."""
    end = at + 1
    while end < len(lines):
        line = lines[end]
        if line.y - lines[end - 1].y > _TALL * line.size or _BLANK.search(line.text):
            break
        if not all(_column_of(part, starts) is not None for part in line.segments):
            break
        end += 1
    while end > at + 1 and len(lines[end - 1].segments) == 1 and _column_of(lines[end - 1].segments[0], starts) == 0:
        end -= 1  # what follows the table begins at the same edge
    return end


def _column_of(part: Segment, starts: list[float]) -> int | None:
    """The column that a segment begins at and keeps to; None where it runs on into the next."""
    for k, start in enumerate(starts):
        if abs(part.x0 - start) <= _SAME_EDGE:
            return k if k + 1 == len(starts) or part.x1 < starts[k + 1] - 2 else None
    return None


def _is_table(lines: list[Line], starts: list[float], *, broken: bool) -> bool:
    """Whether the lines are surely a table; two rows are enough where the page breaks it."""
    rows = [line for line in lines if len(line.segments) > 1]
    if len(rows) < (_LEAST_ROWS - 1 if broken else _LEAST_ROWS):
        return False
    wrapped = any(len(line.segments) == 1 and _column_of(line.segments[0], starts) != 0 for line in lines[1:])
    return len(starts) > 2 or wrapped


def _table(lines: list[Line], starts: list[float], page: int, right: float, spacing: Spacing) -> TableFlow:
    rights = [*(start - 6 for start in starts[1:]), max(right, *(line.x1 for line in lines))]
    rows: list[list[list[Segment]]] = []
    before: dict[int, Line] = {}
    for line in lines:
        parts: dict[int, Segment] = {}
        for part in line.segments:
            parts[_column_of(part, starts) or 0] = part
        here = {k: lines_of([part])[0] for k, part in parts.items()}
        if not rows or (0 in parts and _new_row(here, before, rights)):
            rows.append([[] for _ in starts])
            before = {}
        for k, part in parts.items():
            rows[-1][k].append(part)
        before |= here
    box = Box(starts[0], lines[0].top, rights[-1], lines[-1].bottom)
    return TableFlow(
        page,
        box,
        [*starts, rights[-1]],
        [
            [
                CellFlow(r, k, 1, 1, list(paragraphs_of(lines_of(cell), page, starts[k], rights[k], spacing)))
                for k, cell in enumerate(row)
            ]
            for r, row in enumerate(rows)
        ],
    )


def _new_row(here: dict[int, Line], before: dict[int, Line], rights: list[float]) -> bool:
    """Whether a line with something in the first column begins a row: none of its cells goes on with the one above."""
    shared = [k for k in here if k in before]
    if len(here) > 1 and not shared:
        return True
    return any(fits(here[k], before[k], rights[k]) or here[k].bold != before[k].bold for k in shared)
