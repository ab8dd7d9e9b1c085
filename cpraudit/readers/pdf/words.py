"""Lines to running text: words divided at the end of a line are put together again."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import cached_property

from cpraudit.readers.pdf.lines import Line
from cpraudit.readers.pdf.page import Page
from cpraudit.readers.pdf.paragraphs import LEADERS

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


class Vocabulary(Container[str]):
    """Every word of a document, lower-case, gathered when the first divided word asks for it."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = pages

    def __contains__(self, word: object) -> bool:
        return word in self._words

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(word.lower() for page in self._pages for run in page.runs for word in _WORD.findall(run.text))


def text_of(lines: Sequence[Line], words: Container[str]) -> str:
    """The lines of a paragraph as running text; a word divided at a line's end is put together again."""
    text = ""
    for line in lines:
        if not text:
            text = line.text
        elif text.endswith("\u00ad"):
            text = text[:-1] + line.text
        elif text.endswith("-") and len(text) > 1 and text[-2].isalpha() and line.text[:1].isalpha():
            text = _rejoined(text, line.text, words)
        elif text.endswith(("/", "–", "—")) and text[-2:-1] != " " and not line.text[:1].isspace():
            text += line.text
        else:
            text += " " + line.text
    return LEADERS.sub(" ", text)


def _rejoined(text: str, after: str, words: Container[str]) -> str:
    """Join over a hyphen at a line's end: without it where the document has the whole word elsewhere."""
    head = re.split(r"[^\w’'-]", text)[-1][:-1]
    tail = re.split(r"[^\w’']", after, maxsplit=1)[0]
    whole, hyphenated = (head + tail).lower(), f"{head}-{tail}".lower()
    if whole in words and hyphenated not in words:
        return text[:-1] + after
    return text + after
