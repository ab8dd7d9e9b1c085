"""The 2023 review's printed figures, put beside a batch's own, with what they contradict themselves in."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from cpraudit.batch.statistics.model import COUNT, PERCENT, Row, Table, Value


@dataclass(frozen=True, slots=True)
class Published:
    """What the 2023 review prints for one table."""

    source: str
    columns: tuple[str, ...]
    rows: Mapping[str, tuple[Value, ...]]
    notes: tuple[str, ...]


@cache
def source() -> str:
    """What the figures are taken from."""
    return str(_data()["source"])


@cache
def figures() -> Mapping[str, Published]:
    """The printed figures, by the id of the table."""
    return {table_id: _published(told) for table_id, told in _data().items() if table_id != "source"}


def beside(table: Table) -> Table:
    """The table with the printed figures in columns of their own, and what they contradict themselves in as notes."""
    printed = figures().get(table.heading.id)
    if printed is None:
        return table
    own = {row.label for row in table.rows}
    rows = [replace(row, values=(*row.values, *_values(printed, row.label))) for row in table.rows]
    empty = (None,) * len(table.columns)
    rows += [Row(label, (*empty, *values)) for label, values in printed.rows.items() if label not in own]
    columns = (*table.columns, *(f"2023: {column}" for column in printed.columns))
    notes = (*table.notes, f"2023 figures: {printed.source}.", *(f"2023: {note}" for note in printed.notes))
    return replace(table, columns=columns, rows=tuple(rows), notes=notes)


def _values(printed: Published, label: str) -> tuple[Value, ...]:
    return printed.rows.get(label, (None,) * len(printed.columns))


def _published(told: Mapping[str, Any]) -> Published:
    notes = tuple(told.get("notes", ()))
    if "columns" in told:
        rows = {label: tuple(values) for label, values in told["rows"].items()}
        return Published(told["source"], tuple(told["columns"]), rows, notes)
    counts = {label: (count, round(100 * count / told["n"], 1)) for label, count in told["rows"].items()}
    return Published(told["source"], (COUNT, PERCENT), counts, notes)


@cache
def _data() -> dict[str, Any]:
    text = files("cpraudit.batch.statistics.data").joinpath("published_2023.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
