"""PDF to a Document: paragraphs, lists, tables and boxes as the page shows them.

The engine is pdfium (`pdfium.py`), and pdfminer.six (`miner.py`) for a file or a page that pdfium cannot read; everything after it works on plain geometry: runs to lines (`lines.py`), furniture
(`furniture.py`), ruled tables (`grids.py`), columns (`columns.py`), paragraphs (`paragraphs.py`), page by page
(`layout.py`), then over page breaks (`joining.py`), then to blocks (`assembly.py`).
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

from cpraudit.document.clean import tidy
from cpraudit.document.model import Block, Document, Furniture, Mark, MarkKind, Part
from cpraudit.errors import UnreadableError
from cpraudit.readers.opening import Source
from cpraudit.readers.pdf.assembly import Assembly
from cpraudit.readers.pdf.faults import is_lost, reading_of
from cpraudit.readers.pdf.guard import refuse_bombs
from cpraudit.readers.pdf.headings import mark_headings
from cpraudit.readers.pdf.joining import joined
from cpraudit.readers.pdf.layout import lay_out
from cpraudit.readers.pdf.miner import Miner
from cpraudit.readers.pdf.notes import split_note
from cpraudit.readers.pdf.page import Page
from cpraudit.readers.pdf.pdfium import MOST_PAGES, BrokenError, Engine
from cpraudit.readers.pdf.recognising import recognise
from cpraudit.readers.pdf.scans import note_running
from cpraudit.readers.pdf.wholeness import counts, is_cut
from cpraudit.readers.pdf.words import Vocabulary

__all__ = ["read"]

_OWN = 0.6
"""Share of the time that a file may take after which further pages are left unread and named, rather than all given up."""

_STAND_IN = re.compile(r"message is not eventually replaced by the proper contents", re.IGNORECASE)
_MOST_STANDING_IN = 2
"""Pages of what stands in for a form that cannot be shown."""


def read(source: Source) -> Document:
    """Read a PDF. Not safe to call from two threads at once.

    Raises UnreadableError where it is locked, cut short, or not a PDF at all.
    """
    name = source.name
    try:
        pages, title = _pages(source)
        _refuse_stand_in(pages)
    except UnreadableError as error:
        raise UnreadableError(f"'{name}' {error}") from error
    layout = lay_out(pages)
    flow = joined(layout.pages)
    mark_headings(flow)
    figures = frozenset(split_note(note.lines[0].text)[0] for note in layout.notes)
    assembly = Assembly(Vocabulary(pages), figures)
    assembly.add([*flow, *layout.notes])
    reading = reading_of(pages, cut=is_cut(source.data), complete=counts(source.data, len(pages)))
    part = Part(source.path, source.sha256, "pdf", title=tidy(title), pages=len(pages), reading=reading)
    furniture = [
        *(Furniture("header", tidy(text)) for text in layout.edges.headers),
        *(Furniture("footer", tidy(text)) for text in layout.edges.footers),
        *(Furniture("watermark", text) for text in dict.fromkeys(tidy(t) for page in pages for t in page.slanted)),
    ]
    marks = tuple(mark for page in pages for mark in _marks(page, _nearest(assembly.blocks, page.number)))
    return Document(tuple(assembly.blocks), tuple(assembly.tables), (part,), marks, tuple(furniture))


def _refuse_stand_in(pages: list[Page]) -> None:
    """Refuse a dynamic form (XFA): but for Adobe's own, programs see one page that asks to wait."""
    words = " ".join(run.text for page in pages[:1] for run in page.runs)
    if len(pages) <= _MOST_STANDING_IN and _STAND_IN.search(re.sub(r"\s+", " ", words)):
        raise UnreadableError(
            "is a dynamic form, whose contents only Adobe's own reader shows. Open it there and print it to PDF, or save it as Word."
        )


def _marks(page: Page, block: int | None) -> Iterator[Mark]:
    """What is struck out on a page, and the comments on it."""
    for text in page.struck:
        yield Mark(MarkKind.DELETION, tidy(text), block=block)
    for comment in page.comments:
        yield Mark(MarkKind.COMMENT, tidy(comment.text), tidy(comment.author), block=block)


def _nearest(blocks: list[Block], page: int) -> int | None:
    """The first block of a page."""
    return next((block.index for block in blocks if block.page == page), None)


def _pages(source: Source) -> tuple[list[Page], str]:
    data = source.data
    if b"%PDF-" not in data[:1024]:
        raise UnreadableError("is not a PDF, whatever its name says. Save it as PDF from the program that made it.")
    refuse_bombs(data)
    deadline = time.process_time() + _OWN * source.seconds
    try:
        with Engine(data, deadline) as engine:
            return _pages_by(engine, source, deadline), engine.title
    except BrokenError as broken:  # the other engine forgives other breakage; where it does not, the first has the word
        try:
            with Miner(data, deadline) as miner:
                return _pages_by(miner, source, deadline), miner.title
        except UnreadableError:
            raise broken from None


def _pages_by(engine: Engine | Miner, source: Source, deadline: float) -> list[Page]:
    """Every page: by the engine, by the other where it gives none that can be read, or recognised where that is asked for.

    Raises BrokenError where nothing stands on any.
    """
    if engine.pages > MOST_PAGES:
        raise UnreadableError(f"has {engine.pages:,} pages, which is more than is read ({MOST_PAGES:,}).")
    second: Miner | None = None
    pages = []
    for index in range(engine.pages):
        if time.process_time() > deadline:
            pages.append(Page(index + 1, 0, 0, failed="there was no time left"))
            continue
        page = engine.page(index)
        if isinstance(engine, Engine) and is_lost(page):
            second = second or _opened(source.data, deadline)
            page = second.instead_of(page) if second else page
        pages.append(page)
    note_running(pages)
    if isinstance(engine, Engine) and source.ocr:
        for page in pages:
            if time.process_time() < deadline:
                recognise(engine, page)
    if all(page.failed or page.blank for page in pages):
        raise BrokenError("has nothing on its pages, or they are broken. Save it again as PDF from its program.")
    return pages


def _opened(data: bytes, deadline: float) -> Miner | None:
    try:
        return Miner(data, deadline)
    except UnreadableError:
        return None
