"""`cpraudit outline`: a draft held against the recommended form."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("outline")
@click.argument("report", type=click.Path(path_type=Path))
@click.option("--annex", "annexes", multiple=True, type=click.Path(path_type=Path), help="An annex of the same review.")
def command(report: Path, annexes: tuple[Path, ...]) -> None:
    """Show REPORT against the recommended form: which parts are found, where, in what order, and which lack.

    After that come the report's own headings, each with what it was taken for.
    """
    from cpraudit.facts import Review
    from cpraudit.readers import read_set
    from cpraudit.reports.outlining import as_text

    click.echo(as_text(Review(read_set(report, annexes))))
