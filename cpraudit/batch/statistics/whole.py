"""Everything that the statistics say of a batch: the tables, and which risk indicators occur together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from cpraudit.batch.statistics import cooccurrence, published, scaling
from cpraudit.batch.statistics.cases import Case
from cpraudit.batch.statistics.cooccurrence import CoOccurrence
from cpraudit.batch.statistics.model import Table
from cpraudit.batch.statistics.scaling import Plane
from cpraudit.batch.statistics.tables import tables
from cpraudit.facts.case.indicators import Bearer


@dataclass(frozen=True, slots=True)
class Statistics:
    """All of it."""

    reviews: int
    tables: tuple[Table, ...]
    together: tuple[tuple[CoOccurrence, Plane | None], ...]
    corrected: bool
    """The coding was corrected by a person."""

    def beside_published(self) -> Statistics:
        """The same with the figures of the 2023 review beside each table."""
        return replace(self, tables=tuple(published.beside(table) for table in self.tables))

    def as_object(self) -> dict[str, Any]:
        """As plain values."""
        return {
            "reviews": self.reviews,
            "coding": "corrected by a person" if self.corrected else "by the program, to be confirmed",
            "tables": [table.as_object() for table in self.tables],
            "together": [
                compared.as_object() | {"scaling": plane.as_object() if plane else None} for compared, plane in self.together
            ],
        }


def compute(
    cases: Sequence[Case], *, merged: bool = False, against_published: bool = False, corrected: bool = False
) -> Statistics:
    """Compute the statistics of some reviews.

    `merged` counts former boards under today's, `against_published` adds the 2023 figures, `corrected` says that a person
    has corrected the coding.
    """
    compared = [cooccurrence.compare(cases, bearer) for bearer in Bearer]
    together = tuple((one, scaling.place(cases, one)) for one in compared)
    found = Statistics(len(cases), tuple(tables(cases, merged=merged)), together, corrected)
    return found.beside_published() if against_published else found
