"""The tables, written beside the dashboard: of a large batch by a process of their own, as they take as long as all the rest."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path

from cpraudit.batch.sheets import csv_sheet, workbook
from cpraudit.batch.store import AUDITS, Store
from cpraudit.batch.tables import TABLES
from cpraudit.batch.workers import helper, processors

BOOK = "batch.xlsx"
FILES = (BOOK, *(f"{table.name}.csv" for table in TABLES))
FEW = 100
"""Reviews below which starting a process costs more than it saves."""


@contextmanager
def tables_beside(folder: Path, reviews: int) -> Iterator[None]:
    """Write the tables of the audits in a batch's folder while the body does something else; both are done at the end."""
    if reviews < FEW or processors() == 1:
        write_tables(folder)
        yield
        return
    process = helper()
    try:
        written = process.submit(write_tables, folder)
        yield
        try:
            written.result()
        except BrokenExecutor:  # it was ended from outside: what it does can be done here too
            write_tables(folder)
    finally:
        process.shutdown(wait=False)


def write_tables(folder: Path) -> None:
    """Write a row a verdict, a review and a recommendation, as CSV files and as a workbook, from `audits.jsonl`."""
    store = Store(folder)
    with ExitStack() as files:
        sheets = [
            files.enter_context(csv_sheet(table, files.enter_context(store.writing(f"{table.name}.csv"))))
            for table in TABLES
        ]
        book = files.enter_context(workbook(TABLES, files.enter_context(store.writing(BOOK))))
        for line in files.enter_context((folder / AUDITS).open(encoding="utf-8", newline="\n")):
            audit = json.loads(line)
            book.add(audit)
            for sheet in sheets:
                sheet.add(audit)
