"""`cpraudit read`: show a document as the auditor reads it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cpraudit.cli.files import files_of
from cpraudit.cli.options import READING, settings_options
from cpraudit.cli.usage import Choice

if TYPE_CHECKING:
    from cpraudit.config import Given


@click.command("read")
@click.argument("report", type=click.Path(path_type=Path))
@click.option(
    "--annex",
    "annexes",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="An annex of the same review.",
)
@click.option(
    "--format", "form", type=Choice(["text", "json"]), default="text", show_default=True, help="How to show it."
)
@settings_options(READING)
def command(report: Path, annexes: tuple[Path, ...], form: str, given: Given) -> None:
    """Show REPORT as the auditor reads it: outline, blocks with their places, kinds of section, what was not read.

    Use it where a verdict surprises: what is not here was not seen. A folder (or its review.toml) is one review.

    \b
    Example:
      cpraudit read draft.docx
    """
    from cpraudit.auditing import opened
    from cpraudit.config import settings_for
    from cpraudit.facts import Review
    from cpraudit.readers import read_sources
    from cpraudit.reports.reading import as_json, as_text

    files = files_of(report, annexes)
    settings, roles = settings_for(files.report, given), dict(files.roles)
    paths = (files.report, *files.annexes)
    review = Review(read_sources([opened(path, settings, roles.get(path)) for path in paths]), local=settings.local)
    click.echo(as_json(review) if form == "json" else as_text(review))
