"""The words on pages that are pictures, as runs of text, so that all that comes after reads them like any others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from statistics import fmean, median

from cpraudit.readers.pdf.faults import fault_of
from cpraudit.readers.pdf.page import Page, Run
from cpraudit.readers.pdf.pdfium import Engine
from cpraudit.readers.tesseract import NotRecognisedError, Word, words_in

_DOTS = 300.0
"""Dots an inch that tesseract is trained for."""
_MOST_DOTS = 24_000_000
"""Of one picture: twice a page of A4 and a half; a larger page is shown coarser."""
_POINTS = 72.0
_LEAST_SURE = 60.0
"""Per cent, over a page, below which it is left unread: half of its words would be others."""
_FEW = 5
"""A page with fewer words is left as the picture that it is."""
_TALL, _SMALL, _BELOW = 0.72, 0.50, 0.21
"""Shares of the font size: of capitals and tall letters, of small letters, and of what hangs below the base line."""
_DIPPING = frozenset("gjpqy,;()[]ŷ")


def recognise(engine: Engine, page: Page) -> None:
    """Give a page that is a picture, or that has letters which stand for nothing, the words that are seen on it."""
    if page.failed or not fault_of(page):
        return
    dots = min(_DOTS, _POINTS * (_MOST_DOTS / max(page.width * page.height, 1.0)) ** 0.5)
    picture = engine.picture(page.number - 1, dots / _POINTS)
    if picture is None:
        return
    try:
        words = words_in(picture, dots)
    except NotRecognisedError:
        return
    sure = fmean(word.sure for word in words) if words else 0.0
    if len(words) < _FEW or sure < _LEAST_SURE:
        return
    page.width, page.height = picture.width * _POINTS / dots, picture.height * _POINTS / dots
    page.running = 0
    page.runs = _runs(words, _POINTS / dots)
    page.recognised = sure


def _runs(words: Iterable[Word], scale: float) -> list[Run]:
    """A run for each word, on the base line of its line and in that line's size."""
    lines: dict[tuple[int, ...], list[Word]] = defaultdict(list)
    for word in words:
        lines[word.line].append(word)
    found = []
    sizes = {line: median(map(_size, held)) * scale for line, held in lines.items()}
    usual = median(size for line, size in sizes.items() for _ in lines[line])
    for line, held in lines.items():
        size = usual if 0.8 < sizes[line] / usual < 1.25 else sizes[line]  # a line of capitals is no other print
        base = median(word.top + word.height * _above(word) for word in held) * scale
        found += [
            Run(word.text, word.left * scale, (word.left + word.width) * scale, base, round(size, 1)) for word in held
        ]
    return found


def _shape(word: Word) -> tuple[float, float]:
    """Shares of the font size that the letters of a word stand above the base line, and hang below it."""
    tall = any(sign.isupper() or sign.isdigit() or sign in "bdfhklt()[]" for sign in word.text)
    return _TALL if tall else _SMALL, _BELOW if not _DIPPING.isdisjoint(word.text) else 0.0


def _size(word: Word) -> float:
    return word.height / sum(_shape(word))


def _above(word: Word) -> float:
    above, below = _shape(word)
    return above / (above + below)
