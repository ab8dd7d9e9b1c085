"""`cpraudit agree`: a person's verdicts against the program's."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("agree")
@click.argument("output", metavar="OUT", type=click.Path(path_type=Path))
@click.argument("verdicts", metavar="VERDICTS.CSV", type=click.Path(path_type=Path))
def command(output: Path, verdicts: Path) -> None:
    """Compare a person's VERDICTS with the program's, for the reviews of a batch's output folder OUT.

    VERDICTS is a CSV table with a row a verdict and the columns review (a review's file, title or id), check and status.
    Prints, per check and over all, how often both agree, Cohen's kappa, and each disagreement with the program's reason.

    \b
    Example:
      cpraudit agree audited verdicts.csv
    """
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    from cpraudit.batch.statistics import agreement

    found = agreement.read(output, verdicts)
    console = Console(highlight=False)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for name, justify in (("Check", "left"), ("Verdicts", "right"), ("Agree", "right"), ("Kappa", "right")):
        table.add_column(name, justify="right" if justify == "right" else "left")
    for check, own in [*agreement.by_check(found).items(), ("All", found)]:
        measured = agreement.agreement(own)
        kappa = "–" if measured.kappa is None else f"{measured.kappa:.2f}"
        table.add_row(escape(check), str(measured.n), f"{measured.share:.0%}", kappa)
    console.print(table)
    differing = [verdict for verdict in found if not verdict.agrees]
    console.print(f"\n{len(differing)} of {len(found)} differ." if differing else "\nNone differs.")
    for verdict in differing:
        console.print(
            f"{verdict.review}, {verdict.check}: you say {verdict.person}, the program says {verdict.program}: {verdict.message}",
            markup=False,
        )
