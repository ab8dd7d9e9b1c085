"""What every reader's document is brought to: no more text than a review can have, in paragraphs that can be searched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cpraudit.document.model import Block, BlockKind, Document, Span
from cpraudit.errors import UnreadableError

MOST_LETTERS = 3_000_000
"""Characters of text: 1,000 pages, ten times the longest review."""
MOST_BLOCKS = 30_000
LONGEST = 6_000
"""Characters of one paragraph: three pages without a break, which is a file that has lost its line ends."""
_LEAST = LONGEST // 2
_UNBROKEN = 1_000
"""Where not even a word ends, letters that are kept together."""
_SENTENCE_END = re.compile(r"[.!?]['\"’”)]?\s")


def bounded(document: Document, name: str) -> Document:
    """The document with endless paragraphs cut at the ends of sentences.

    Raises UnreadableError where there is more text than any review has.
    """
    letters = sum(len(block.text) for block in document.blocks)
    if letters > MOST_LETTERS or len(document.blocks) > MOST_BLOCKS:
        raise UnreadableError(
            f"'{name}' holds {len(document.blocks):,} paragraphs and {letters:,} characters, more than any review. "
            "Name the report itself."
        )
    if all(len(block.text) <= LONGEST for block in document.blocks):
        return document
    blocks: list[Block] = []
    places: list[range] = []
    for block in document.blocks:
        first = len(blocks)
        for offset, text in _cut(block.text):
            kept = block if offset == 0 else replace(block, kind=_following(block.kind), label="", level=None, pictures=0)
            blocks.append(replace(kept, index=len(blocks), text=text))
        places.append(range(first, len(blocks)))
    tables = tuple(
        replace(
            table,
            rows=tuple(
                tuple(replace(cell, blocks=tuple(new for old in cell.blocks for new in places[old])) for cell in row)
                for row in table.rows
            ),
        )
        for table in document.tables
    )
    marks = tuple(mark if mark.block is None else replace(mark, block=places[mark.block][0]) for mark in document.marks)
    return replace(document, blocks=tuple(blocks), tables=tables, marks=marks)


def uncut(document: Document, span: Span) -> Span:
    """The same words in `document`, which was not cut, of a span in what `bounded` made of it."""
    at = 0
    for block in document.blocks:
        pieces = [offset for offset, _ in _cut(block.text)] if len(block.text) > LONGEST else [0]
        if span.block < at + len(pieces):
            offset = pieces[span.block - at]
            return Span(block.index, span.start + offset, span.end + offset)
        at += len(pieces)
    raise IndexError(span.block)


def _following(kind: BlockKind) -> BlockKind:
    return BlockKind.NOTE if kind is BlockKind.NOTE else BlockKind.PARAGRAPH


def _cut(text: str) -> Iterator[tuple[int, str]]:
    """The pieces of a text with where each begins; white space at a cut is dropped."""
    start = 0
    while len(text) - start > LONGEST:
        most = start + LONGEST
        at = max((end.end() for end in _SENTENCE_END.finditer(text, start + _LEAST, most)), default=0)
        at = at or text.rfind(" ", start + _LEAST, most) + 1 or start + _UNBROKEN
        yield start, text[start:at].rstrip()
        start = at
        while text[start : start + 1].isspace():
            start += 1
    yield start, text[start:]
