"""Cells that a spreadsheet can open safely: a report's words must never be run as a formula."""

from __future__ import annotations

from cpraudit.reports.wording import clean

Cell = str | int | float | bool | None

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would run."""


def safe(cell: Cell) -> Cell:
    """The cell as a CSV file may hold it."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if not isinstance(cell, str):
        return cell
    text = clean(cell)
    return f"'{text}" if text.startswith(FORMULA) else text
