"""`cpraudit schema`: the JSON Schema of the JSON output."""

from __future__ import annotations

import click


@click.command("schema")
def command() -> None:
    """Print the JSON Schema (2020-12) of what `cpraudit check --format json` writes.

    \b
    Example:
      cpraudit schema > cpraudit-1.schema.json
    """
    from importlib.resources import files

    click.echo(files("cpraudit.reports").joinpath("schema.json").read_text(encoding="utf-8"), nl=False)
