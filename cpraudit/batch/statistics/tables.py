"""Every table of the statistics, in the national review's order."""

from __future__ import annotations

from collections.abc import Sequence

from cpraudit.batch.statistics import children, coded, times
from cpraudit.batch.statistics.cases import Case
from cpraudit.batch.statistics.model import Table


def tables(cases: Sequence[Case], *, merged: bool = False) -> list[Table]:
    """All tables. `merged` counts former boards under the boards that they are part of now."""
    return [*children.tables(cases), *coded.tables(cases), *times.tables(cases, merged=merged)]
