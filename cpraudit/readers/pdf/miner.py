"""Pages by pdfminer.six, for what pdfium refuses or leaves empty: it is written in Python, forgives other breakage, and is slow.

It is imported where pdfium has failed, and never else.
"""

from __future__ import annotations

import io
import logging
import math
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple, Self

from cpraudit.errors import UnreadableError
from cpraudit.readers.pdf.faults import BROKEN, fault_of
from cpraudit.readers.pdf.fonts import face_of, spelt
from cpraudit.readers.pdf.page import Box, Page, Run
from cpraudit.readers.pdf.pdfium import MOST_PAGES
from cpraudit.readers.pdf.shapes import sort_shape

_MOST_ITEMS = 100_000
"""Letters and shapes of one page: a page of small print has 8,000."""
_SPACE = 0.12
"""A gap wider than this share of the font size parts two runs."""
_DEEPEST = 12
"""Forms within forms that are followed."""
_WHITE = 0.98


class _OutOfTimeError(Exception):
    """The document has taken more time than it may."""


class Miner:
    """Reads one document from its bytes, with the same methods as pdfium's engine."""

    def __init__(self, data: bytes, deadline: float) -> None:
        """Open it. Raises UnreadableError where this engine cannot either."""
        logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it tells of every oddity
        from pdfminer.pdfdocument import PDFDocument
        from pdfminer.pdfpage import PDFPage
        from pdfminer.pdfparser import PDFParser

        self._deadline = deadline
        try:
            document = PDFDocument(PDFParser(io.BytesIO(data)))
            self._pages = list(islice(PDFPage.create_pages(document), MOST_PAGES + 1))
            self.title = _title(document.info)
        except Exception as error:  # it has no one error of its own for a broken file
            raise UnreadableError("is broken or cut short.") from error
        self.pages = len(self._pages)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pages.clear()

    def page(self, index: int) -> Page:
        """Read one page, counted from 0."""
        try:
            return _as_page(index + 1, self._drawn(index))
        except _OutOfTimeError:
            return Page(index + 1, 0, 0, failed="there was no time left")
        except Exception:  # likewise
            return Page(index + 1, 0, 0, failed=BROKEN)

    def instead_of(self, page: Page) -> Page:
        """The same page, where this engine can read it; else the page as it is."""
        other = self.page(page.number - 1) if page.number <= self.pages else page
        return page if fault_of(other) or not other.runs else other

    def _drawn(self, index: int) -> Any:
        """What the library makes of a page: a tree of letters and shapes."""
        from pdfminer.converter import PDFLayoutAnalyzer
        from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager

        deadline = self._deadline
        drawn: list[Any] = []

        class Collector(PDFLayoutAnalyzer):  # type: ignore[misc]
            """Keeps what a page draws, as long as the time lasts."""

            seen = 0

            def render_char(self, *given: Any, **more: Any) -> float:
                self.seen += 1
                if self.seen > _MOST_ITEMS or (self.seen % 512 == 0 and time.process_time() > deadline):
                    raise _OutOfTimeError
                return float(super().render_char(*given, **more))

            def receive_layout(self, page: Any) -> None:
                drawn.append(page)

        resources = PDFResourceManager()
        PDFPageInterpreter(resources, Collector(resources)).process_page(self._pages[index])
        return drawn[0]


def _as_page(number: int, drawn: Any) -> Page:
    page = Page(number, float(drawn.width), float(drawn.height), mined=True)
    letters: list[_Letter] = []
    on_side = 0
    for item in islice(_leaves(drawn, _DEEPEST), _MOST_ITEMS):
        box = Box(item.x0, page.height - item.y1, item.x1, page.height - item.y0)
        kind = type(item).__name__
        if kind == "LTChar":
            if abs(item.matrix[1]) > abs(item.matrix[0]):
                on_side += 1
            else:
                letters.append(_letter(item, box, page.height))
        elif kind == "LTImage":
            page.pictures.append(box)
        elif kind in {"LTLine", "LTRect"}:
            sort_shape(page, box, filled=bool(item.fill), stroked=bool(item.stroke), white=_white(item))
        page.shapes += kind == "LTCurve"
    page.runs = list(_runs(letters))
    if on_side > len(letters):
        page.failed = "its words lie on their side"
    return page


class _Letter(NamedTuple):
    text: str
    x0: float
    x1: float
    y: float
    size: float
    font: str


def _letter(item: Any, box: Box, height: float) -> _Letter:
    _, _, c, d, _, base = item.matrix
    size = math.hypot(c, d)
    scaled = size if size > 1.5 else box.height  # where the size stands in the text matrix, or in the font
    return _Letter(item.get_text(), box.x0, box.x1, height - base, scaled, item.fontname)


def _runs(letters: Iterable[_Letter]) -> Iterator[Run]:
    """Letters that touch, in one font on one base line, as one run."""
    together: list[_Letter] = []
    for letter in letters:
        last = together[-1] if together else None
        if last is not None and (
            abs(letter.y - last.y) > 0.5
            or letter.font != last.font
            or abs(letter.size - last.size) > 0.2
            or not -_SPACE <= (letter.x0 - last.x1) / max(last.size, 1.0) <= _SPACE
        ):
            yield from _run(together)
            together = []
        together.append(letter)
    yield from _run(together)


def _run(letters: list[_Letter]) -> Iterator[Run]:
    if not letters:
        return
    first = letters[0]
    face = face_of(first.font, 0, 0)
    text = spelt("".join(letter.text for letter in letters), face)
    if text.strip():
        yield Run(text, first.x0, letters[-1].x1, first.y, first.size, face.bold, face.italic)


def _leaves(container: Any, depth: int) -> Iterator[Any]:
    """What is drawn, forms opened up."""
    for item in container:
        if type(item).__name__ != "LTFigure":
            yield item
        elif depth:
            yield from _leaves(item, depth - 1)


def _white(item: Any) -> bool:
    colour = item.non_stroking_color
    shades = colour if isinstance(colour, list | tuple) else [colour]
    return len(shades) in {1, 3} and all(isinstance(part, int | float) and part >= _WHITE for part in shades)


def _title(told: list[dict[str, Any]]) -> str:
    from pdfminer.utils import decode_text

    raw = next((one["Title"] for one in told if isinstance(one.get("Title"), bytes)), b"")
    return str(decode_text(raw))
