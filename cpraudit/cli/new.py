"""`cpraudit new`: the recommended form as a Word file to start a draft from."""

from __future__ import annotations

from pathlib import Path

import click

from cpraudit.cli.usage import Choice


@click.command("new")
@click.option(
    "--type", "kind", type=Choice(["concise", "extended"]), required=True, help="The type of review."
)  # fmt: skip
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True, metavar="FILE",
    help="The Word file to write. A file that is there already is not written over.",
)  # fmt: skip
def command(kind: str, output: Path) -> None:
    """Write the recommended form of a review as a Word file to start from.

    What is to be written stands in grey in fields: click on one and write, and the guidance is gone. A check of the draft
    counts the fields that are still to be filled in.

    \b
    Example:
      cpraudit new --type concise -o draft.docx
    """
    from cpraudit.form import FormType, write_form

    write_form(FormType(kind), output)
    click.echo(f"Written: {output}", err=True)
    click.echo(f'What to write, check by check: cpraudit check "{output}" --open', err=True)
