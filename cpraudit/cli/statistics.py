"""`cpraudit statistics`: the national review's statistics for a batch."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from cpraudit.cli.usage import Choice

UNBOUND = 240
"""Letters of a line that goes to no terminal."""


@click.command("statistics")
@click.argument("output", metavar="OUT", type=click.Path(path_type=Path))
@click.option("--against", type=Choice(["published"]), help="Put the figures of the 2023 review beside these.")
@click.option("--merged-boards", is_flag=True, help="Count former boards under the boards that they are part of now.")
@click.option(
    "--coding", type=click.Path(path_type=Path), metavar="FILE",
    help="Count themes and risk indicators by this corrected table instead of the program's coding.",
)  # fmt: skip
@click.option(
    "--write-coding", type=click.Path(dir_okay=False, path_type=Path),
    help="Write the program's coding of themes and risk indicators to this CSV table, for a person to correct.",
)  # fmt: skip
@click.option(
    "--format", "form", type=Choice(["terminal", "markdown", "json"]), default="terminal", show_default=True,
    help="What to write to standard output.",
)  # fmt: skip
def command(
    output: Path, against: str | None, merged_boards: bool, coding: Path | None, write_coding: Path | None, form: str
) -> None:
    """Recompute the statistics of the 2023 thematic review for the reviews of a batch, from its output folder OUT.

    Every figure comes with its definition, the number of reviews it is of, and those that do not tell as a row of their own.
    Themes and risk indicators are coded by the program: write the coding out, correct it, and give it back.

    \b
    Examples:
      cpraudit statistics audited --against published
      cpraudit statistics audited --write-coding coding.csv
      cpraudit statistics audited --coding coding.csv --format markdown > statistics.md
    """
    import json

    from cpraudit.batch.extras import need
    from cpraudit.batch.statistics import cases_in, telling
    from cpraudit.batch.statistics import coding as codings
    from cpraudit.batch.statistics.whole import compute

    need("batch")
    cases = cases_in(output)
    if coding:
        cases = codings.corrected(cases, coding)
    if write_coding:
        codings.write(cases, write_coding)
        click.echo(f"Written: {write_coding}", err=True)
    found = compute(cases, merged=merged_boards, against_published=against == "published", corrected=coding is not None)
    if form == "json":
        click.echo(json.dumps(found.as_object(), ensure_ascii=False, indent=1))
    elif form == "markdown":
        click.echo(telling.as_markdown(found))
    else:
        from rich.console import Console

        # in a file or a pipe no table need be squeezed to the width of a terminal that is not there
        telling.print_statistics(found, Console(highlight=False, width=None if sys.stdout.isatty() else UNBOUND))
