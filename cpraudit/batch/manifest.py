"""A manifest: a table of the reviews to audit, where names and folders do not tell what belongs together.

    report,board,type,annexes
    2021/child-k.docx,North Wales,concise,2021/child-k-timeline.docx; 2021/child-k-tor.docx

Paths are from the manifest's own folder. Only `report` is needed.
"""

from __future__ import annotations

import csv
import io
from difflib import get_close_matches
from pathlib import Path

from cpraudit.batch.sets import ReviewSet
from cpraudit.errors import ConfigurationError
from cpraudit.facts.case.identity import ReviewType

COLUMNS = ("report", "board", "type", "annexes")


def read(path: Path) -> list[ReviewSet]:
    """The reviews that a manifest lists, in its order.

    Raises ConfigurationError where a column is not known, `report` lacks, or a type is none. A report that is not there
    is not an error here: it is told as not read when its turn comes.
    """
    rows = csv.DictReader(io.StringIO(text := _text(path)), delimiter=_delimiter(text))
    heads = [(head or "").strip().lower() for head in rows.fieldnames or ()]
    _refuse_unknown(path, heads)
    reviews = []
    for values in rows:
        row = {head: (value or "").strip() for head, value in zip(heads, values.values(), strict=False)}
        if row.get("report"):
            reviews.append(_review(path, rows.line_num, row))
    return reviews


def _text(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")  # what Excel on Windows saves as plain CSV


def _delimiter(text: str) -> str:
    head = text.partition("\n")[0]
    return max(",;\t", key=head.count)


def _refuse_unknown(path: Path, heads: list[str]) -> None:
    for head in heads:
        if head and head not in COLUMNS:
            close = get_close_matches(head, COLUMNS, 1)
            hint = f" Did you mean '{close[0]}'?" if close else f" The columns are {', '.join(COLUMNS)}."
            raise ConfigurationError(f"The manifest '{path.name}' has an unknown column '{head}'.{hint}")
    if "report" not in heads:
        raise ConfigurationError(f"The manifest '{path.name}' has no column 'report'. Its columns: {', '.join(COLUMNS)}.")


def _review(path: Path, line: int, row: dict[str, str]) -> ReviewSet:
    kind = row.get("type", "").lower() or None
    if kind and kind not in {member.value for member in ReviewType}:
        types = ", ".join(member.value for member in ReviewType)
        raise ConfigurationError(f"Line {line} of '{path.name}': '{kind}' is no type of review. Use one of {types}.")
    folder = path.parent
    annexes = [part.strip() for part in row.get("annexes", "").split(";")]
    return ReviewSet(
        name=Path(row["report"]).as_posix(),
        report=(folder / row["report"]).resolve(),
        annexes=tuple((folder / annex).resolve() for annex in annexes if annex),
        board=row.get("board") or None,
        type=kind,
    )
