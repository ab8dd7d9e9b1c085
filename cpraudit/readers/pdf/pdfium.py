"""Pages by pdfium: fast, and sparing with memory. It is native code and not thread-safe: one reading at a time.

Text is taken by text object (a stretch drawn in one go), not by character: some hundreds of calls a page instead of ten
thousand.
"""

from __future__ import annotations

import ctypes
import math
import time
from collections.abc import Iterator
from typing import Any, Self

from cpraudit.errors import UnreadableError
from cpraudit.readers.pdf.annotations import take_annotations
from cpraudit.readers.pdf.faults import BROKEN
from cpraudit.readers.pdf.fonts import Face, face_of, spelt
from cpraudit.readers.pdf.matrix import Matrix, turned
from cpraudit.readers.pdf.page import Box, Page, Run
from cpraudit.readers.pdf.shapes import take_shape
from cpraudit.readers.pdf.tags import elements_of
from cpraudit.readers.tesseract import Picture

MOST_OBJECTS = 40_000
"""Things drawn on one page beyond which only its plain text is taken: no page of a report has a tenth of it."""
MOST_DEPTH = 12
"""Forms within forms that are followed."""
MOST_PAGES = 5_000
_MOST_PLAIN = 400_000
MOST_EFFORT = 150_000_000
"""Things drawn times letters beyond which only the plain text is taken: pdfium looks through all letters for each."""
_UNSEEN = 1.5
"""Text in a smaller size than this, in points, does not show."""
_HUGE = 40.0
"""Text on its side in a larger size than this, in points, is a watermark."""
_WIDE = 0.8
"""A letter takes no more than this share of the font size on average, or there are gaps between words."""
_MOST_PARTED = 20_000
_INVISIBLE = 3
"""Text render mode of text that is not shown."""


class BrokenError(UnreadableError):
    """The file, or every page of it, is broken: another engine may still read some of it."""


class Engine:
    """Reads one document from its bytes; a context manager, so that nothing stays open."""

    def __init__(self, data: bytes, deadline: float) -> None:
        import pypdfium2
        import pypdfium2.raw as c

        self._c = c
        self._deadline = deadline
        self._faces: dict[int, Face] = {}
        self._make_room(1 << 12)
        self._found = c.FS_MATRIX()
        self._edges = tuple(ctypes.c_float() for _ in range(4))
        self._size = ctypes.c_float()
        try:
            self._document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise _refusal(str(error)) from error
        try:
            self.pages = len(self._document)
            self._form = self._form_of_document()
            self.title = str(self._document.get_metadata_dict(skip_empty=True).get("Title", ""))
            self.tagged = bool(c.FPDFCatalog_IsTagged(self._document.raw))
        except Exception:
            self._document.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._document.close()

    def _form_of_document(self) -> Any:
        """pdfium's environment for the fields of a form; None where the document has none."""
        if self._c.FPDF_GetFormType(self._document.raw) == self._c.FORMTYPE_NONE:
            return None
        self._document.init_forms()
        return self._document.formenv

    def page(self, index: int) -> Page:
        """Read one page, counted from 0."""
        c = self._c
        raw = c.FPDF_LoadPage(self._document.raw, index)
        if not raw:
            return Page(index + 1, 0, 0, failed=BROKEN)
        try:
            text = c.FPDFText_LoadPage(raw)
            try:
                return self._read(index, raw, text)
            finally:
                if text:
                    c.FPDFText_ClosePage(text)
        finally:
            c.FPDF_ClosePage(raw)

    def picture(self, index: int, scale: float) -> Picture | None:
        """A page as it is shown, in shades of grey, so many dots a point; None where it cannot be drawn."""
        import pypdfium2

        try:
            page = self._document[index]
            try:
                bitmap = page.render(scale=scale, grayscale=True)
                width, height, stride = bitmap.width, bitmap.height, bitmap.stride
                rows = memoryview(bitmap.buffer).cast("B")
                grey = b"".join(rows[at : at + width] for at in range(0, height * stride, stride))
                bitmap.close()
            finally:
                page.close()
        except (pypdfium2.PdfiumError, ValueError):
            return None
        return Picture(width, height, grey)

    def _read(self, index: int, raw: Any, text: Any) -> Page:
        c = self._c
        page = Page(index + 1, float(c.FPDF_GetPageWidthF(raw)), float(c.FPDF_GetPageHeightF(raw)))
        objects = c.FPDFPage_CountObjects(raw)
        if objects > MOST_OBJECTS or objects * c.FPDFText_CountChars(text) > MOST_EFFORT:
            page.crowded = True
            self._plain(page, text)
            return page
        left, bottom = self._origin(raw)
        turns = c.FPDFPage_GetRotation(raw)
        more = self._take(page, raw, text, turned(turns, left, bottom, page.width, page.height))
        if more:
            # a wide table laid on its side, or a sheet scanned upside down: turn the page so that it reads
            across, down = (page.width, page.height) if more == 2 else (page.height, page.width)
            page = Page(index + 1, across, down)
            turns += more
            self._take(page, raw, text, turned(turns, left, bottom, page.width, page.height))
        take_annotations(page, raw, self._form, turned(turns, left, bottom, page.width, page.height))
        if self.tagged:
            elements = elements_of(raw)
            page.roles = dict(elements.values())
            page.runs = [run._replace(tag=elements.get(run.tag, (-1, ""))[0]) for run in page.runs]
        return page

    def _take(self, page: Page, raw: Any, text: Any, shown: Matrix) -> int:
        """Take all that is drawn on a page; tells how many quarter turns clockwise make most of its letters stand upright."""
        c = self._c
        standing = [0, 0, 0, 0]
        things = ((c.FPDFPage_GetObject(raw, k), shown, 0) for k in range(c.FPDFPage_CountObjects(raw)))
        for thing, matrix in self._leaves(things, [MOST_OBJECTS]):
            kind = c.FPDFPageObj_GetType(thing)
            if kind == c.FPDF_PAGEOBJ_TEXT:
                turns, letters = self._text_object(page, thing, matrix, text)
                standing[turns] += letters
            elif kind == c.FPDF_PAGEOBJ_PATH:
                take_shape(page, thing, matrix, self._matrix(thing), self._bounds(thing, matrix))
            elif kind == c.FPDF_PAGEOBJ_IMAGE:
                page.pictures.append(self._bounds(thing, matrix))
        return max(range(4), key=standing.__getitem__)

    def _origin(self, raw: Any) -> tuple[float, float]:
        c = self._c
        values = [ctypes.c_float() for _ in range(4)]
        if c.FPDFPage_GetCropBox(raw, *values) or c.FPDFPage_GetMediaBox(raw, *values):
            return min(values[0].value, values[2].value), min(values[1].value, values[3].value)
        return 0.0, 0.0

    def _leaves(self, things: Iterator[tuple[Any, Matrix, int]], budget: list[int]) -> Iterator[tuple[Any, Matrix]]:
        """What is drawn, forms opened up, as long as the budget lasts."""
        c = self._c
        for thing, matrix, depth in things:
            budget[0] -= 1
            if budget[0] < 0 or (budget[0] % 256 == 0 and time.process_time() > self._deadline):
                return
            if c.FPDFPageObj_GetType(thing) != c.FPDF_PAGEOBJ_FORM:
                yield thing, matrix
            elif depth < MOST_DEPTH:
                inner = matrix.after(self._matrix(thing))
                count = c.FPDFFormObj_CountObjects(thing)
                yield from self._leaves(
                    ((c.FPDFFormObj_GetObject(thing, k), inner, depth + 1) for k in range(count)), budget
                )

    def _matrix(self, thing: Any) -> Matrix:
        found = self._found
        self._c.FPDFPageObj_GetMatrix(thing, found)
        return Matrix(found.a, found.b, found.c, found.d, found.e, found.f)

    def _bounds(self, thing: Any, matrix: Matrix) -> Box:
        x0, y0, x1, y1 = self._edges
        self._c.FPDFPageObj_GetBounds(thing, x0, y0, x1, y1)
        return matrix.box(x0.value, y0.value, x1.value, y1.value)

    def _text_object(self, page: Page, thing: Any, matrix: Matrix, text: Any) -> tuple[int, int]:
        """Take one stretch of text; tells by how many quarter turns clockwise it stands upright, and its letters."""
        c = self._c
        words = self._words(thing, text)
        face = self._face(thing)
        words = spelt(words, face)
        if not words.strip():
            return 0, 0
        placed = matrix.after(self._matrix(thing))
        c.FPDFTextObj_GetFontSize(thing, self._size)
        height = self._size.value * math.hypot(placed.c, placed.d)
        box = self._bounds(thing, matrix)
        dust = max(height, box.height) < _UNSEEN
        if dust or box.x1 <= 0 or box.x0 >= page.width or box.bottom <= 0 or box.top >= page.height:
            page.hidden.append(words.strip())
            return 0, 0
        if abs(placed.b) > abs(placed.a) * 0.05:
            if abs(placed.a) > abs(placed.b) * 0.05 or height > _HUGE:
                page.slanted.append(words.strip())
                return 0, 0
            page.runs.append(Run(words, box.x0, box.x1, box.bottom, height, face.bold, face.italic))
            return (3 if placed.b > 0 else 1), len(words)
        if c.FPDFTextObj_GetTextRenderMode(thing) == _INVISIBLE and not page.pictures:
            page.hidden.append(words.strip())
            return 0, 0
        start = placed.e if placed.a > 0 else box.x0
        x0 = min(start, box.x1) if abs(start - box.x0) < height else box.x0
        tag = c.FPDFPageObj_GetMarkedContentID(thing) if self.tagged else -1
        run = Run(words, x0, box.x1, placed.f, height, face.bold, face.italic, tag)
        if box.width > _WIDE * height * len(words) and len(words) > 3:
            page.runs += self._parted(run, thing, matrix, text)
        else:
            page.runs.append(run)
        return (2 if placed.a < 0 < placed.d else 0), len(words)

    def _words(self, thing: Any, text: Any) -> str:
        c = self._c
        length = c.FPDFTextObj_GetText(thing, text, self._wide, len(self._text))
        if length > len(self._text):
            self._make_room(length)
            c.FPDFTextObj_GetText(thing, text, self._wide, length)
        return ctypes.string_at(self._text, max(length - 2, 0)).decode("utf-16-le", "replace")

    def _make_room(self, size: int) -> None:
        """Room for the text that pdfium hands over."""
        self._text = ctypes.create_string_buffer(size)
        self._wide = ctypes.cast(self._text, ctypes.POINTER(self._c.FPDF_WCHAR))

    def _parted(self, run: Run, thing: Any, matrix: Matrix, text: Any) -> list[Run]:
        """A stretch that was drawn with wide gaps in it (across the cells of a table) as several."""
        c = self._c
        own = ctypes.cast(thing, ctypes.c_void_p).value
        room = c.FS_RECTF()
        pieces: list[tuple[str, float, float]] = []
        for k in range(min(c.FPDFText_CountChars(text), _MOST_PARTED)):
            if ctypes.cast(c.FPDFText_GetTextObject(text, k), ctypes.c_void_p).value != own:
                continue
            letter = chr(c.FPDFText_GetUnicode(text, k))
            if letter.isspace() or not c.FPDFText_GetLooseCharBox(text, k, room):
                continue
            box = matrix.box(room.left, room.bottom, room.right, room.top)
            if pieces and box.x0 - pieces[-1][2] < 0.9 * run.size:
                gap = " " if box.x0 - pieces[-1][2] > 0.15 * run.size else ""
                pieces[-1] = (pieces[-1][0] + gap + letter, pieces[-1][1], box.x1)
            else:
                pieces.append((letter, box.x0, box.x1))
        return [run._replace(text=words, x0=left, x1=right) for words, left, right in pieces] or [run]

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


def _refusal(reason: str) -> UnreadableError:
    if "assword" in reason:
        return UnreadableError("needs a password. Save a copy without one and check that.")
    return BrokenError("is broken or cut short. Save it again as PDF from the program that made it.")
