"""`cpraudit outline`: a draft held against the recommended form."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cpraudit.cli.files import files_of
from cpraudit.cli.options import QUOTES, READING, settings_options

if TYPE_CHECKING:
    from cpraudit.config import Given


@click.command("outline")
@click.argument("report", type=click.Path(path_type=Path))
@click.option(
    "--annex",
    "annexes",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="An annex of the same review.",
)
@settings_options([*READING, QUOTES])
def command(report: Path, annexes: tuple[Path, ...], given: Given) -> None:
    """Show REPORT against the recommended form: which parts are found, where, in what order, and which lack.

    After that come the report's own headings, each with what it was taken for. A folder (or its review.toml) is one review.

    \b
    Example:
      cpraudit outline draft.docx
    """
    from cpraudit.auditing import audit
    from cpraudit.config import settings_for
    from cpraudit.reports.outlining import as_text

    files = files_of(report, annexes)
    settings = settings_for(files.report, given)
    shown = audit(files.report, files.annexes, roles=dict(files.roles), settings=settings, beside=True)
    click.echo(as_text(shown.quoting(settings.quotes)))
