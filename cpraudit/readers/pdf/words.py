"""Lines to running text: words divided at the end of a line are put together again."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import cached_property

from cpraudit.readers.pdf.lines import Line
from cpraudit.readers.pdf.measure import breadth
from cpraudit.readers.pdf.page import Page
from cpraudit.readers.pdf.paragraphs import LEADERS

_MOST_PIECES = 4
"""Lines that one word may take."""
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_HEADS = frozenset({
    "accountable", "action", "agencies", "agency", "completion", "deadline", "evidence", "expected", "improve", "improvement", "intended",
    "learning", "monitoring", "operational", "outcome", "progress", "recommendation", "regional", "responsibility", "responsible",
    "strategic", "timeframe", "timeline", "timescale",
})  # fmt: skip
"""Words over the narrow columns of a table, which may stand nowhere else in a report."""


class Vocabulary(Container[str]):
    """Every word of a document, lower-case, gathered when the first divided word asks for it."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = pages

    def __contains__(self, word: object) -> bool:
        return word in _HEADS or word in self._words

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(word.lower() for page in self._pages for run in page.runs for word in _WORD.findall(run.text))


def text_of(lines: Sequence[Line], words: Container[str], right: float) -> str:
    """The lines of a paragraph as running text; a word divided at a line's end is put together again.

    `right` is the edge that the lines are broken at.
    """
    text = ""
    for line in _mended(lines, words, right):
        if not text:
            text = line
        elif text.endswith("\u00ad"):
            text = text[:-1] + line
        elif text.endswith("-") and len(text) > 1 and text[-2].isalpha() and line[:1].isalpha():
            text = _rejoined(text, line, words)
        elif text.endswith(("/", "–", "—")) and text[-2:-1] != " " and not line[:1].isspace():
            text += line
        else:
            text += " " + line
    return LEADERS.sub(" ", text)


def _mended(lines: Sequence[Line], words: Container[str], right: float) -> Iterator[str]:
    """The text of each line, those joined over which a word runs that is longer than its column is wide."""
    at = 0
    while at < len(lines):
        text = joined = lines[at].text
        end = at + 1
        for step in range(at + 1, min(at + _MOST_PIECES, len(lines))):
            if not _is_piece(lines[step - 1], lines[step], right):
                break
            joined += lines[step].text
            word = _WORD.match(joined.lower())
            if word and any(form in words for form in (word.group(), f"{word.group()}s", word.group().removesuffix("s"))):
                text, end = joined, step + 1
                break
        yield text
        at = end


def _is_piece(line: Line, after: Line, right: float) -> bool:
    """Whether a line is letters without a space that leave no room for the first one of the next line."""
    if not line.text.isalpha() or not after.text[:1].islower():
        return False
    letter = (line.x1 - line.x0) * breadth(after.text[0]) / breadth(line.text)
    return right - line.x1 < letter + 0.15 * line.size


def _rejoined(text: str, after: str, words: Container[str]) -> str:
    """Join over a hyphen at a line's end: without it where the document has the whole word elsewhere."""
    head = re.split(r"[^\w’'-]", text)[-1][:-1]
    tail = re.split(r"[^\w’']", after, maxsplit=1)[0]
    whole, hyphenated = (head + tail).lower(), f"{head}-{tail}".lower()
    if whole in words and hyphenated not in words:
        return text[:-1] + after
    return text + after
