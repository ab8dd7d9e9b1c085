"""The register of recommendations as a CSV table: who is to do what by when, what it answers, and what it repeats."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from cpraudit.reports.places import place
from cpraudit.reports.spreadsheet import Cell, safe

if TYPE_CHECKING:
    from cpraudit.auditing import Audit
    from cpraudit.facts.recommendations.recommendations import Recommendation

ALIKE = 85
"""Likeness, of 100, from which one recommendation is told as nearly the same as an earlier one (this project's own)."""
COLUMNS = (
    "report", "id", "text", "owners", "type", "level", "timing", "actionable", "training_only", "expected_outcome",
    "answers", "nearly_the_same_as", "place",
)  # fmt: skip


def as_register(audits: Sequence[Audit], *, quotes: bool = True) -> str:
    """A row a recommendation. `quotes` False leaves the reports' own words out."""
    file = io.StringIO()
    table = csv.writer(file, lineterminator="\n")
    table.writerow(COLUMNS)
    for audit in audits:
        table.writerows([safe(cell) for cell in row] for row in _rows(audit.quoting(quotes)))
    return file.getvalue()


def _rows(audit: Audit) -> Iterator[tuple[Cell, ...]]:
    found = audit.review.recommendations.value
    for number, one in enumerate(found):
        yield (
            PurePath(audit.document.parts[0].path).name, one.id, audit.words(one.text), audit.words("; ".join(one.owners)),
            one.kind, one.level, audit.words(one.timing or ""), one.actionable, one.training_only,
            audit.quote(one.outcome) if one.outcome else "", "; ".join(one.learning),
            "; ".join(other.id for other in _alike(one, found[:number])), place(audit, one.span),
        )  # fmt: skip


def _alike(one: Recommendation, earlier: Sequence[Recommendation]) -> list[Recommendation]:
    from rapidfuzz import fuzz

    return [other for other in earlier if fuzz.token_sort_ratio(one.text, other.text) >= ALIKE]

