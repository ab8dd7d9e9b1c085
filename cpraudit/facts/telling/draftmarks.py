"""What marks a report as a draft: tracked changes, comments, hidden text, and the word itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import Block, BlockKind, Mark, MarkKind, SectionKind, Span
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

DRAFT = compile_pattern(
    r"\b(?:DRAFT|Draft|(?:[Ff]inal|[Ff]irst|[Ss]econd|[Tt]hird|[Ww]orking) draft)\b|\bnot for (?:publication|"
    r"circulation)\b|\bversion \d+(?:\.\d+)? draft\b|\bwatermark\b"
)
STAMP = compile_pattern(
    r"\W*(?:DRAFT\b|(?:(?:[Ff]inal|[Ff]irst|[Ss]econd|[Tt]hird|[Ww]orking|FINAL|WORKING) )?(?:[Dd]raft|DRAFT)\b\W*"
    r"(?:for|version|v|only|copy|no|number|\d|confidential|not for|$)\b)"
)
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


def find(review: Review) -> DraftMarks:
    """Read the marks of the file, the furniture of its pages, and its title block."""
    document = review.document
    words = tuple(
        Span(block.index, match.start(), match.end())
        for block in review.prose.blocks
        if review.outline.kind(block.index) is SectionKind.TITLE or _stamp(block)
        for match in DRAFT.finditer(block.text)
    )
    return DraftMarks(
        changes=tuple(mark for mark in document.marks if mark.kind in CHANGES),
        hidden=tuple(mark for mark in document.marks if mark.kind is MarkKind.HIDDEN),
        words=words,
        furniture=tuple(dict.fromkeys(line.text for line in document.furniture if DRAFT.search(line.text))),
    )
