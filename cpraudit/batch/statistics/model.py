"""What a statistic is: a table with its definition, its base and the reviews behind every row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cpraudit.batch.statistics.cases import Case

Value = int | float | str | None

COUNT, PERCENT = "Reviews", "%"
UNKNOWN = "Not stated"
"""The row of the reviews that do not tell: a row of its own, never left out of the base."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what it counts or measures, its values in the order of the columns, and the reviews behind it."""

    label: str
    values: tuple[Value, ...]
    reviews: tuple[str, ...] = ()
    """Ids of the reviews."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a statistic is called and what exactly it counts."""

    id: str
    title: str
    published: str
    """What the 2023 review calls it ('Table 1'), empty where it has none."""
    definition: str


@dataclass(frozen=True, slots=True)
class Table:
    """One statistic."""

    heading: Heading
    base: int
    """Number of reviews that the percentages are of, or that could be measured."""
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = field(default=())

    def as_object(self) -> dict[str, Any]:
        """As plain values."""
        return {
            "id": self.heading.id,
            "title": self.heading.title,
            "published": self.heading.published or None,
            "definition": self.heading.definition,
            "n": self.base,
            "columns": list(self.columns),
            "rows": [
                {"label": row.label, "values": dict(zip(self.columns, row.values, strict=True)), "reviews": list(row.reviews)}
                for row in self.rows
            ],
            "notes": list(self.notes),
        }


def counted(groups: Mapping[str, Iterable[Case]], base: int) -> tuple[Row, ...]:
    """A row a group: how many reviews, and per cent of the base to one decimal."""
    rows = []
    for label, members in groups.items():
        ids = tuple(case.id for case in members)
        rows.append(Row(label, (len(ids), round(100 * len(ids) / base, 1) if base else None), ids))
    return tuple(rows)


def grouped(cases: Iterable[Case], labels: Mapping[str | None, str], key: Mapping[str, str | None]) -> dict[str, list[Case]]:
    """Reviews by the label of their key (by the review's id), every label in order, those that do not tell last."""
    groups: dict[str, list[Case]] = {label: [] for label in labels.values()}
    groups[UNKNOWN] = []
    for case in cases:
        groups[labels.get(key[case.id], UNKNOWN)].append(case)
    return groups
