"""The chronology of significant events: its entries, and what agencies are said to have done."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import Block, SectionKind, Span, Table
from cpraudit.facts.dates import roles
from cpraudit.facts.text import lexicon
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

RESPONSE = compile_pattern(
    r"\b(?:agency|agencies|respon\w+|actions?|outcomes?|services?|results?|what (?:\w+ ){0,3}(?:did|done|followed)|follow(?:ed|[- ]?up))\b",
    re.IGNORECASE,
)
SPOKEN_OF = compile_pattern(r"\b(?:time ?line|chronology)\b", re.IGNORECASE)
ELSEWHERE = compile_pattern(
    r"\b(?:time ?line|chronology)\b[^.]{0,120}\b(?:held|separate(?:ly)?|attached|annexed|appended|not (?:been )?(?:annexed|included|"
    r"published|attached)|available|prepared|produced|completed|see|appendix|annex|provided)\b|"
    r"\b(?:see|attached|separate)\b[^.]{0,60}\b(?:time ?line|chronology)\b",
    re.IGNORECASE,
)
STANDS = compile_pattern(
    r"\b(?:is|are|has been) (?:\w+ )?(?:held|attached|annexed|appended|available|published|not)\b", re.IGNORECASE
)
LEFT_OUT = compile_pattern(
    r"\bnot (?:be |been |to be |to )?(?:annex(?:ed)?|includ(?:ed?|ing)|publish(?:ed)?|attach(?:ed)?|append(?:ed)?|reproduced?|shared?|printed)\b|"
    r"\b(?:omitted|withheld|left out|redacted|removed|kept back)\b",
    re.IGNORECASE,
)
REASON = compile_pattern(
    r"\b(?:because|so that|(?:in order )?to (?:protect|keep|avoid|prevent|safeguard|preserve)|anonymi\w+|identif\w+|confidential\w*|recogni[sz]ed|privacy|sensitiv\w+|at the request|on the advice)\b",
    re.IGNORECASE,
)

NAMED_ONLY = compile_pattern(r"\b(?:aware|involved|informed|present|known|knew|notified|source|contact)\b", re.IGNORECASE)
"""A column that tells which agencies there were, and not what they did."""
FEWEST = 3
"""Dated rows or lines that make a timeline of a table or list in a section that is not called one."""
_STORY = (
    SectionKind.NARRATIVE, SectionKind.BACKGROUND, SectionKind.CIRCUMSTANCES, SectionKind.CHILD, SectionKind.SUMMARY, SectionKind.OTHER,
)  # fmt: skip
LATEST_START = 12
"""Characters of a line before its date."""
OPENING = 8
"""Characters of a clause before the agency that it tells of ('The ', 'A local ')."""
CLAUSE = compile_pattern(r"[.;]\s+|\s[–—-]\s+")
TIMED_LEAD = compile_pattern(r"[^.:;–—]{3,40}?(?=[:;–—]|\s-\s|\.\s)")


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
        if not table.blocks or table.width < 2:
            continue
        titled = review.outline.within(table.blocks[0], SectionKind.CHRONOLOGY)
        if titled or review.outline.kind(table.blocks[0]) in _STORY:
            found, has_column = _from_table(review, table)
            if not titled and not _is_timeline(review, table, found):
                continue
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
    column = next((n for n, title in enumerate(header) if n and RESPONSE.search(title) and not NAMED_ONLY.search(title)), None)
    told_by_time = bool(header) and bool(lexicon.pattern("analysis", "time.heads").search(header[0]))
    entries = []
    for number, row in enumerate(table.rows):
        date = next((dated[block] for cell in row[:1] for block in cell.blocks if block in dated), None)
        if date is None and told_by_time and number:
            date = _time_of(review, [block for cell in row[:1] for block in cell.blocks])
        if date is None:
            continue
        blocks = [block for cell in row for block in cell.blocks]
        filled = column is not None and any(cell.column == column and review.document.cell_text(cell) for cell in row)
        entries.append(_entry(review, date, blocks, filled))
    return entries, column is not None


def _is_timeline(review: Review, table: Table, entries: list[Entry]) -> bool:
    """Whether a table in the story is a timeline: rows that begin with their dates, and no list of the review's own."""
    firsts = {block for row in table.rows for cell in row[:1] for block in cell.blocks}
    dated_first = [entry for entry in entries if entry.date.block in firsts]
    told = [roles.label_role(review.document.cell_text(cell)) for row in table.rows for cell in row[1:2]]
    steps = [role for role in told if role not in (None, roles.Role.INCIDENT)]
    return len(dated_first) >= FEWEST and 2 * len(dated_first) >= len(table.rows) and 3 * len(steps) < len(table.rows)


def _time_of(review: Review, blocks: list[int]) -> Span | None:
    """A month counted from the start, an age or a season, where no calendar date is given."""
    opening = lexicon.pattern("analysis", "time.opening")
    return next(
        (review.document.whole(block) for block in blocks if opening.match(review.document.blocks[block].text)), None
    )


def _from_lines(review: Review) -> list[Entry]:
    dated = _dated(review)
    listed = _listed(review, dated)
    entries = []
    for block in review.prose.blocks:
        if _in_rows(review, block) or block.index in review.outline.headings:
            continue
        if not review.outline.within(block.index, SectionKind.CHRONOLOGY) and block.index not in listed:
            continue
        date = dated.get(block.index)
        if date is None or date.start > LATEST_START:
            lead = TIMED_LEAD.match(block.text)
            opening = lead and lexicon.pattern("analysis", "time.opening").match(lead.group())
            date = Span(block.index, 0, len(lead.group())) if lead and opening else None
        if date is not None:
            entries.append(_entry(review, date, [block.index], _answers(review, block.index)))
    return entries


def _in_rows(review: Review, block: Block) -> bool:
    """Whether a block stands in a table of rows; a box of one column round a list is no table."""
    return block.cell is not None and review.document.tables[block.cell.table].width > 1


def _listed(review: Review, dated: dict[int, Span]) -> set[int]:
    """Lines of the story that are a list by date: items or short paragraphs, each with its date set off at the head."""
    sections: dict[int, list[int]] = {}
    for block in review.prose.blocks:
        date = dated.get(block.index)
        if _in_rows(review, block) or block.part or date is None or date.start > 2:
            continue
        if review.outline.kind(block.index) in _STORY and _SET_OFF.match(block.text, date.end):
            sections.setdefault(review.outline.innermost[block.index], []).append(block.index)
    return {block for blocks in sections.values() if len(blocks) >= FEWEST for block in blocks}


_SET_OFF = compile_pattern(r"\s*(?:[.:;–—|]|-\s)")


def _answers(review: Review, block: int) -> bool:
    """After the event, a clause that opens with an agency says what it did ('... . CAMHS assess him the next day')."""
    text = review.document.blocks[block].text
    later = [match.end() for match in CLAUSE.finditer(text)]
    return any(
        0 <= mention.span.start - start <= OPENING and text[mention.span.end :].strip(" .,;")
        for mention in review.agencies.by_block.get(block, ())
        for start in later
    )


def _entry(review: Review, date: Span, blocks: list[int], responds: bool) -> Entry:
    services = {mention.service for block in blocks for mention in review.agencies.by_block.get(block, ())}
    return Entry(date, tuple(review.document.whole(block) for block in blocks), frozenset(services), responds)


def _elsewhere(review: Review) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Where a timeline is said to be elsewhere; what is said of it may follow in the next sentences."""
    elsewhere, left_out = [], []
    for sentence in review.prose.sentences_outside(SectionKind.CONTENTS):
        if sentence.block in review.outline.headings or not SPOKEN_OF.search(sentence.text):
            continue
        if review.outline.within(sentence.block, SectionKind.TERMS) and not STANDS.search(sentence.text):
            continue  # a task to prepare one
        following = review.document.blocks[sentence.block].text[sentence.start :][:600]
        if LEFT_OUT.search(following) and REASON.search(following):
            left_out.append(sentence.span)
        elif ELSEWHERE.search(sentence.text):
            elsewhere.append(sentence.span)
    return tuple(elsewhere), tuple(left_out)
