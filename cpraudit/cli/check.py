"""`cpraudit check`: audit one or more reports."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cpraudit.cli import usage
from cpraudit.cli.copies import Copies
from cpraudit.cli.exits import Exit, leave
from cpraudit.cli.files import files_of
from cpraudit.cli.options import GATE, MEASURE, QUOTES, READING, WRITTEN, Option, settings_options
from cpraudit.cli.usage import Choice
from cpraudit.errors import CprauditError, UnreadableError
from cpraudit.reports.formats import PRINTED
from cpraudit.reports.wording import clean

if TYPE_CHECKING:
    from cpraudit.auditing import Audit
    from cpraudit.config import Given, Settings
    from cpraudit.config.review_file import ReviewFiles

WRITES = click.Path(dir_okay=False, path_type=Path)

written = partial(click.option, cls=usage.Option, section=WRITTEN)

OUTPUT = (
    Option(
        "--format", "output.format", "What to write to standard output.  [default: terminal]",
        {"type": Choice(PRINTED)}, WRITTEN,
    ),
    Option("--all", "output.all", "List the checks that are met, too.", {"is_flag": True}, WRITTEN),
    QUOTES,
)  # fmt: skip


@click.command("check", cls=usage.Command)
@click.argument("reports", nargs=-1, type=click.Path(path_type=Path), metavar="REPORT...")
@click.option(
    "--annex", "annexes", multiple=True, type=click.Path(path_type=Path), metavar="FILE",
    help="A document that belongs to the same review (terms of reference, timeline). May be given more than once.",
)  # fmt: skip
@written("--html", type=WRITES, help="Write the audit as a web page to this file.")
@written("--markdown", type=WRITES, help="Write the audit as Markdown to this file.")
@written("--json", type=WRITES, help="Write the audit as JSON to this file.")
@written("--recommendations", type=WRITES, help="Write the register of recommendations as a CSV table to this file.")
@written("--write-baseline", type=WRITES, help="Write what lacks today to this file, to be given to --baseline.")
@written("--comments", type=WRITES, help="Write a copy of a Word draft with each finding as a comment at its words.")
@written(
    "--strip-comments", "stripped", type=WRITES, help="Write a copy of a Word draft without cpraudit's comments."
)
@written("--open", "opens", is_flag=True, help="Write NAME.audit.html beside each report and open it.")
@settings_options([*OUTPUT, *MEASURE, *READING, *GATE])
@click.pass_context
def command(
    ctx: click.Context, /, reports: tuple[Path, ...], annexes: tuple[Path, ...], opens: bool, given: Given,
    comments: Path | None, stripped: Path | None, write_baseline: Path | None, **files: Path | None,
) -> None:  # fmt: skip
    """Audit one or more reports: Word, PDF, Markdown, plain text or ODT.

    A folder (or its review.toml, which names the report and its annexes) is audited as one review.

    Prints the audit: the score with its counts, then what is missing, worst first, each with where it was looked for and
    how to put it right. Files named by --html, --markdown and --json are written besides. What the options do not settle
    is taken from cpraudit.toml or pyproject.toml, found upwards from each report (see: cpraudit config).

    \b
    Exit codes:
      0  nothing failed (nothing can, unless --fail-on or --fail-under is set)
      1  something failed; the last line says what
      2  an option, a setting or a file is wrong
      3  there was nothing to audit

    \b
    Examples:
      cpraudit check draft.docx --open
      cpraudit check report.pdf --annex terms-of-reference.docx --annex timeline.docx
      cpraudit check draft.docx --fail-on statutory
      cpraudit check draft.docx --html audit.html --format json > audit.json
      cpraudit check draft.docx --comments reviewed.docx
    """
    if not reports:
        leave(ctx, Exit.NOTHING, "there is nothing to audit. Name a report: cpraudit check draft.docx")
    sets = {files.report: files for files in (files_of(report, annexes) for report in reports)}
    reports = tuple(sets)
    if annexes and len(reports) > 1:
        raise click.UsageError("--annex goes with one report; audit the reports one by one.")
    settings = _settings(reports, given)
    copies = Copies.asked_for(reports, comments, stripped)
    audits = _audit_each(settings, sets)
    if audits:
        first = next(iter(settings.values()))
        copies.write(audits[0], first.revisions)
        if write_baseline:
            _write_baseline(write_baseline, audits)
        _put_out(audits, first, {form: path for form, path in files.items() if path}, opens)
    unread = len(reports) - len(audits)
    if unread:
        leave(ctx, Exit.ERROR, f"{unread} of {len(reports)} could not be audited; the reason stands above.")
    _tell_broken(ctx, audits)
    _put_to_the_gate(ctx, audits)


def _settings(reports: Sequence[Path], given: Given) -> dict[Path, Settings]:
    """The settings of each report. What is written is settled by the first; one that asks for no quotes is heeded."""
    from dataclasses import replace

    from cpraudit.config import settings_for

    settings = {report: settings_for(report, given) for report in reports}
    quotes = all(one.quotes for one in settings.values())
    return {report: replace(one, quotes=quotes) for report, one in settings.items()}


def _audit_each(settings: dict[Path, Settings], sets: dict[Path, ReviewFiles]) -> list[Audit]:
    """Audit each report; one that cannot be read is told and does not stop the rest."""
    from cpraudit.auditing import audit

    audits = []
    for report, own in settings.items():
        try:
            files = sets[report]
            audits.append(audit(report, files.annexes, roles=dict(files.roles), settings=own, beside=True))
        except UnreadableError as error:
            click.echo(f"cpraudit: {error}", err=True)
    return audits


def _put_out(audits: Sequence[Audit], settings: Settings, files: dict[str, Path], opens: bool) -> None:
    """Write the files that were asked for, then to standard output."""
    from cpraudit.reports.formats import writer

    for form, path in files.items():
        _write(path, writer(form)(audits, quotes=settings.quotes))
    if opens:
        for audit in audits:
            report = Path(audit.document.parts[0].path)
            page = report.with_name(f"{report.stem}.audit.html")
            _write(page, writer("html")([audit], quotes=settings.quotes))
            click.launch(page.resolve().as_uri())
    if settings.format == "terminal":
        from rich.console import Console

        from cpraudit.reports.terminal import print_audit

        print_audit(audits, Console(highlight=False), show_met=settings.show_met, quotes=settings.quotes)
    else:
        click.echo(writer(settings.format)(audits, quotes=settings.quotes))
        # Formats for other programs have no place for what is wrong with a waiver.
        for remark in dict.fromkeys(remark for audit in audits for remark in audit.waived.remarks):
            click.echo(f"cpraudit: {clean(remark)}", err=True)


def _write_baseline(path: Path, audits: Sequence[Audit]) -> None:
    from cpraudit.quality import baseline

    baseline.write(path, ((audit.review, audit.findings) for audit in audits))
    click.echo(f"Written: {path}", err=True)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise CprauditError(f"'{path}' could not be written: {error.strerror}. Check the folder.") from error
    click.echo(f"Written: {path}", err=True)


def _tell_broken(ctx: click.Context, audits: Sequence[Audit]) -> None:
    """Leave with the code of a program error where a check broke."""
    for audit in audits:
        for finding in audit.broken[:1]:
            check, name = finding.check.id, Path(audit.document.parts[0].path).name
            why = f"the check '{check}' broke on {name} ({finding.broke}); its verdict is left open and the others hold."
            leave(ctx, Exit.ERROR, f"{why} Leave it out with --ignore {check}, and report it.")


def _put_to_the_gate(ctx: click.Context, audits: Sequence[Audit]) -> None:
    """Leave with the code of a failure, and say why, where a report fails."""
    failed = [audit for audit in audits if audit.verdict.failed]
    if failed:
        name = Path(failed[0].document.parts[0].path).name
        rest = f" {len(failed)} of {len(audits)} reports failed." if len(audits) > 1 else ""
        leave(ctx, Exit.FAILED, f"failed: in {name}, {failed[0].verdict.reason}.{rest}")
