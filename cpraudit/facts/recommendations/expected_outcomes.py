"""What the actions are expected to improve, where a list or a column of its own says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span, Table
from cpraudit.facts.recommendations.recommendation_drafts import column_of
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

_OF = compile_pattern(
    r"^(?:(?:recommendation|action|rec)s?\.?\s+)?((?:\d{1,2}|[A-Za-z])(?:(?:\s*,\s*|\s*(?:and|&|to|[-–])\s*)\d{1,2})*)\s*[:.)–—-]",
    re.IGNORECASE,
)
"""'Recommendations 1 and 2: ...', '3: ...'."""


OF_ACTIONS = (SectionKind.RECOMMENDATIONS, SectionKind.IMPROVING, SectionKind.ACTION_PLAN, SectionKind.OTHER)
"""Sections that may list what actions are to improve, by their headings."""


@dataclass(frozen=True, slots=True)
class ExpectedOutcome:
    """One line of a list of outcomes, or one cell of a column of them."""

    span: Span
    of: tuple[str, ...]
    """The recommendations or actions that it is of, by number; empty where it does not say."""


def find(review: Review) -> tuple[ExpectedOutcome, ...]:
    """Under a heading of outcomes, and in tables with a column of them beside numbers."""
    return (*_listed(review), *(found for table in review.document.tables for found in _column(review, table)))


def _listed(review: Review) -> Iterator[ExpectedOutcome]:
    for section in review.outline.sections:
        if section.kind not in OF_ACTIONS or not section.title or column_of(section.title) != "outcome":
            continue
        for block in review.document.blocks[section.first : section.end]:
            if block.cell is not None and len(review.document.tables[block.cell.table].rows) > 1 and block.cell.column:
                continue
            if len(block.text.split()) < 4 or block.index in review.outline.headings:
                continue
            match = _OF.match(f"{block.label} {block.text}" if block.label[:1].isalnum() else block.text)
            yield ExpectedOutcome(review.document.whole(block.index), _numbers(match.group(1)) if match else ())


def _column(review: Review, table: Table) -> Iterator[ExpectedOutcome]:
    if len(table.rows) < 2:
        return
    document = review.document
    held = {column_of(document.cell_text(cell)): cell.column for cell in table.rows[0]}
    if "outcome" not in held or "number" not in held:
        return
    for row in table.rows[1:]:
        cells = {cell.column: cell for cell in row if cell.blocks}
        number, outcome = cells.get(held["number"]), cells.get(held["outcome"])
        if outcome is not None and re.search(r"[A-Za-z]{3}", document.cell_text(outcome)):
            of = _numbers(document.cell_text(number)) if number is not None else ()
            yield ExpectedOutcome(document.whole(outcome.blocks[0]), of)


def _numbers(words: str) -> tuple[str, ...]:
    """'1 and 2' gives ('1', '2'); '1 to 3' gives all three."""
    found: list[str] = []
    for first, last in re.findall(r"(\d+)(?:\s*(?:to|[-–])\s*(\d+))?", words):
        found += [str(number) for number in range(int(first), int(last or first) + 1)][:50]
    return tuple(found) or tuple(re.findall(r"\b[A-Za-z]\b", words))
