"""Tables of plain text: lines whose cells are parted by tabs, as a word processor writes them."""

from __future__ import annotations

from collections.abc import Sequence

from cpraudit.document.labels import split_label

_FEWEST_ROWS = 3
_FEWEST_CELLS = 3
_LABEL_WORDS = 12
"""Words of the first cell of a row, at most, in a table of two columns."""


def tables_of(lines: Sequence[str]) -> dict[int, list[list[str]]]:
    """The tables among the lines: the place of the first line of each, and its rows of cells.

    Three lines or more with as many tabs each are one. With one tab a line they are a table only where no line begins
    with a label or a field of a form ('1.<tab>The panel', 'Name:<tab>...').
    """
    found: dict[int, list[list[str]]] = {}
    at = 0
    while at < len(lines):
        rows = _rows(lines, at)
        if len(rows) >= _FEWEST_ROWS and (len(rows[0]) >= _FEWEST_CELLS or all(map(_is_row_of_two, rows))):
            found[at] = rows
        at += max(len(rows), 1)
    return found


def _rows(lines: Sequence[str], at: int) -> list[list[str]]:
    """The rows from a line on that have as many cells."""
    rows: list[list[str]] = []
    for line in lines[at:]:
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) < 2 or not any(cells) or (rows and len(cells) != len(rows[0])):
            break
        rows.append(cells)
    return rows


def _is_row_of_two(cells: Sequence[str]) -> bool:
    first, second = cells
    labelled = bool(split_label(f"{first} X")[0]) or first.endswith(":")
    return bool(first and second) and not labelled and len(first.split()) <= _LABEL_WORDS
