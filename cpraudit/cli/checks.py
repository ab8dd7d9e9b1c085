"""`cpraudit checks`: list what is checked."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("checks")
@click.option(
    "--checks",
    "plugins",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="A folder of further checks.",
)
def command(plugins: tuple[Path, ...]) -> None:
    """List every check: its id, how binding it is, and what it asks of a report.

    \b
    Examples:
      cpraudit checks
      cpraudit checks --checks our-checks
    """
    from rich.console import Console
    from rich.table import Table

    from cpraudit.config import load_profile
    from cpraudit.quality.checks import Domain
    from cpraudit.quality.loading import load

    console = Console(highlight=False)
    order = {check_id: place for place, check_id in enumerate(load_profile("cpr-2023").order)}
    known = sorted(load(plugins), key=lambda check: (order.get(check.id, len(order)), check.id))
    for domain in Domain:
        table = Table(
            title=domain.value.capitalize(), title_justify="left", title_style="bold", box=None, pad_edge=False
        )
        table.add_column("check", no_wrap=True, style="bold")
        table.add_column("tier")
        table.add_column("asks")
        for check in known:
            if check.domain is domain:
                table.add_row(check.id, check.tier.value, check.asks)
        console.print(table)
        console.print()
    console.print(f"{len(known)} checks. What one asks, why, and how to put it right: cpraudit explain CHECK")
