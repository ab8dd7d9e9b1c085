"""`cpraudit explain`: what one check asks, why, where that comes from, and how to put it right."""

from __future__ import annotations

from pathlib import Path

import click

from cpraudit.errors import CprauditError, did_you_mean


@click.command("explain")
@click.argument("check_id", metavar="CHECK")
@click.option(
    "--checks",
    "plugins",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="A folder of further checks.",
)
def command(check_id: str, plugins: tuple[Path, ...]) -> None:
    """Say what CHECK asks of a report, why, where that comes from, and how to put it right.

    \b
    Example:
      cpraudit explain child-age
    """
    from rich.console import Console
    from rich.markdown import Markdown

    from cpraudit.quality.loading import load
    from cpraudit.reports.explaining import as_page

    known = {check.id: check for check in load(plugins)}
    if check_id not in known:
        hint = did_you_mean(check_id, known)
        raise CprauditError(f"There is no check '{check_id}'.{hint} The list: cpraudit checks")
    page = as_page(known[check_id])
    console = Console(highlight=False)
    if console.is_terminal:
        console.print(Markdown(page))
    else:
        click.echo(page, nl=False)
