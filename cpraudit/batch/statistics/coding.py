"""The coding as a table that a person can correct and give back: a row a review, a column an indicator or theme."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from cpraudit.batch.statistics import given
from cpraudit.batch.statistics.cases import Case
from cpraudit.batch.statistics.coded import titles
from cpraudit.errors import ConfigurationError, CprauditError, did_you_mean

ID, REPORT = "id", "report"
PRESENT, NOT_KNOWN = frozenset({"1", "yes", "y", "x", "true", "present"}), frozenset({"", "0", "no", "n", "false", "not known"})


def write(cases: Sequence[Case], path: Path) -> None:
    """Write the coding: 1 where a thing was found, empty where it is not known.

    Raises CprauditError where the file cannot be written.
    """
    codes = list(titles())
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            table = csv.writer(file)
            table.writerow([ID, REPORT, *codes])
            for case in cases:
                table.writerow([case.id, case.report, *("1" if code in case.coded else "" for code in codes)])
    except OSError as error:
        raise CprauditError(f"'{path}' could not be written: {error.strerror}. Check the folder.") from error


def corrected(cases: Sequence[Case], path: Path) -> list[Case]:
    """The same reviews with the coding of a table; a column or review that the table leaves out keeps the program's.

    Raises ConfigurationError where the table is none, names a review or a column that is not known, or holds another value.
    """
    known = {case.id for case in cases}
    codes = titles()
    columns, rows = given.rows(path, (ID,))
    for column in columns:
        if column not in (ID, REPORT) and column not in codes:
            raise ConfigurationError(f"The coding '{path}' has an unknown column '{column}'.{did_you_mean(column, codes)}")
    coding: dict[str, dict[str, bool]] = {}
    for number, row in enumerate(rows, 2):
        if row[ID] not in known:
            raise ConfigurationError(f"'{path}', line {number}: there is no review '{row[ID]}'.{did_you_mean(row[ID], known)}")
        coding[row[ID]] = {
            code: _present(value, f"'{path}', line {number}, column '{code}'")
            for code, value in row.items()
            if code not in (ID, REPORT)
        }
    return [_recoded(case, coding.get(case.id, {})) for case in cases]


def _present(value: str, where: str) -> bool:
    told = value.strip().casefold()
    if told in PRESENT:
        return True
    if told in NOT_KNOWN:
        return False
    raise ConfigurationError(f"{where}: '{value}' is neither 1 (present) nor empty (not known).")


def _recoded(case: Case, coding: dict[str, bool]) -> Case:
    kept = {code for code in case.coded if code not in coding}
    return replace(case, coded=frozenset(kept | {code for code, present in coding.items() if present}))
