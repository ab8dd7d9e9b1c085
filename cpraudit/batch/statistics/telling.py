"""The statistics in words: for the terminal, and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cpraudit.batch.statistics.coded import titles
from cpraudit.batch.statistics.cooccurrence import CoOccurrence, Pair
from cpraudit.batch.statistics.model import PERCENT, Row, Table, Value
from cpraudit.batch.statistics.scaling import Plane
from cpraudit.batch.statistics.whole import Statistics

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table as Grid

NOTHING = "–"
LABEL, LEAST, GAP = 18, 6, 2
"""Letters of a terminal that the name of a row needs, a column, and what is between them. What is too wide is told row by row."""


def shown(value: Value, column: str) -> str:
    """A value as it is printed in its column: a dash where there is none, per cent to one decimal, other fractions to two."""
    if value is None:
        return NOTHING
    if isinstance(value, float):
        return f"{value:.1f}" if column.endswith(PERCENT) else f"{value:.2f}"
    return str(value)


def cells(table: Table, row: Row) -> list[str]:
    """The values of a row as they are printed."""
    return [shown(value, column) for value, column in zip(row.values, table.columns, strict=True)]


def title(table: Table) -> str:
    """The heading of a table, with the 2023 review's own name for it."""
    return f"{table.heading.title} ({table.heading.published} of the 2023 review)" if table.heading.published else table.heading.title


def strong(compared: CoOccurrence) -> list[Pair]:
    """The pairs that are significant, the strongest first."""
    return sorted((pair for pair in compared.pairs if pair.significant), key=lambda pair: -abs(pair.phi))


def chance(pair: Pair, compared: CoOccurrence) -> str:
    """How likely a pair's figure is by chance."""
    return f"p < {compared.level:.4f} (Bonferroni)" if pair.adjusted else f"p = {pair.p:.3f}"


def together_lines(compared: CoOccurrence, plane: Plane | None) -> Iterator[str]:
    """What is to be said of indicators that occur together, a line each."""
    names = titles()
    for pair in strong(compared):
        kind = f", {pair.strength}" if pair.strength else ""
        yield f"{names[pair.one]} and {names[pair.other]}: phi {pair.phi:.2f}{kind}, {chance(pair, compared)}, both in {pair.both}"
    yield from together_notes(compared, plane)


def together_notes(compared: CoOccurrence, plane: Plane | None) -> Iterator[str]:
    """What is to be said beside the pairs, a line each."""
    if not compared.codes:
        yield "No indicator occurs in more than two reviews and not in all, so that none can be compared."
        return
    if not strong(compared):
        yield f"No significant association among {len(compared.codes)} indicators."
    if compared.left_out:
        names = titles()
        yield f"Not compared, as they occur in one or two reviews: {', '.join(names[code] for code in compared.left_out)}."
    if plane:
        yield f"Two-dimensional scaling: normalised raw stress {plane.stress:.3f} over {len(plane.places)} indicators."


def as_markdown(statistics: Statistics) -> str:
    """The statistics as Markdown."""
    lines = [f"# Statistics of {statistics.reviews} reviews", ""]
    for table in statistics.tables:
        lines += [f"## {title(table)}", "", f"{table.heading.definition} n = {table.base}.", ""]
        lines += [f"| | {' | '.join(table.columns)} |", f"| --- |{' ---: |' * len(table.columns)}"]
        lines += [f"| {_cell(row.label)} | {' | '.join(map(_cell, cells(table, row)))} |" for row in table.rows]
        lines += ["", *(f"- {note}" for note in table.notes), *([""] if table.notes else [])]
    for compared, plane in statistics.together:
        lines += [f"## {together_title(compared)}", ""]
        lines += [f"- {line}" for line in together_lines(compared, plane)]
        lines.append("")
    return "\n".join(lines)


def together_title(compared: CoOccurrence) -> str:
    """The heading of what occurs together."""
    whose = {"parental": "Risk indicators of parents and carers", "child": "Vulnerabilities of the index child"}
    return f"{whose[compared.bearer]}: which occur together"


def print_statistics(statistics: Statistics, console: Console) -> None:
    """Print the statistics."""
    console.print(f"[bold]Statistics of {statistics.reviews} reviews[/bold]\n")
    for table in statistics.tables:
        console.print(title(table), style="bold", markup=False)
        console.print(f"{table.heading.definition} n = {table.base}.", style="dim", markup=False)
        if console.width < LABEL + sum(max(LEAST, len(column)) + GAP for column in table.columns):
            for row in table.rows:
                values = zip(table.columns, cells(table, row), strict=True)
                told = ", ".join(f"{column} {value}" for column, value in values if value != NOTHING)
                console.print(f"{row.label}: {told or NOTHING}", markup=False)
        else:
            console.print(_grid(table))
        for note in table.notes:
            console.print(f"  {note}", style="dim", markup=False)
        console.print()
    for compared, plane in statistics.together:
        console.print(together_title(compared), style="bold", markup=False)
        for line in together_lines(compared, plane):
            console.print(f"  {line}", markup=False)
        console.print()


def _grid(table: Table) -> Grid:
    """The table in columns."""
    from rich.table import Table as Grid

    grid = Grid(box=None, pad_edge=False, padding=(0, GAP, 0, 0))
    grid.add_column("", overflow="fold", min_width=LABEL)
    for column in table.columns:
        grid.add_column(column, justify="right", overflow="fold")
    for row in table.rows:
        grid.add_row(_plain(row.label), *map(_plain, cells(table, row)))
    return grid


def _cell(text: str) -> str:
    """A text that cannot break a Markdown table."""
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")


def _plain(text: str) -> str:
    from rich.markup import escape

    return escape(text)
