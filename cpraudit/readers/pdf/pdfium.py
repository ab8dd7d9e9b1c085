"""Pages by pdfium: fast, and sparing with memory. It is native code and not thread-safe: one reading at a time.

Text is taken by text object (a stretch drawn in one go), not by character: some sixty calls a page instead of ten thousand.
"""

from __future__ import annotations

import ctypes
import math
import time
from collections.abc import Iterator
from typing import Any, NamedTuple

from cpraudit.errors import UnreadableError
from cpraudit.readers.pdf.fonts import Face, face_of, spelt
from cpraudit.readers.pdf.page import Box, Page, Run
from cpraudit.readers.pdf.tags import roles_of

MOST_OBJECTS = 40_000
"""Things drawn on one page beyond which only its plain text is taken: no page of a report has a tenth of it."""
MOST_DEPTH = 12
"""Forms within forms that are followed."""
MOST_PAGES = 5_000
_THIN = 3.5
"""A filled or stroked shape no thicker than this, in points, is a ruling line."""
_SHORTEST = 4.0
"""Ruling lines shorter than this, in points, tell nothing."""
_WHITE = 250
_MOST_SEGMENTS = 4_000
_MOST_PLAIN = 400_000
_THICK = 10.0
"""A single stroke no thicker than this, in points, is a ruling line."""
_INVISIBLE = 3
"""Text render mode of text that is not shown."""


class _Matrix(NamedTuple):
    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def after(self, inner: _Matrix) -> _Matrix:
        """The matrix that applies `inner` first and this one then."""
        return _Matrix(
            inner.a * self.a + inner.b * self.c,
            inner.a * self.b + inner.b * self.d,
            inner.c * self.a + inner.d * self.c,
            inner.c * self.b + inner.d * self.d,
            inner.e * self.a + inner.f * self.c + self.e,
            inner.e * self.b + inner.f * self.d + self.f,
        )

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        xa, ya = self.point(x0, y0)
        xb, yb = self.point(x1, y1)
        if self.b or self.c:
            xc, yc = self.point(x0, y1)
            xd, yd = self.point(x1, y0)
            return Box(min(xa, xb, xc, xd), min(ya, yb, yc, yd), max(xa, xb, xc, xd), max(ya, yb, yc, yd))
        return Box(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))


class Engine:
    """Reads one document from its bytes; a context manager, so that nothing stays open."""

    def __init__(self, data: bytes, deadline: float) -> None:
        import pypdfium2
        import pypdfium2.raw as c

        self._c = c
        self._deadline = deadline
        self._faces: dict[int, Face] = {}
        self._wide = ctypes.POINTER(c.FPDF_WCHAR)
        self._text = ctypes.create_string_buffer(1 << 12)
        try:
            self._document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise UnreadableError(_why(str(error))) from error
        try:
            self.pages = len(self._document)
            self.title = str(self._document.get_metadata_dict(skip_empty=True).get("Title", ""))
            self.tagged = bool(c.FPDFCatalog_IsTagged(self._document.raw))
        except Exception:
            self._document.close()
            raise

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, *_: object) -> None:
        self._document.close()

    def page(self, index: int) -> Page:
        """Read one page, counted from 0."""
        c = self._c
        raw = c.FPDF_LoadPage(self._document.raw, index)
        if not raw:
            return Page(index + 1, 0, 0, failed="it is broken")
        try:
            text = c.FPDFText_LoadPage(raw)
            try:
                return self._read(index, raw, text)
            finally:
                if text:
                    c.FPDFText_ClosePage(text)
        finally:
            c.FPDF_ClosePage(raw)

    def _read(self, index: int, raw: Any, text: Any) -> Page:
        c = self._c
        width, height = float(c.FPDF_GetPageWidthF(raw)), float(c.FPDF_GetPageHeightF(raw))
        page = Page(index + 1, width, height)
        objects = c.FPDFPage_CountObjects(raw)
        if objects > MOST_OBJECTS:
            page.crowded = True
            self._plain(page, text)
            return page
        left, bottom = self._origin(raw)
        turns = c.FPDFPage_GetRotation(raw) % 4
        shown = (
            _Matrix(1, 0, 0, -1, -left, height + bottom),
            _Matrix(0, 1, 1, 0, -bottom, -left),
            _Matrix(-1, 0, 0, 1, left + width, -bottom),
            _Matrix(0, -1, -1, 0, bottom + width, left + height),
        )[turns]
        things = ((c.FPDFPage_GetObject(raw, k), shown, 0) for k in range(objects))
        budget = [MOST_OBJECTS]
        for thing, matrix in self._leaves(things, budget):
            kind = c.FPDFPageObj_GetType(thing)
            if kind == c.FPDF_PAGEOBJ_TEXT:
                self._text_object(page, thing, matrix, text)
            elif kind == c.FPDF_PAGEOBJ_PATH:
                self._path(page, thing, matrix)
            elif kind == c.FPDF_PAGEOBJ_IMAGE:
                page.pictures.append(self._bounds(thing, matrix))
        if self.tagged:
            page.roles = roles_of(raw)
        return page

    def _origin(self, raw: Any) -> tuple[float, float]:
        c = self._c
        values = [ctypes.c_float() for _ in range(4)]
        if c.FPDFPage_GetCropBox(raw, *values) or c.FPDFPage_GetMediaBox(raw, *values):
            return min(values[0].value, values[2].value), min(values[1].value, values[3].value)
        return 0.0, 0.0

    def _leaves(self, things: Iterator[tuple[Any, _Matrix, int]], budget: list[int]) -> Iterator[tuple[Any, _Matrix]]:
        """What is drawn, forms opened up, as long as the budget lasts."""
        c = self._c
        for thing, matrix, depth in things:
            budget[0] -= 1
            if budget[0] < 0 or (budget[0] % 256 == 0 and time.monotonic() > self._deadline):
                return
            if c.FPDFPageObj_GetType(thing) != c.FPDF_PAGEOBJ_FORM:
                yield thing, matrix
            elif depth < MOST_DEPTH:
                inner = matrix.after(self._matrix(thing))
                count = c.FPDFFormObj_CountObjects(thing)
                yield from self._leaves(
                    ((c.FPDFFormObj_GetObject(thing, k), inner, depth + 1) for k in range(count)), budget
                )

    def _matrix(self, thing: Any) -> _Matrix:
        found = self._c.FS_MATRIX()
        self._c.FPDFPageObj_GetMatrix(thing, found)
        return _Matrix(found.a, found.b, found.c, found.d, found.e, found.f)

    def _bounds(self, thing: Any, matrix: _Matrix) -> Box:
        x0, y0, x1, y1 = (ctypes.c_float() for _ in range(4))
        self._c.FPDFPageObj_GetBounds(thing, x0, y0, x1, y1)
        return matrix.box(x0.value, y0.value, x1.value, y1.value)

    def _text_object(self, page: Page, thing: Any, matrix: _Matrix, text: Any) -> None:
        c = self._c
        length = c.FPDFTextObj_GetText(thing, text, ctypes.cast(self._text, self._wide), len(self._text))
        if length <= 2:
            return
        if length > len(self._text):
            self._text = ctypes.create_string_buffer(length)
            c.FPDFTextObj_GetText(thing, text, ctypes.cast(self._text, self._wide), length)
        words = self._text.raw[: length - 2].decode("utf-16-le", "replace")
        face = self._face(thing)
        words = spelt(words, face)
        if not words.strip():
            return
        placed = matrix.after(self._matrix(thing))
        size = ctypes.c_float()
        c.FPDFTextObj_GetFontSize(thing, size)
        height = size.value * math.hypot(placed.c, placed.d)
        if abs(placed.b) > abs(placed.a) * 0.05:
            page.slanted.append(words.strip())
            return
        if c.FPDFTextObj_GetTextRenderMode(thing) == _INVISIBLE and not page.pictures:
            page.hidden.append(words.strip())
            return
        box = self._bounds(thing, matrix)
        start = placed.e if placed.a > 0 else box.x0
        x0 = min(start, box.x1) if abs(start - box.x0) < height else box.x0
        tag = c.FPDFPageObj_GetMarkedContentID(thing) if self.tagged else -1
        page.runs.append(Run(words, x0, box.x1, placed.f, height, face.bold, face.italic, tag))

    def _face(self, thing: Any) -> Face:
        c = self._c
        font = c.FPDFTextObj_GetFont(thing)
        key = ctypes.cast(font, ctypes.c_void_p).value or 0
        known = self._faces.get(key)
        if known is None:
            name = ctypes.create_string_buffer(256)
            c.FPDFFont_GetBaseFontName(font, name, 256)
            known = face_of(
                name.value.decode("utf-8", "replace"), c.FPDFFont_GetWeight(font), c.FPDFFont_GetFlags(font)
            )
            self._faces[key] = known
        return known

    def _path(self, page: Page, thing: Any, matrix: _Matrix) -> None:
        """Take a drawn shape apart into ruling lines and shades."""
        c = self._c
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        if not c.FPDFPath_GetDrawMode(thing, fill, stroke) or not (fill.value or stroke.value):
            return
        segments = c.FPDFPath_CountSegments(thing)
        page.shapes += segments > 8
        if segments > 5:
            if segments <= _MOST_SEGMENTS:
                for box in self._strokes(thing, matrix.after(self._matrix(thing)), segments):
                    _sort_shape(page, box, bool(fill.value), bool(stroke.value), self._white(thing))
            return
        box = self._bounds(thing, matrix)
        if segments == 2:
            if min(box.width, box.height) <= min(_THICK, 0.34 * max(box.width, box.height)):
                page.rules.append(_thinned(box))
            return
        thin = box.width <= _THIN or box.height <= _THIN
        _sort_shape(page, box, bool(fill.value), bool(stroke.value), not thin and self._white(thing))

    def _white(self, thing: Any) -> bool:
        shade = [ctypes.c_uint() for _ in range(4)]
        found = self._c.FPDFPageObj_GetFillColor(thing, *shade)
        return bool(found) and (min(part.value for part in shade[:3]) >= _WHITE or shade[3].value == 0)

    def _strokes(self, thing: Any, matrix: _Matrix, segments: int) -> Iterator[Box]:
        """The bounds of each stretch of a path that was drawn without lifting the pen."""
        c = self._c
        x, y = ctypes.c_float(), ctypes.c_float()
        points: list[tuple[float, float]] = []
        for k in range(segments):
            segment = c.FPDFPath_GetPathSegment(thing, k)
            c.FPDFPathSegment_GetPoint(segment, x, y)
            if c.FPDFPathSegment_GetType(segment) == c.FPDF_SEGMENT_MOVETO:
                if len(points) > 1:
                    yield _around(points)
                points = []
            points.append(matrix.point(x.value, y.value))
        if len(points) > 1:
            yield _around(points)

    def _plain(self, page: Page, text: Any) -> None:
        """Only the words of a page that has too much drawn on it, line by line."""
        c = self._c
        count = min(c.FPDFText_CountChars(text), _MOST_PLAIN)
        buffer = ctypes.create_string_buffer(2 * (count + 1))
        c.FPDFText_GetText(text, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
        words = buffer.raw[: 2 * count].decode("utf-16-le", "replace")
        for row, line in enumerate(words.splitlines()):
            if line.strip():
                page.runs.append(Run(line.strip(), 72, page.width - 72, 72 + 12 * row, 10))


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


def _sort_shape(page: Page, box: Box, filled: bool, stroked: bool, white: bool) -> None:
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


def _why(reason: str) -> str:
    if "assword" in reason:
        return "needs a password. Save a copy without one and check that."
    return "is broken or cut short. Save it again as PDF from the program that made it."
