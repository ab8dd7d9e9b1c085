"""`cpraudit config`: which settings are in force, and where each comes from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cpraudit.cli import usage
from cpraudit.cli.options import GATE, MEASURE, QUOTES, READING, settings_options

if TYPE_CHECKING:
    from cpraudit.config import Given


@click.command("config", cls=usage.Command)
@click.argument("report", required=False, type=click.Path(path_type=Path))
@settings_options([*MEASURE, *READING, *GATE, QUOTES])
def command(report: Path | None, given: Given) -> None:
    """Show which settings are in force for REPORT (or for this folder), and where the value of each comes from.

    A configuration is a file cpraudit.toml, or the table [tool.cpraudit] of pyproject.toml, in the folder of the report or
    in one above it. The command line overrules it.

    \b
    Examples:
      cpraudit config
      cpraudit config drafts/draft.docx --fail-on statutory
    """
    from rich.console import Console

    from cpraudit.auditing import checks_of
    from cpraudit.config import settings_for
    from cpraudit.reports.settings import settings_table

    settings = settings_for(report or Path("report"), given)
    known = len(checks_of(settings))
    console = Console(highlight=False)
    with console.capture() as table:
        console.print(settings_table(settings))
    click.echo("\n".join(line.rstrip() for line in table.get().splitlines()))
    click.echo(f"{known} checks run." if known != 1 else "1 check runs.")
