"""`cpraudit read`: show a document as the auditor reads it."""

from __future__ import annotations

from pathlib import Path

import click

from cpraudit.cli.usage import Choice


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
@click.option(
    "--revisions", type=Choice(["final", "original"]), default="final", show_default=True,
    help="Read tracked changes as accepted, or the text before them.",
)  # fmt: skip
def command(report: Path, annexes: tuple[Path, ...], form: str, revisions: str) -> None:
    """Show REPORT as the auditor reads it: outline, blocks with their places, kinds of section, what was not read.

    Use it where a verdict surprises: what is not here was not seen.

    \b
    Example:
      cpraudit read draft.docx
    """
    from cpraudit.facts import Review
    from cpraudit.readers import Revisions, read_set
    from cpraudit.reports.reading import as_json, as_text

    review = Review(read_set(report, annexes, Revisions(revisions)))
    click.echo(as_json(review) if form == "json" else as_text(review))
