"""Writing the tables: CSV that a spreadsheet can open safely, and a workbook with the same sheets. A row at a time."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from cpraudit.batch.tables import Cell, Table
from cpraudit.reports.spreadsheet import safe
from cpraudit.reports.wording import clean

MOST_ROWS = 1_048_575
"""Rows of a sheet, its head left out; what goes beyond stands in the CSV file only."""
MOST_LETTERS = 32_000
"""Letters of a cell of a workbook."""


class CsvSheet:
    """One table as a CSV file, with the mark by which Excel knows that it is UTF-8."""

    def __init__(self, table: Table, file: TextIO) -> None:
        self.table, self.writer = table, csv.writer(file)
        self.writer.writerow([column.name for column in table.columns])

    def add(self, audit: dict[str, Any]) -> None:
        """Add what an audit tells."""
        self.writer.writerows([safe(cell) for cell in row] for row in self.table.rows(audit))


@contextmanager
def csv_sheet(table: Table, path: Path) -> Iterator[CsvSheet]:
    """A CSV file to add to."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        yield CsvSheet(table, file)


class Workbook:
    """A workbook with a sheet for each table: heads frozen, filters on, strings never taken for formulas or links."""

    def __init__(self, tables: tuple[Table, ...], path: Path) -> None:
        import xlsxwriter

        self.book = xlsxwriter.Workbook(str(path), {**OPTIONS, "tmpdir": str(path.parent)})
        head = self.book.add_format({"bold": True, "bg_color": "#0D4F57", "font_color": "#FFFFFF", "text_wrap": True, "valign": "top"})
        self.top = self.book.add_format({"valign": "top"})
        self.wrapped = self.book.add_format({"valign": "top", "text_wrap": True})
        self.sheets = []
        for table in tables:
            sheet = self.book.add_worksheet(table.name.capitalize())
            sheet.freeze_panes(1, 1)
            sheet.set_paper(A4)
            sheet.set_landscape()
            sheet.repeat_rows(0)
            if len(table.columns) <= ON_A_SHEET:
                sheet.fit_to_pages(1, 0)
            for place, column in enumerate(table.columns):
                sheet.set_column(place, place, column.width, self.wrapped if column.width > WIDE else self.top)
                sheet.write_string(0, place, column.head, head)
            self.sheets.append((table, sheet, [0]))

    def add(self, audit: dict[str, Any]) -> None:
        """Add what an audit tells to each sheet."""
        for table, sheet, count in self.sheets:
            for row in table.rows(audit):
                if count[0] < MOST_ROWS:
                    count[0] += 1
                    self._write(sheet, count[0], row)

    def _write(self, sheet: Any, number: int, row: tuple[Cell, ...]) -> None:
        for place, cell in enumerate(row):
            if isinstance(cell, bool):
                sheet.write_string(number, place, "yes" if cell else "no")
            elif isinstance(cell, str):
                sheet.write_string(number, place, clean(cell)[:MOST_LETTERS])
            elif cell is not None:
                sheet.write_number(number, place, cell)

    def close(self) -> None:
        """Set the filters, and put the workbook together."""
        for table, sheet, (rows,) in self.sheets:
            sheet.autofilter(0, 0, max(rows, 1), len(table.columns) - 1)
        self.book.close()


A4 = 9
"""The number that workbooks have for the size of paper."""
ON_A_SHEET = 16
"""Columns that can be read when they are printed beside each other."""
WIDE = 30
"""Characters of a column from which its text is wrapped."""
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""A row at a time, so that memory does not grow; a string stays a string."""


@contextmanager
def workbook(tables: tuple[Table, ...], path: Path) -> Iterator[Workbook]:
    """A workbook to add to."""
    book = Workbook(tables, path)
    try:
        yield book
    finally:
        book.close()
