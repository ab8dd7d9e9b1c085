"""`cpraudit check`: audit one or more reports."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cpraudit.cli.exits import Exit
from cpraudit.errors import CprauditError

if TYPE_CHECKING:
    from cpraudit.audit import Audit

FORMATS = ("terminal", "html", "markdown", "json")
WRITES = click.Path(dir_okay=False, path_type=Path)


@click.command("check")
@click.argument("reports", nargs=-1, type=click.Path(path_type=Path), metavar="REPORT...")
@click.option(
    "--annex", "annexes", multiple=True, type=click.Path(path_type=Path),
    help="A document that belongs to the same review (terms of reference, timeline). May be given more than once.",
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="terminal", show_default=True,
    help="What to write to standard output.",
)  # fmt: skip
@click.option("--html", type=WRITES, help="Write the audit as a web page to this file.")
@click.option("--markdown", type=WRITES, help="Write the audit as Markdown to this file.")
@click.option("--json", type=WRITES, help="Write the audit as JSON to this file.")
@click.option("--open", "opens", is_flag=True, help="Write NAME.audit.html beside each report and open it.")
@click.option("--profile", default="cpr-2023", show_default=True, help="cpr-2023, cpr-2016, or a profile's TOML file.")
@click.option(
    "--revisions", type=click.Choice(["final", "original"]), default="final", show_default=True,
    help="Read tracked changes as accepted, or the text before them.",
)  # fmt: skip
@click.option("--checks", "plugins", multiple=True, type=click.Path(path_type=Path), help="A folder of further checks.")
@click.option("--all", "show_met", is_flag=True, help="List the checks that are met, too.")
@click.option("--no-quotes", is_flag=True, help="Leave every quotation from the report out.")
@click.pass_context
def command(
    ctx: click.Context, reports: tuple[Path, ...], annexes: tuple[Path, ...], form: str, html: Path | None,
    markdown: Path | None, json: Path | None, opens: bool, profile: str, revisions: str, plugins: tuple[Path, ...],
    show_met: bool, no_quotes: bool,
) -> None:  # fmt: skip
    """Audit one or more reports: Word, PDF, Markdown, plain text or ODT.

    Prints the audit: the score with its counts, then what is missing, worst first, each with where it was looked for and
    how to put it right. Files named by --html, --markdown and --json are written besides.

    \b
    Examples:
      cpraudit check draft.docx --open
      cpraudit check report.pdf --annex terms-of-reference.docx --annex timeline.docx
      cpraudit check draft.docx --html audit.html --format json > audit.json
    """
    if not reports:
        click.echo("cpraudit: there is nothing to audit. Name a report: cpraudit check draft.docx", err=True)
        ctx.exit(Exit.NOTHING)
    if annexes and len(reports) > 1:
        raise click.UsageError("--annex goes with one report; audit the reports one by one.")
    audits, unread = _audit_each(reports, annexes, profile, revisions, plugins)
    if audits:
        quotes = not no_quotes
        for path, written in ((html, "html"), (markdown, "markdown"), (json, "json")):
            if path:
                _write(path, _report(written)(audits, quotes=quotes))
        if opens:
            _open_each(audits, quotes)
        if form == "terminal":
            _print(audits, show_met, quotes)
        else:
            click.echo(_report(form)(audits, quotes=quotes))
    if unread:
        click.echo(f"cpraudit: {unread} of {len(reports)} could not be audited; the reason stands above.", err=True)
        ctx.exit(Exit.ERROR)


def _audit_each(
    reports: Sequence[Path], annexes: tuple[Path, ...], profile: str, revisions: str, plugins: tuple[Path, ...]
) -> tuple[list[Audit], int]:
    """Audit each report; one that cannot be read is told and does not stop the rest."""
    from cpraudit.audit import examine
    from cpraudit.config import load_profile
    from cpraudit.errors import UnreadableError
    from cpraudit.quality.loading import load
    from cpraudit.readers import Revisions, read_set

    model, checks = load_profile(profile), load(plugins)
    audits, unread = [], 0
    for report in reports:
        try:
            audits.append(examine(read_set(report, annexes, Revisions(revisions)), model, checks))
        except UnreadableError as error:
            click.echo(f"cpraudit: {error}", err=True)
            unread += 1
    return audits, unread


def _report(form: str) -> Callable[..., str]:
    if form == "html":
        from cpraudit.reports.html import as_html

        return as_html
    if form == "markdown":
        from cpraudit.reports.markdown import as_markdown

        return as_markdown
    from cpraudit.reports.json import as_json

    return as_json


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise CprauditError(f"'{path}' could not be written: {error.strerror}. Check the folder.") from error
    click.echo(f"Written: {path}", err=True)


def _open_each(audits: Sequence[Audit], quotes: bool) -> None:
    for audit in audits:
        report = Path(audit.document.parts[0].path)
        page = report.with_name(f"{report.stem}.audit.html")
        _write(page, _report("html")([audit], quotes=quotes))
        click.launch(page.resolve().as_uri())


def _print(audits: Sequence[Audit], show_met: bool, quotes: bool) -> None:
    from rich.console import Console

    from cpraudit.reports.terminal import print_audit

    print_audit(audits, Console(highlight=False), show_met=show_met, quotes=quotes)
