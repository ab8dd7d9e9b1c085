"""Recommendations in the rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from cpraudit.document import Cell, Span, Table
from cpraudit.facts.recommendations.recommendation_columns import columns, header_of
from cpraudit.facts.recommendations.recommendation_drafts import NUMBERED, Draft, bare_label, titles_around
from cpraudit.facts.recommendations.recommendation_text import is_order, recommends, subject_and_act
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

_NAMED = compile_pattern(r"\b(?:recommend|argymhell)", re.IGNORECASE)
_MOST_BAND_WORDS = 9
_MOST_LABEL_WORDS = 6


def of_table(review: Review, table: Table, *, placed: bool = False) -> list[Draft] | None:
    """The recommendations of a table; None where it is none of recommendations (a page of the form, say)."""
    if table.width < 2 or not table.blocks:
        return None
    document = review.document
    labels = [_label_column(document.cell_text(row[0])) for row in table.rows if row]
    if "text" in labels and len({*labels} - {None}) >= 2 and 2 * labels.count(None) < len(labels):
        return list(_upright(review, table))
    told = columns(review, table, placed=placed)
    return None if told is None else list(_rows(review, table, *told))


def _label_column(head: str) -> str | None:
    """What a row of that label holds: 'Recommendation 2' is a recommendation."""
    sentence = len(head.split()) > _MOST_LABEL_WORDS or head.endswith(".") or recommends(head)
    return None if sentence else header_of(re.sub(r"\s*\d+[a-z]?$", "", head))


def _rows(review: Review, table: Table, header: dict[int, str | None], first: int) -> Iterator[Draft]:
    """One recommendation a row, below a header row."""
    document = review.document
    groups = titles_around(review, table.blocks[0])
    band: tuple[str, ...] = ()
    place = _text_column(review, table, header)
    numbers = next((column for column, held in header.items() if held == "number"), None)
    for row in table.rows[first:]:
        filled = [cell for cell in row if cell.blocks]
        if len(filled) == 1 and _is_band(filled[0], len(row), document.cell_text(filled[0])):
            band = (document.cell_text(filled[0]),)
            continue
        columns = {
            column: (document.cell_text(cell), Span(cell.blocks[0], 0, len(document.blocks[cell.blocks[0]].text)))
            for cell in row
            if cell.blocks and cell.column != place and (column := header.get(cell.column))
        }
        cell = next((c for c in row if c.column == place and c.blocks), None)
        if cell is None or not re.search(r"[A-Za-z]{3}", document.cell_text(cell)):
            continue
        if numbers is not None and "number" not in columns and _part(review, table, numbers):
            continue
        if "text" in columns:
            columns["acts"] = columns.pop("text")
        words = document.cell_text(cell)
        numbered = NUMBERED.match(words)
        label = columns.get("number", ("", None))[0] or document.blocks[cell.blocks[0]].label
        if numbered and words[numbered.end() :]:
            label, words = numbered.group(1), words[numbered.end() :]
        spans = tuple(document.whole(index) for index in cell.blocks)
        yield Draft(bare_label(label), words, spans, groups=(*groups, *band), columns=columns)


def _text_column(review: Review, table: Table, header: dict[int, str | None]) -> int | None:
    """The column of the recommendations: where actions stand beside them, those are the parts of a recommendation."""
    held = [column for column, kind in sorted(header.items()) if kind == "text"]
    heads = {cell.column: review.document.cell_text(cell) for cell in table.rows[0]}
    named = [column for column in held if _NAMED.search(heads.get(column, ""))]
    return next(iter(named or held), None)


def _is_band(cell: Cell, cells: int, words: str) -> bool:
    """A row that groups those below it ('Regional', 'For the Health Board'): one cell of it says something, in brief."""
    return cell.columns > 1 or cells == 1 or (len(words.split()) <= _MOST_BAND_WORDS and not _orders(words))


def _orders(words: str) -> bool:
    subject, act = subject_and_act(words)
    return recommends(words) or bool(subject) or is_order(act)


def _part(review: Review, table: Table, numbers: int) -> bool:
    """Whether a row with no number of its own goes on with the one above: the other rows have numbers."""
    texts = [review.document.cell_text(cell) for row in table.rows[1:] for cell in row if cell.column == numbers]
    return any(re.search(r"\w", text) for text in texts)


def _upright(review: Review, table: Table) -> Iterator[Draft]:
    """Tables of labels and values: 'Recommendation 1 | ...', 'Agency | ...', 'By when | ...'."""
    document = review.document
    groups = titles_around(review, table.blocks[0])
    open_: Draft | None = None
    for row in table.rows:
        if len(row) < 2 or not row[1].blocks:
            continue
        head, words = document.cell_text(row[0]), document.cell_text(row[1])
        column, span = _label_column(head), document.whole(row[1].blocks[0])
        if column == "text":
            if open_ is not None:
                yield open_
            number = re.search(r"\d+[a-z]?$", head)
            open_ = Draft(number.group() if number else "", words, (span,), groups=groups)
        elif open_ is not None and column is not None:
            open_ = replace(open_, columns={**open_.columns, column: (words, span)})
    if open_ is not None:
        yield open_
