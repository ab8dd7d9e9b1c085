"""The national review's statistics, recomputed for any batch: each with its definition, its number of reviews and its unknowns."""

from cpraudit.batch.statistics.cases import Case, cases_in
from cpraudit.batch.statistics.model import Table
from cpraudit.batch.statistics.tables import tables

__all__ = ["Case", "Table", "cases_in", "tables"]
