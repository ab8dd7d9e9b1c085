"""Tables that a person gives the program: one way to read them, one way to say what is wrong."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from cpraudit.errors import ConfigurationError


def rows(path: Path, needed: Sequence[str]) -> tuple[list[str], list[dict[str, str]]]:
    """The columns and the rows of a CSV table with a heading; empty lines are left out, empty cells are empty words.

    Raises ConfigurationError where the file is no such table or lacks a column.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            table = csv.DictReader(file)
            columns = list(table.fieldnames or [])
            found = [{key: value or "" for key, value in row.items() if key} for row in table]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ConfigurationError(f"'{path}' could not be read as a CSV table: {error}.") from error
    for column in needed:
        if column not in columns:
            raise ConfigurationError(f"'{path}' has no column '{column}'. Its first line must name {', '.join(needed)}.")
    return columns, [row for row in found if any(value.strip() for value in row.values())]
