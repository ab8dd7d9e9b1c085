"""The chronology of significant events: its entries, and what agencies are said to have done."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span, Table
from cpraudit.facts import lexicon

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

RESPONSE = re.compile(r"\b(?:agency|agencies|response|action|outcome|service)s?\b", re.IGNORECASE)
SPOKEN_OF = re.compile(r"\b(?:time ?line|chronology)\b", re.IGNORECASE)
ELSEWHERE = re.compile(
    r"\b(?:time ?line|chronology)\b[^.]{0,120}\b(?:held|separate(?:ly)?|attached|annexed|appended|not (?:been )?(?:annexed|included|"
    r"published|attached)|available|prepared|produced|completed|see|appendix|annex|provided)\b|"
    r"\b(?:see|attached|separate)\b[^.]{0,60}\b(?:time ?line|chronology)\b",
    re.IGNORECASE,
)
LEFT_OUT = re.compile(
    r"\bnot (?:been )?(?:annexed|included|published|attached|appended|reproduced)\b|\b(?:omitted|withheld|left out|redacted|removed)\b",
    re.IGNORECASE,
)
REASON = re.compile(
    r"\b(?:because|so that|in order to|to protect|anonymi\w+|identif\w+|confidential\w*|recogni[sz]ed|privacy|sensitive|at the request)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One dated entry."""

    date: Span
    spans: tuple[Span, ...]
    agencies: frozenset[str]
    """Kinds of service named in it."""
    responds: bool
    """It says what an agency did, in a column of its own or beside the agency's name."""


@dataclass(frozen=True, slots=True)
class Chronology:
    """The timeline of a report or of its annex."""

    entries: tuple[Entry, ...]
    elsewhere: tuple[Span, ...]
    """Where it is said to be held or published elsewhere."""
    left_out: tuple[Span, ...]
    """Where it is said to have been left out, with a reason."""
    response_column: bool


def find(review: Review) -> Chronology:
    """Tables and dated lines of the chronology sections, in the report and in its annexes."""
    entries: list[Entry] = []
    column = False
    for table in review.document.tables:
        if table.blocks and table.width > 1 and review.outline.within(table.blocks[0], SectionKind.CHRONOLOGY):
            found, has_column = _from_table(review, table)
            entries += found
            column = column or has_column
    entries += _from_lines(review)
    elsewhere, left_out = _elsewhere(review)
    return Chronology(tuple(entries), elsewhere, left_out, column)


def _dated(review: Review) -> dict[int, Span]:
    """The first date of each block."""
    first: dict[int, Span] = {}
    for mention in review.date_mentions:
        if mention.value is not None:
            first.setdefault(mention.span.block, mention.span)
    return first


def _from_table(review: Review, table: Table) -> tuple[list[Entry], bool]:
    dated = _dated(review)
    header = [review.document.cell_text(cell) for cell in table.rows[0]] if table.rows else []
    column = next((number for number, title in enumerate(header) if number and RESPONSE.search(title)), None)
    entries = []
    for row in table.rows:
        date = next((dated[block] for cell in row[:1] for block in cell.blocks if block in dated), None)
        if date is None:
            continue
        blocks = [block for cell in row for block in cell.blocks]
        filled = column is not None and any(cell.column == column and review.document.cell_text(cell) for cell in row)
        entries.append(_entry(review, date, blocks, filled))
    return entries, column is not None


def _from_lines(review: Review) -> list[Entry]:
    dated = _dated(review)
    return [
        _entry(review, dated[block.index], [block.index], False)
        for block in review.prose.blocks
        if block.cell is None and block.index in dated and dated[block.index].start <= 12
        and review.outline.within(block.index, SectionKind.CHRONOLOGY) and block.index not in review.outline.headings
    ]  # fmt: skip


def _entry(review: Review, date: Span, blocks: list[int], filled: bool) -> Entry:
    services = {mention.service for mention in review.agencies.mentions if mention.span.block in blocks}
    text = " ".join(review.document.blocks[block].text for block in blocks)
    acts = bool(services) and bool(
        lexicon.pattern("analysis", "blame.roles").search(text) or re.search(r"\w(?:ed|s)\b", text)
    )
    return Entry(
        date, tuple(review.document.whole(block) for block in blocks), frozenset(services), filled or (acts and filled)
    )


def _elsewhere(review: Review) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Where a timeline is said to be elsewhere; what is said of it may follow in the next sentences."""
    elsewhere, left_out = [], []
    for sentence in review.prose.sentences_outside(SectionKind.CONTENTS, SectionKind.TERMS):
        if sentence.block in review.outline.headings or not SPOKEN_OF.search(sentence.text):
            continue
        following = review.document.blocks[sentence.block].text[sentence.start :][:600]
        if LEFT_OUT.search(following) and REASON.search(following):
            left_out.append(sentence.span)
        elif ELSEWHERE.search(sentence.text):
            elsewhere.append(sentence.span)
    return tuple(elsewhere), tuple(left_out)
