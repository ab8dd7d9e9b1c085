"""Headings that run into their paragraph: the only ones of a letter, and some of most reports."""

from __future__ import annotations

from collections.abc import Sequence

from cpraudit.document import leadins
from cpraudit.document.headings import Heading
from cpraudit.document.looks import LONG
from cpraudit.document.model import Block, BlockKind, Document
from cpraudit.document.naming import Match, name
from cpraudit.document.sections import SectionKind

FEWEST = 4
"""Paragraphs with a lead-in that make lead-ins the headings of a report (this project's own)."""
MOST_HEADINGS = 2
"""Standing headings of a known kind in a report whose headings are its lead-ins."""
RANK = 8
"""Below every standing heading, above a table of contents."""
_WITHIN = {
    SectionKind.CHILD, SectionKind.FAMILY, SectionKind.BACKGROUND, SectionKind.ENGAGEMENT, SectionKind.GOOD_PRACTICE,
    SectionKind.CONCLUSION, SectionKind.OBJECTIVES, SectionKind.CHANGES,
}  # fmt: skip
"""What a lead-in may set apart within a section that has a heading of its own."""
_NEVER = {SectionKind.TITLE, SectionKind.CONTENTS, SectionKind.SUMMARY}


def find(document: Document, headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """Where a report is a letter, every lead-in; elsewhere those that are usual headings."""
    standing = {heading.block for heading in headings}
    listed = {i for h in headings if h.known_by == "list" for i in range(h.block, h.closes or h.block)}
    led = [
        (b, t)
        for b in document.blocks
        if b.index not in standing | listed and _may_lead(b) and (t := leadins.title(b.text))
    ]
    known = sum((naming := name(h.title)) is not None and naming.kind not in _NEVER for h in headings)
    letter = len(led) >= FEWEST and known <= MOST_HEADINGS
    return tuple(
        Heading(block.index, title, 1, "run-in")
        if letter
        else Heading(block.index, title, RANK, "run-in", _end(document, block))
        for block, title in led
        if letter or _usual(title)
    )


def _may_lead(block: Block) -> bool:
    return (
        block.part == 0 and block.cell is None and block.kind is BlockKind.PARAGRAPH and len(block.text.split()) >= LONG
    )


def _end(document: Document, block: Block) -> int:
    """One past a paragraph and the list that it leads to."""
    rest = document.blocks[block.index + 1 :]
    return next((b.index for b in rest if b.kind is not BlockKind.LIST_ITEM), len(document.blocks))


def _usual(title: str) -> bool:
    naming = name(title)
    return naming is not None and naming.match is Match.WHOLE and naming.kind in _WITHIN
