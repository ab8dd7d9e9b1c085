"""Labels, table rows, title pages and letters that tell who chaired the panel and who reviewed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.people import names
from cpraudit.facts.people.people_sentences import REVIEWER, Told, all_in, consecutive
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

REVIEWER_LABEL = compile_pattern(
    rf"^(?:the )?{REVIEWER}(?:\(s\))?(?: \d| one| two| and \w+)?(?: of (?:the|this) (?:review|report))?(?: \(.*\))?\s*:?$|^(?:report |review )?(?:written|prepared|undertaken|completed|carried out) by\s*:?$|^(?:report |overview )?authors?(?:\(s\))?(?: of (?:the|this) (?:review|report))?\s*:?$",
    re.IGNORECASE,
)
CHAIR_LABEL = compile_pattern(
    r"^(?:the )?(?:independent )?chair(?:ed by|person|man|woman)?(?: of (?:the )?(?:child practice |CPR )?(?:review )?panel)?(?: \(.*\))?\s*:?$|"
    r"^(?:the )?(?:independent )?(?:chair(?:person)? of (?:the )?(?:child practice )?(?:review )?panel|(?:review )?panel chair)\s*[,;/–-].*$|"
    r"^(?:the )?(?:independent )?(?:review )?panel chair(?:ed by|person|man|woman)?(?: \(.*\))?\s*:?$",
    re.IGNORECASE,
)
CHAIR_LINE = compile_pattern(
    r"^(?:independent )?(?:panel )?chair(?: of (?:the )?(?:child practice )?(?:review )?panel)?\s*[:–-]\s*",
    re.IGNORECASE,
)
_CHAIR_IN_CELL = compile_pattern(
    r"[(,–—-]\s*(?:the )?(?:independent )?(?:panel )?chair(?:person|man|woman)?(?: of (?:the )?(?:review )?panel)?\s*\)?\s*$",
    re.IGNORECASE,
)
_REVIEWER_IN_CELL = compile_pattern(rf"[(,–—-]\s*(?:the )?{REVIEWER}\s*\)?\s*$", re.IGNORECASE)
"""A role behind a name in a cell: 'Jane Roe (Chair)'."""


def chairs(review: Review) -> Iterator[Told]:
    """The chair by label, by a row of a table, or by a line that begins with the role."""
    for label, written, index, at in _labelled(review):
        value = names.settled(written) if written.isupper() else written
        if CHAIR_LABEL.match(label) and (found := names.names_in(value)):
            name, start, end = found[0]
            yield Told(name, f"{value[:start]} {value[end:]}", Span(index, at, at + len(value)), "label")
    for text, rest, index in _rows(review):
        if _CHAIR_IN_CELL.search(text) and (found := names.names_in(text)):
            yield Told(found[0][0], rest, Span(index, 0, len(text)), "label")
    for above, below in consecutive(review):
        if CHAIR_LABEL.match(above.text.strip()) and below.cell == above.cell:
            alone = names.names_in(below.text)
            if len(alone) == 1 and below.text.startswith(alone[0][0]):
                yield Told(alone[0][0], below.text[alone[0][2] :], Span(below.index, alone[0][1], alone[0][2]), "label")
    for block in review.prose.blocks:
        match = CHAIR_LINE.match(block.text)
        found = names.names_in(block.text) if match else []
        if match and found and found[0][1] - match.end() <= 60:
            name, start, end = found[0]
            rest = f"{block.text[match.end() : start]} {block.text[end:].split('.')[0]}"
            yield Told(name, rest, Span(block.index, match.start(), end))


def reviewers(review: Review) -> Iterator[Told]:
    """Reviewers by label, by a row of a table, or by a name above the role, as letters and title pages have it."""
    for label, value, index, at in _labelled(review):
        if REVIEWER_LABEL.match(label) and not review.outline.within(index, SectionKind.STATEMENT):
            yield from all_in(value, index, at, label)
    for text, rest, index in _rows(review):
        if _REVIEWER_IN_CELL.search(text):
            yield from (Told(name, rest, Span(index, s, e), "label") for name, s, e in names.names_in(text))
    for above, below in consecutive(review):
        if REVIEWER_LABEL.match(below.text.strip()) and below.cell == above.cell:
            found = names.names_in(above.text)
            if len(found) == 1 and found[0][0] == above.text.strip(" ,."):
                yield Told(found[0][0], below.text, Span(above.index, found[0][1], found[0][2]))


def _rows(review: Review) -> Iterator[tuple[str, str, int]]:
    """The cells of each row, each with the words of the others beside it, where they stand outside the places to sign."""
    for table in review.document.tables:
        for row in table.rows:
            texts = [review.document.cell_text(cell) for cell in row]
            for place, cell in enumerate(row):
                if cell.blocks and not review.outline.within(cell.blocks[0], SectionKind.STATEMENT):
                    yield texts[place], "; ".join(texts[:place] + texts[place + 1 :]), cell.blocks[0]


def _labelled(review: Review) -> Iterator[tuple[str, str, int, int]]:
    """Label and value of two-column rows and of 'Label: value' lines, with the value's place."""
    document = review.document
    for table in document.tables:
        for row in table.rows:
            if len(row) == 2 and len(row[0].blocks) >= 1:
                label = document.cell_text(row[0])
                for index in row[1].blocks:
                    yield label, document.blocks[index].text, index, 0
            elif len(row) > 2:
                yield from _in_row(review, [(document.cell_text(cell), cell.blocks) for cell in row])
    for block in review.prose.blocks:
        mark = re.search(r":| [–—-] ", block.text[:60])
        if mark:
            value = block.text[mark.end() :]
            yield block.text[: mark.start()].strip(), value.strip(), block.index, len(block.text) - len(value.lstrip())


def _in_row(review: Review, cells: list[tuple[str, tuple[int, ...]]]) -> Iterator[tuple[str, str, int, int]]:
    """The role and the name of a row of three cells and more, in whichever order its table has them."""
    label = next((text for text, _ in cells if REVIEWER_LABEL.match(text) or CHAIR_LABEL.match(text)), None)
    if label is None:
        return
    for text, blocks in cells:
        if text != label and blocks and names.names_in(text):
            beside = "; ".join(other for other, _ in cells if other not in (text, label))
            yield label, f"{review.document.blocks[blocks[0]].text}; {beside}".strip("; "), blocks[0], 0
            return
