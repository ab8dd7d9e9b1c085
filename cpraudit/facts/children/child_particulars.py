"""Rows of particulars on the child, and passages that say that a particular is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import Span, Table
from cpraudit.facts.children.children import NOT_READ, OPENING
from cpraudit.facts.text.lexicon import pattern
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.family.cast import Cast
    from cpraudit.facts.review import Review

_LINE = compile_pattern(r"^(?P<label>[A-Z][\w ’'/()-]{1,45}?)\s*[:–]\s+(?P<value>\S.*)$")
_CHILD = compile_pattern(
    r"(?i)^(?:the )?(?:(?:index |subject )?child(?:ren)?|subject|young person|name(?: used)?|"
    r"pseudonym|who(?: the review is about)?|about the child)\b(?!['’]s? (?:mother|father|famil))"
)
_INDEX = compile_pattern(r"(?i)\b(?:index|subject)\b(?: child| of (?:the|this) review)?")
_INDEX_TOLD = compile_pattern(
    r"(?i)\b(?:index child|subject of (?:the|this) review)\b|"
    r"\b(?:review|report) (?:concerns|relates to|is about|considers|involves) (?:an? |the |two |three )?(?:[\w-]+ ){0,5}"
    r"(?:child|baby|infant|boy|girl|toddler|pupil|student|year[- ]old|young (?:person|man|woman)|teenager)\b(?! (?:practice|protection))"
)
_TELLS = compile_pattern(r"(?i)\b(?:the|this) child(?:['’]s)? (?:was|had|died|suffered|lived|death|injur\w+)\b")


@dataclass(frozen=True, slots=True)
class Row:
    """A label with what is said under it, of one index child or of the only one."""

    label: str
    value: str
    span: Span
    """The value's place."""
    who: int
    own: bool = False
    """The whole row is the child's, whatever the label of its column."""


def rows(review: Review, cast: Cast) -> Iterator[Row]:
    """Particulars from two-column tables, from 'Label: value' lines and from the children's rows of a family table."""
    for table in review.document.tables:
        if table.blocks and review.outline.within(table.blocks[0], *OPENING):
            yield from _of_table(review, cast, table)
    for block in review.prose.blocks if cast.alone else ():
        match = _LINE.match(block.text) if review.outline.within(block.index, *OPENING) else None
        if match is not None:
            yield Row(match["label"], match["value"], Span(block.index, *match.span("value")), 0)


def _of_table(review: Review, cast: Cast, table: Table) -> Iterator[Row]:
    document = review.document
    titles = [document.cell_text(cell) for cell in table.rows[0]]
    for number, row in enumerate(table.rows):
        texts = [document.cell_text(cell) for cell in row]
        spans = [document.whole(cell.blocks[0]) if cell.blocks else None for cell in row]
        if len(row) == 2 and spans[1] is not None and cast.alone:
            yield Row(texts[0], texts[1], spans[1], 0)
        who = _whose(cast, texts[0]) if texts and number else None
        if who is not None:
            if spans[0] is not None and "(" in texts[0]:
                yield Row("Child", texts[0], spans[0], who)
            for title, text, span in zip(titles[1:], texts[1:], spans[1:], strict=False):
                if span is not None:
                    yield Row(title, text, span, who, own=True)
        elif len(titles) > 2 and number and _label(texts[0]):
            yield from _by_column(cast, titles, texts, spans)


def _label(text: str) -> bool:
    return bool(re.match(r"(?i)(?:age|gender|sex|ethnic|heritage)", text))


def _by_column(cast: Cast, titles: list[str], texts: list[str], spans: list[Span | None]) -> Iterator[Row]:
    """Children as columns: ' | Child A | Child B', then 'Age | 4 | 7'."""
    for title, text, span in zip(titles[1:], texts[1:], spans[1:], strict=False):
        who = _whose(cast, title)
        if who is not None and span is not None:
            yield Row(texts[0], text, span, who)


def _whose(cast: Cast, text: str) -> int | None:
    """Whose row a first cell opens: an index child's, by name or as '(index child)'."""
    mentions = cast.mentions(text)
    own = [m.who for m in mentions if m.who >= 0]
    others = [m for m in mentions if m.who < 0]
    if own and not (others and others[0].start < mentions[0].end) and mentions[0].who >= 0 and mentions[0].start <= 4:
        return own[0]
    return 0 if cast.alone and _INDEX.search(text) and not others else None


def of_child(label: str) -> bool:
    """Whether a label asks who the child is."""
    return bool(_CHILD.match(label))


def tells_of_child(review: Review) -> bool:
    """Whether a report tells of one child, though it neither names it nor says what happened."""
    blocks = [block.text for block in review.prose.blocks if not review.outline.within(block.index, *NOT_READ)]
    return any(map(_INDEX_TOLD.search, blocks)) or sum(bool(_TELLS.search(text)) for text in blocks) >= 2


def withheld(review: Review, what: str) -> tuple[Span, ...]:
    """Where the report says that this particular ('age', 'gender', 'ethnicity') is left out."""
    said, left_out = pattern("children", f"particulars.{what}"), pattern("children", "withheld")
    found = [
        sentence.span
        for sentence in review.prose.sentences_outside(*NOT_READ)
        if said.search(sentence.text)
        and left_out.search(sentence.text)
        and not re.search(r"(?i)\bassessment|\brecords?\b", sentence.text)
    ]
    document = review.document
    rows_of = [row for table in document.tables for row in table.rows if len(row) == 2 and row[1].blocks]
    found += [
        document.whole(row[1].blocks[0])
        for row in rows_of
        if said.match(document.cell_text(row[0])) and left_out.search(document.cell_text(row[1]))
    ]
    return tuple(dict.fromkeys(found))
