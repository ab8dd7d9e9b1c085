"""HTML within Markdown: the lines that a browser shows, and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

_UNSEEN = re.compile(r"<(script|style|template|title)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL | re.IGNORECASE)
_OPENS, _CLOSES = re.compile(r"<table\b[^<>]*>", re.IGNORECASE), re.compile(r"</table\s*>", re.IGNORECASE)
_ROW = re.compile(r"<tr\b[^<>]*>(.*?)(?=<tr\b|</tr\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_CELL = re.compile(r"<(t[dh])\b[^<>]*>(.*?)(?=<t[dh]\b|</t[dh]\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_INLINE = re.compile(r"</?(?:b|i|em|strong|u|span|a|sup|sub|small|font|code|mark)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>", re.DOTALL)


def parts_of(content: str) -> Iterator[list[str] | list[list[tuple[bool, list[str]]]]]:
    """What a block of HTML shows, in order: lines of words, or a table as rows of cells, each a heading or not, with its lines.

    A table within a table gives its words to the cell that it stands in.
    """
    content = _UNSEEN.sub(" ", content)
    at = 0
    while (opens := _OPENS.search(content, at)) and (closes := _CLOSES.search(content, opens.end())):
        yield _lines(content[at : opens.start()])
        yield list(_rows(content[opens.end() : closes.start()]))
        at = closes.end()
    yield _lines(content[at:])


def _rows(content: str) -> Iterator[list[tuple[bool, list[str]]]]:
    for row in _ROW.finditer(content):
        cells = [(cell[1].lower() == "th", _lines(cell[2])) for cell in _CELL.finditer(row[1])]
        if cells:
            yield cells


def _lines(content: str) -> list[str]:
    """The words, a line for each stretch that a tag of a block parts from the next."""
    told = unescape(_TAG.sub("\n", _INLINE.sub("", content).replace("\n", " ")))
    return [line for line in map(str.strip, told.split("\n")) if line]
