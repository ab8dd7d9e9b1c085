"""Every date written in a review, at its place, and the statement (row, line or sentence) that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import Block, SectionKind, Span, Table
from cpraudit.facts.dates import calendar
from cpraudit.facts.dates.calendar import PartialDate, WrittenDate
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review
    from cpraudit.facts.text.prose import Sentence

LONGEST_LABEL = 110
"""Characters of a row's or line's label; what is longer is prose."""
LONGEST_ROW = 700
"""Characters of a table row that is read as one statement; longer cells are read sentence by sentence."""
_SKIPPED = (SectionKind.REFERENCES, SectionKind.CONTENTS, SectionKind.WELSH_GOVERNMENT)
_EDGE = " \t:;,.–—-|()•"
_JOINER = " | "


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in the body of the report or an annex."""

    span: Span
    value: PartialDate | None
    """None where the date is impossible."""
    until: PartialDate | None
    label: str
    """What the date is said to be by the nearest words: the rest of its table row, its list label, or its sentence."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a statement."""

    span: Span
    start: int
    """Offset in the statement's text; likewise `end`."""
    end: int
    value: PartialDate | None
    until: PartialDate | None

    @property
    def known(self) -> PartialDate:
        """The date, of one that exists."""
        if self.value is None:  # pragma: no cover  claims carry dates that exist
            raise ValueError("an impossible date has no value")
        return self.value


@dataclass(frozen=True, slots=True)
class Statement:
    """A row of a table, a labelled line or a sentence, with the dates in it (there may be none)."""

    text: str
    label: str
    """What the row or line says that its date is; empty for a sentence."""
    spans: tuple[Span, ...]
    dates: tuple[Dated, ...]
    block: int
    """The first block that it stands in."""
    table: int | None = None

    @property
    def row(self) -> bool:
        """Whether it is a row of a table."""
        return self.table is not None


def statements(review: Review) -> tuple[Statement, ...]:
    """Every statement outside the form's printed wording and lists of references, in reading order."""
    found: list[Statement] = []
    seen: set[tuple[int, int]] = set()
    shown = {block.index for block in review.prose.blocks}
    previous: Block | None = None
    for block in review.prose.blocks:
        if review.outline.kind(block.index) in _SKIPPED:
            continue
        if block.cell is not None:
            table = review.document.tables[block.cell.table]
            if _is_rows(table):
                if (table.index, block.cell.row) not in seen:
                    seen.add((table.index, block.cell.row))
                    found += _row(review, table, block.cell.row, shown)
                continue
        found += _block(review, block, previous)
        previous = block
    return tuple(found)


def mentions(review: Review) -> tuple[DateMention, ...]:
    """Every date outside the form's printed wording and reference lists, in reading order."""
    return tuple(
        DateMention(dated.span, dated.value, dated.until, statement.label or statement.text)
        for statement in review.statements
        for dated in statement.dates
    )


def _is_rows(table: Table) -> bool:
    """Whether a table is one of rows with columns, not a box round prose."""
    return table.width > 1


def _row(review: Review, table: Table, row: int, shown: set[int]) -> Iterator[Statement]:
    """The statements of one row: one for all of it, or one a column where labels stand above the dates."""
    document = review.document
    cells = [(cell, [index for index in cell.blocks if index in shown]) for cell in table.rows[row]]
    texts = [" ".join(document.blocks[index].text for index in blocks).strip() for _, blocks in cells]
    if not any(texts):
        return
    headed = _labels_above(review, table, row)
    if headed or sum(map(len, texts)) > LONGEST_ROW:
        for cell, blocks in cells:
            for index in blocks:
                yield from _block(review, document.blocks[index], None, label=headed.get(cell.column, ""))
        return
    parts = [index for _, blocks in cells for index in blocks]
    offsets, text = _offsets([document.blocks[index].text for index in parts])
    dates = tuple(
        dated
        for index, at in zip(parts, offsets, strict=True)
        for dated in _dated(index, document.blocks[index].text, at)
    )
    yield Statement(
        text, _row_label(texts), tuple(document.whole(index) for index in parts), dates, parts[0], table.index
    )


def _offsets(texts: list[str]) -> tuple[list[int], str]:
    offsets, at = [], 0
    for text in texts:
        offsets.append(at)
        at += len(text) + len(_JOINER)
    return offsets, _JOINER.join(texts)


def _row_label(texts: list[str]) -> str:
    """The cell that says what the row is about: the first that is not a date, if it is short."""
    for text in texts:
        plain = _without_dates(text)
        if plain and (len(plain) > 2 or not calendar.find(text)):
            return plain if len(plain) <= LONGEST_LABEL else ""
    return ""


def _without_dates(text: str) -> str:
    """What is left of a text when it is nothing but dates, '' ; else the text as it is."""
    left = text
    for written in reversed(calendar.find(text)):
        left = left[: written.start] + left[written.end :]
    left = re.sub(r"\b(?:to|and|until|from|on|between|the)\b", "", left).strip(_EDGE)
    return text.strip(_EDGE) if left else ""


def _labels_above(review: Review, table: Table, row: int) -> dict[int, str]:
    """For a row of nothing but dates under a row of labels: the label of each column."""
    if row == 0 or len(table.rows) > 4 or len(table.rows[row]) < 3:
        return {}
    cells = [(cell.column, review.document.cell_text(cell)) for cell in table.rows[row]]
    filled = [text for _, text in cells if text]
    if len(filled) < 2 or sum(1 for text in filled if not _without_dates(text)) * 2 < len(filled):
        return {}
    above = {cell.column: review.document.cell_text(cell) for cell in table.rows[0]}
    if any(calendar.find(text) for text in above.values()):
        return {}
    return {column: above[column] for column, _ in cells if above.get(column)}


def _block(review: Review, block: Block, previous: Block | None, label: str = "") -> Iterator[Statement]:
    """The statements of a block that is no row: a labelled line, or its sentences."""
    sentences = review.prose.by_block.get(block.index, ())
    label = label or _line_label(block.text, previous)
    if label and len(sentences) <= 1:
        whole = review.document.whole(block.index)
        yield Statement(block.text, label, (whole,), tuple(_dated(block.index, block.text, 0)), block.index)
        return
    dates = list(_dated(block.index, block.text, 0))
    listed = sum(bool(_inline_label(sentence.text)) for sentence in sentences) >= _FEWEST_LISTED
    of_process = review.outline.kind(block.index) in _PROCESS
    for sentence in sentences:
        if of_process and (noted := _notes(sentence, dates)):
            yield from noted
            continue
        inside = _inside(dates, sentence.start, sentence.end)
        own = (_line_label(sentence.text, None) or label * (sentence is sentences[0])) if label else ""
        own = own or (_inline_label(sentence.text) if listed else "")
        yield Statement(sentence.text, own, (sentence.span,), inside, block.index)


def _inside(dates: Iterable[Dated], start: int, end: int) -> tuple[Dated, ...]:
    """The dates of a stretch of a block, counted from its start."""
    return tuple(
        Dated(dated.span, dated.start - start, dated.end - start, dated.value, dated.until)
        for dated in dates
        if start <= dated.start < end
    )


def _notes(sentence: Sentence, dates: list[Dated]) -> list[Statement]:
    """The steps of a sentence without verbs, each a few words with its date behind them ('Ref to SG 4/5/21; LE Mar 22, online');
    none where any part of it that has a date is told otherwise."""
    if _UNDONE.search(sentence.text):
        return []
    found: list[Statement] = []
    for piece in _PIECE.finditer(sentence.text):
        text, start = piece.group(), sentence.start + piece.start()
        inside = _inside(dates, start, start + len(text))
        if not inside:
            continue
        head = text[: inside[0].start].strip(_EDGE)
        if not head and found:
            head = found[-1].label  # 'LE 4/5/21, 6/5/21'
        if len(inside) > 1 or not head[:1].isalpha() or len(head.split()) > _MOST_IN_NOTE or _SAID.search(head):
            return []
        found.append(Statement(text, head, (Span(sentence.block, start, start + len(text)),), inside, sentence.block))
    return found


_PROCESS = (SectionKind.PROCESS, SectionKind.KEY_DATES, SectionKind.SCOPE)
"""Sections of the review's own steps, which may stand in notes."""
_PIECE = compile_pattern(r"[^;,\s](?:[^;,]|[;,](?!\s))*")
_UNDONE = compile_pattern(
    r"\b(?:plan(?:ned)?|scheduled|due|cancelled|postponed|booked|proposed|rearranged|moved|delayed)\b", re.IGNORECASE
)
_MOST_IN_NOTE = 6
"""Words before the date of a note."""
_SAID = compile_pattern(
    r"\b(?:was|were|is|are|has|have|had|did|does|do|will|would|should|could|may|be|been|who|which|that|we|I|they|he|she|it|there|from|"
    r"since|until|by|between|after|before|following|during|in|on)\b",
    re.IGNORECASE,
)
"""Words of a sentence, or before a date that is another thing's."""

_FEWEST_LISTED = 3
"""Sentences of label and date that make a paragraph a list of dates."""


def _inline_label(text: str) -> str:
    """The label of a sentence that is one and a date ('Referred to the Sub-Group: 6 May 2019.'), with little behind."""
    label, colon, rest = text.partition(":")
    written = calendar.find(rest) if colon and len(label) <= LONGEST_LABEL else []
    begins = written and not rest[: written[0].start].strip(_EDGE)
    return label.strip(_EDGE) if begins and not calendar.find(label) else ""


def _line_label(text: str, previous: Block | None) -> str:
    """The label of a line that is a label and a date ('Date of publication: 4 May 2021', '4 May 2021 – referral')."""
    if len(text) > 2 * LONGEST_LABEL:
        return ""
    before, colon, _ = text.partition(":")
    if colon and 0 < len(before) <= LONGEST_LABEL and not calendar.find(before) and not before.strip()[-1:].isdigit():
        return before.strip(_EDGE)
    written = calendar.find(text)
    if not written:
        return ""
    if not text[: written[0].start].strip(_EDGE):
        rest = text[written[0].end :].strip(_EDGE)
        if rest:
            return rest if _joined_as_label(text[written[0].end :]) and len(rest) <= LONGEST_LABEL else ""
        if previous is not None and len(previous.text) <= 60 and not calendar.find(previous.text):
            return previous.text.strip(_EDGE)
        return ""
    head = text[: written[0].start]
    alone = len(head.split()) <= 8 and not _without_dates(text[written[0].start :])
    return head.strip(_EDGE) if len(head) <= LONGEST_LABEL and (_ends_as_label(head) or alone) else ""


def _joined_as_label(rest: str) -> bool:
    """Whether what follows a date at the head of a line is set off from it."""
    return bool(re.match(r"\s*[:–—|-]|\s*\.?\s+[A-Z]", rest))


def _ends_as_label(head: str) -> bool:
    """Whether what stands before a date in a line is set off from it."""
    return bool(re.search(r"[:–—|-]\s*$", head))


def _dated(block: int, text: str, offset: int) -> Iterator[Dated]:
    for written in calendar.find(text):
        yield _placed(block, written, offset)


def _placed(block: int, written: WrittenDate, offset: int) -> Dated:
    return Dated(
        Span(block, written.start, written.end),
        written.start + offset,
        written.end + offset,
        written.value,
        written.until,
    )
