"""Drawn shapes to ruling lines and shades."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from cpraudit.readers.pdf.matrix import Matrix
from cpraudit.readers.pdf.page import Box, Page

_THIN = 3.5
"""A filled or stroked shape no thicker than this, in points, is a ruling line."""
_THICK = 10.0
"""A single stroke no thicker than this, in points, is a ruling line."""
_SHORTEST = 4.0
"""Ruling lines shorter than this, in points, tell nothing."""
_WHITE = 250
_MOST_SEGMENTS = 4_000


def take_shape(page: Page, shape: Any, outer: Matrix, own: Matrix, bounds: Box) -> None:
    """Add a drawn path of pdfium to the rules and shades of a page.

    `outer` places the form that the path is drawn in, `own` the path itself; `bounds` are those of the path as shown.
    """
    import pypdfium2.raw as c

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not c.FPDFPath_GetDrawMode(shape, fill, stroke) or not (fill.value or stroke.value):
        return
    segments = c.FPDFPath_CountSegments(shape)
    page.shapes += segments > 8
    if segments > 5:
        if segments <= _MOST_SEGMENTS:
            for box in _strokes(shape, outer.after(own), segments):
                sort_shape(page, box, filled=bool(fill.value), stroked=bool(stroke.value), white=_white(shape))
        return
    if segments == 2:
        if min(bounds.width, bounds.height) <= min(_THICK, 0.34 * max(bounds.width, bounds.height)):
            page.rules.append(_thinned(bounds))
        return
    thin = bounds.width <= _THIN or bounds.height <= _THIN
    sort_shape(page, bounds, filled=bool(fill.value), stroked=bool(stroke.value), white=not thin and _white(shape))


def _white(shape: Any) -> bool:
    import pypdfium2.raw as c

    shade = [ctypes.c_uint() for _ in range(4)]
    found = c.FPDFPageObj_GetFillColor(shape, *shade)
    return bool(found) and (min(part.value for part in shade[:3]) >= _WHITE or shade[3].value == 0)


def _strokes(shape: Any, matrix: Matrix, segments: int) -> Iterator[Box]:
    """The bounds of each stretch of a path that was drawn without lifting the pen."""
    import pypdfium2.raw as c

    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for k in range(segments):
        segment = c.FPDFPath_GetPathSegment(shape, k)
        c.FPDFPathSegment_GetPoint(segment, x, y)
        if c.FPDFPathSegment_GetType(segment) == c.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield _around(points)
            points = []
        points.append(matrix.point(x.value, y.value))
    if len(points) > 1:
        yield _around(points)


def _around(points: list[tuple[float, float]]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _thinned(box: Box) -> Box:
    """The middle line of a stroke; the bounds that pdfium gives are widened by the pen."""
    if box.width >= box.height:
        middle = (box.top + box.bottom) / 2
        return Box(box.x0, middle, box.x1, middle)
    middle = (box.x0 + box.x1) / 2
    return Box(middle, box.top, middle, box.bottom)


def sort_shape(page: Page, box: Box, *, filled: bool, stroked: bool, white: bool) -> None:
    """Add a box that was drawn to the rules and shades of a page."""
    if box.width <= _THIN or box.height <= _THIN:
        if max(box.width, box.height) >= _SHORTEST:
            page.rules.append(box)
        return
    if filled and not white:
        page.shades.append(box)
    if stroked:
        page.rules += [
            Box(box.x0, box.top, box.x1, box.top),
            Box(box.x0, box.bottom, box.x1, box.bottom),
            Box(box.x0, box.top, box.x0, box.bottom),
            Box(box.x1, box.top, box.x1, box.bottom),
        ]
