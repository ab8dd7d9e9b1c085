"""What marks a report as a draft: tracked changes, comments, hidden text, and the word itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import Block, BlockKind, Document, Mark, MarkKind, SectionKind, Span
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

DRAFT = compile_pattern(
    r"\b(?:DRAFF?T|Draff?t|(?:[Ff]inal|[Ff]irst|[Ss]econd|[Tt]hird|[Ww]orking) draft)\b|"
    r"\b[Nn]ot for (?:onward |further |wider )?(?:publication|circulation|distribution)\b|"
    r"\bversion \d+(?:\.\d+)? draft\b|\bwatermark\b"
)
STAMP = compile_pattern(
    r"\W*(?:DRAFF?T\b|(?:(?:[Ff]inal|[Ff]irst|[Ss]econd|[Tt]hird|[Ww]orking|FINAL|WORKING) )?(?:[Dd]raff?t|DRAFT)\b\W*"
    r"(?:for|version|v|only|copy|no|number|\d|confidential|not for|$)\b)"
)
_IN_FURNITURE = compile_pattern(r"(?<![^\W_])draff?t(?![^\W_])|\bv(?:ersion|ersiwn)?\.?\s?0\.\d+\b", re.IGNORECASE)
"""Said of the whole file at the edge of a page, were it in the file's name ('review_draft_3.docx') or a version below one."""
_HISTORY = frozenset({"version", "date", "author", "changes", "amendments", "status", "comments", "description", "revision"})
"""Headings of a table that tells the versions of a file, of which a draft was one."""
_FINISHED = compile_pattern(r"\bfinal\b(?! draft)|\bpublished\b|\bsigned off\b|\bapproved\b", re.IGNORECASE)
MOST_STAMP_WORDS = 8
CHANGES = frozenset({MarkKind.INSERTION, MarkKind.DELETION, MarkKind.MOVE, MarkKind.COMMENT})


@dataclass(frozen=True, slots=True)
class DraftMarks:
    """What is left of drafting."""

    changes: tuple[Mark, ...]
    """Tracked changes and comments."""
    hidden: tuple[Mark, ...]
    words: tuple[Span, ...]
    """'DRAFT' on the title page."""
    furniture: tuple[str, ...]
    """Headers, footers and watermarks that say draft."""


def _stamp(block: Block) -> bool:
    """A line of its own that calls the report a draft: 'DRAFT - CONFIDENTIAL', 'Final draft for panel'."""
    short = block.cell is None and block.kind is not BlockKind.LIST_ITEM
    return short and len(block.text.split()) <= MOST_STAMP_WORDS and bool(STAMP.match(block.text))


def _past(document: Document, block: Block) -> bool:
    """Whether a block stands in a table of a file's versions of which a later one was finished."""
    if block.cell is None:
        return False
    table = document.tables[block.cell.table]
    heads = {document.cell_text(cell).lower().rstrip(" :") for cell in table.rows[0]}
    told = (document.blocks[index].text for index in table.blocks)
    return len(heads & _HISTORY) > 1 and any(_FINISHED.search(text) for text in told)


def find(review: Review) -> DraftMarks:
    """Read the marks of the file, the furniture of its pages, and its title block."""
    document = review.document
    words = tuple(
        Span(block.index, match.start(), match.end())
        for block in review.prose.blocks
        if (review.outline.kind(block.index) is SectionKind.TITLE and not _past(document, block)) or _stamp(block)
        for match in DRAFT.finditer(block.text)
    )
    return DraftMarks(
        changes=tuple(mark for mark in document.marks if mark.kind in CHANGES),
        hidden=tuple(mark for mark in document.marks if mark.kind is MarkKind.HIDDEN),
        words=words,
        furniture=tuple(
            dict.fromkeys(
                line.text
                for line in document.furniture
                if DRAFT.search(line.text) or _IN_FURNITURE.search(line.text)
            )
        ),
    )
