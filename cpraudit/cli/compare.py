"""`cpraudit compare`: an earlier and a later draft of one review."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cpraudit.cli import usage
from cpraudit.cli.files import files_of
from cpraudit.cli.options import MEASURE, QUOTES, READING, WRITTEN, Option, settings_options
from cpraudit.cli.usage import Choice
from cpraudit.errors import CprauditError

if TYPE_CHECKING:
    from cpraudit.config import Given

WRITES = click.Path(dir_okay=False, path_type=Path)
READS = click.Path(path_type=Path)
written = partial(click.option, cls=usage.Option, section=WRITTEN)

OUTPUT = (
    Option(
        "--format", "output.format", "What to write to standard output.  [default: terminal]",
        {"type": Choice(["terminal", "html", "markdown", "json"])}, WRITTEN,
    ),
    QUOTES,
)  # fmt: skip


@click.command("compare", cls=usage.Command)
@click.argument("earlier", type=READS)
@click.argument("later", type=READS)
@click.option("--earlier-annex", multiple=True, type=READS, metavar="FILE", help="An annex of the earlier draft.")
@click.option("--later-annex", multiple=True, type=READS, metavar="FILE", help="An annex of the later draft.")
@written("--html", type=WRITES, help="Write the comparison as a web page to this file.")
@written("--markdown", type=WRITES, help="Write the comparison as Markdown to this file.")
@written("--json", type=WRITES, help="Write the comparison as JSON to this file.")
@written("--open", "opens", is_flag=True, help="Write LATER.compare.html beside the later draft and open it.")
@settings_options([*OUTPUT, *MEASURE, *READING])
def command(
    earlier: Path, later: Path, earlier_annex: tuple[Path, ...], later_annex: tuple[Path, ...], opens: bool,
    given: Given, **files: Path | None,
) -> None:  # fmt: skip
    """Compare the audits of an EARLIER and a LATER draft: what got better, what got worse, what is still open.

    The two need not be of one format. What stayed as it should be is counted and not listed. Each may be
    a folder (or its review.toml), which is one review.

    \b
    Examples:
      cpraudit compare draft-1.docx draft-2.docx
      cpraudit compare draft-1.docx draft-2.docx --open
    """
    from cpraudit.auditing import audit
    from cpraudit.compare import compare
    from cpraudit.compare.writing import FORMATS
    from cpraudit.config import settings_for

    before, after = files_of(earlier, earlier_annex), files_of(later, later_annex)
    first, second = settings_for(before.report, given), settings_for(after.report, given)
    comparison = compare(
        audit(before.report, before.annexes, roles=dict(before.roles), settings=first, beside=True),
        audit(after.report, after.annexes, roles=dict(after.roles), settings=second, beside=True),
    )
    quotes = first.quotes and second.quotes
    for form, path in files.items():
        if path:
            _write(path, FORMATS[form](comparison, quotes=quotes))
    if opens:
        page = after.report.with_name(f"{after.report.stem}.compare.html")
        _write(page, FORMATS["html"](comparison, quotes=quotes))
        click.launch(page.resolve().as_uri())
    if second.format == "terminal":
        from rich.console import Console

        from cpraudit.compare.terminal import print_comparison

        print_comparison(comparison, Console(highlight=False), quotes=quotes)
    else:
        click.echo(FORMATS[second.format](comparison, quotes=quotes))


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise CprauditError(f"'{path}' could not be written: {error.strerror}. Check the folder.") from error
    click.echo(f"Written: {path}", err=True)
