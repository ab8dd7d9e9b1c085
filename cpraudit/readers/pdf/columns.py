"""Reading order: the search for the gutter between columns, on plain boxes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Protocol, TypeVar

from cpraudit.readers.pdf.lines import Segment

_GUTTER = 7.0
"""Points that must be free between two columns."""
_LEAST_LINES = 3
_SAME = 4.0
"""Points by which edges of one column may differ."""
_MOST_PIECES = 3_000


class Piece(Protocol):
    """Anything that stands on a page: a segment of text, a table."""

    @property
    def x0(self) -> float:
        """Left edge."""

    @property
    def x1(self) -> float:
        """Right edge."""

    @property
    def top(self) -> float:
        """Upper edge."""


P = TypeVar("P", bound=Piece)


def gutters_of(pages: Iterable[Sequence[Piece]]) -> list[float]:
    """Where the right columns begin that several pages of a document are surely set in."""
    found = sorted(start for pieces in pages for start in [next(_gutters(pieces), None)] if start is not None)
    return [start for start in found if sum(abs(start - other) <= _SAME for other in found) > 1]


def _gutters(pieces: Sequence[Piece]) -> Iterator[float]:
    for start in _starts(pieces):
        if len(_split(pieces, start, 0)) > 1:
            yield start


def in_columns(pieces: Sequence[P], depth: int = 0, known: Sequence[float] = ()) -> list[list[P]]:
    """Part the pieces of a page into streams in reading order: one, or the columns of each band of the page.

    A gutter counts only where running prose stands on both sides: the space between the columns of a table, or between
    numbers and their paragraphs, is none. One that the document is `known` to have counts with prose on one side.
    """
    if depth > 3:
        return [list(pieces)]
    for start in _starts(pieces):
        streams = _split(pieces, start, depth, sure=any(abs(start - other) <= _SAME for other in known))
        if len(streams) > 1:
            return streams
    return [list(pieces)]


def _starts(pieces: Sequence[Piece]) -> list[float]:
    """Left edges at which a second column may begin, the likeliest first; none where the page has too little or too much."""
    if len(pieces) < 2 * _LEAST_LINES or len(pieces) > _MOST_PIECES:
        return []
    left = min(piece.x0 for piece in pieces)
    right = max(piece.x1 for piece in pieces)
    width = right - left
    starts = sorted(
        piece.x0 for piece in pieces if isinstance(piece, Segment) and 0.2 < (piece.x0 - left) / (width or 1) < 0.85
    )
    return _common(starts)


def _common(starts: list[float]) -> list[float]:
    """Left edges that several lines share, the most shared first."""
    groups: list[list[float]] = []
    for start in starts:
        if groups and start - groups[-1][0] <= _SAME:
            groups[-1].append(start)
        else:
            groups.append([start])
    shared = [group for group in groups if len(group) >= _LEAST_LINES]
    return [group[0] for group in sorted(shared, key=lambda group: -len(group))[:6]]


def _split(pieces: Sequence[P], start: float, depth: int, *, sure: bool = False) -> list[list[P]]:
    """Streams of the page if a gutter ends at `start`: what crosses it parts the page into bands."""
    enough = any if sure else all
    ordered = sorted(pieces, key=lambda piece: (piece.top, piece.x0))
    streams: list[list[P]] = []
    whole: list[P] = []
    band: list[P] = []

    def close() -> None:
        one = [piece for piece in band if piece.x1 <= start - _GUTTER]
        other = [piece for piece in band if piece.x0 >= start - 1]
        if one and other and enough((_prose(one), _prose(other))) and not _abreast(one, other):
            if whole:
                streams.append(list(whole))
            whole.clear()
            streams.extend(in_columns(one, depth + 1))
            streams.extend(in_columns(other, depth + 1))
        else:
            whole.extend(band)
        band.clear()

    across: P | None = None
    for piece in ordered:
        if (piece.x0 < start - 1 and piece.x1 > start - _GUTTER) or _ends(across, piece, ordered, start):
            across = None if piece.x1 <= start - _GUTTER else piece
            close()
            whole.append(piece)
        else:
            band.append(piece)
    close()
    if whole:
        streams.append(whole)
    return streams


def _ends(across: Piece | None, piece: Piece, pieces: Sequence[Piece], start: float) -> bool:
    """Whether a line is the short last one of a paragraph that runs across both columns."""
    if not isinstance(across, Segment) or not isinstance(piece, Segment):
        return False
    return (
        0 < piece.y - across.y < 1.6 * piece.size
        and abs(piece.x0 - across.x0) < 2
        and abs(piece.size - across.size) < 0.3
        and piece.bold == across.bold
        and not any(other.x0 >= start - 1 and abs(other.top - piece.top) < 0.5 * piece.size for other in pieces)
    )


def _prose(pieces: Sequence[Piece]) -> bool:
    """Whether one side of a gutter is running prose: enough lines, most of them long and reaching the same edge."""
    texts = [piece for piece in pieces if isinstance(piece, Segment)]
    if len(texts) < _LEAST_LINES:
        return False
    right = max(piece.x1 for piece in texts)
    width = right - min(piece.x0 for piece in texts)
    full = sum(piece.x1 > right - 0.22 * width for piece in texts)
    return median(len(piece.text) for piece in texts) >= 14 and full >= 0.45 * len(texts)


def _abreast(one: Sequence[Piece], other: Sequence[Piece]) -> bool:
    """Whether two sides stand like cells of a table: rows begin together, and one side leaves gaps."""
    left = sorted(piece.top for piece in one)
    right = sorted(piece.top for piece in other)
    fewer, more = (left, right) if len(left) <= len(right) else (right, left)
    together = sum(any(abs(a - b) < 1.5 for b in more) for a in fewer)
    if together < 0.8 * len(fewer) or len(fewer) < _LEAST_LINES:
        return False
    steps = [b - a for a, b in pairwise(fewer)]
    usual = min(steps)
    return sum(step > 1.6 * usual for step in steps) >= 0.4 * len(steps)
