"""`cpraudit batch`: audit many reviews, and write their dashboard and tables."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cpraudit.cli import usage
from cpraudit.cli.exits import Exit, leave
from cpraudit.cli.options import GATE, MEASURE, QUOTES, READING, defaulting, settings_options
from cpraudit.errors import CprauditError
from cpraudit.reports.wording import clean, counted, listed

if TYPE_CHECKING:
    from cpraudit.batch.outputs import Summary
    from cpraudit.batch.running import Run
    from cpraudit.cli.progress import Teller
    from cpraudit.config import Given


@click.command("batch", cls=usage.Command)
@click.argument("inputs", nargs=-1, metavar="FOLDER...")
@click.option("-o", "--output", type=click.Path(file_okay=False, path_type=Path), required=True, help="The folder to write to.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="How many reviews to audit at once.  [default: one a processor]")
@click.option("--scheduler", metavar="ADDRESS", help="Audit on the Dask cluster that has this scheduler.")
@click.option("--json-lines", is_flag=True, help="Write each audit to standard output as one line of JSON.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but what went wrong.")
@settings_options([*defaulting(MEASURE, "profile", "auto"), *READING, *GATE, QUOTES])
@click.pass_context
def command(
    ctx: click.Context, /, inputs: tuple[str, ...], output: Path, jobs: int | None, scheduler: str | None,
    json_lines: bool, quiet: bool, given: Given,
) -> None:  # fmt: skip
    """Audit every review in FOLDERs (or patterns, files, or a manifest .csv) and write a dashboard and tables.

    A report with its annexes is one review: NAME.annex-timeline.docx belongs to NAME.docx. The same name in several
    formats is one review, of which Word is read. Running it again audits only what has changed. Unless a profile is
    named, each review is measured by the one that its own dates call for.

    \b
    Examples:
      cpraudit batch reviews -o audited
      cpraudit batch "2021/*.docx" "2022/*.docx" -o audited --fail-under 60
      cpraudit batch manifest.csv -o audited --json-lines > audits.jsonl
    """
    from cpraudit.batch.extras import need
    from cpraudit.batch.finding import find
    from cpraudit.batch.session import Session
    from cpraudit.batch.store import Store
    from cpraudit.cli.progress import Teller

    need("batch")
    if not inputs:
        raise click.UsageError("Name a folder that holds reviews: cpraudit batch reviews -o audited")
    found = find(inputs)
    if not found.reviews:
        leave(ctx, Exit.NOTHING, "there is nothing to audit: no report was found. Name a folder that holds some.")
    teller = Teller(quiet=quiet, lines=sys.stdout if json_lines else None)
    with _workers(scheduler, jobs, len(found.reviews)) as run, _interruptible(run, teller):
        summary = Session(found, Store(output), given, run).go(teller)
    teller.stop()
    _close(ctx, summary, output, teller)


@contextmanager
def _workers(scheduler: str | None, jobs: int | None, most: int) -> Iterator[Run]:
    """What the reviews are audited by: processes of this machine, or a cluster."""
    from cpraudit.batch.running import Run

    if scheduler:
        from cpraudit.batch.cluster import connected

        with connected(scheduler) as cluster:
            yield Run(cluster.start, jobs or cluster.jobs, recycle=sys.maxsize, deaths=cluster.deaths, on_cluster=True)
    else:
        from cpraudit.batch.workers import local, processors

        count = min(jobs or processors(), most)
        yield Run(partial(local, count), count)


@contextmanager
def _interruptible(run: Run, teller: Teller) -> Iterator[None]:
    """The first Ctrl-C lets what workers have begun come to an end and writes what is done; the second ends at once."""

    def interrupted(_signal: int, _frame: object) -> None:
        if run.stopping:
            raise KeyboardInterrupt
        run.stopping = True
        teller.say("Stopping: what has been begun is finished first. Press Ctrl-C again to stop at once.")

    before = signal.signal(signal.SIGINT, interrupted)
    try:
        yield
    except KeyboardInterrupt:
        from cpraudit.batch.workers import stop_at_once

        stop_at_once()
        teller.stop()
        raise CprauditError("Stopped. What was done is kept: run the same command again to go on.") from None
    finally:
        signal.signal(signal.SIGINT, before)
        teller.stop()


def _close(ctx: click.Context, summary: Summary, output: Path, teller: Teller) -> None:
    """Say what came of it, and end with the exit code that it deserves, its reason on the last line."""
    reviews = [told for told in summary.audited if told.is_review]
    others = len(summary.audited) - len(reviews)
    apart = ""
    if others:
        apart = f", {counted(others, 'document that is no practice review', 'documents that are no practice reviews')}"
    teller.say(f"{counted(len(reviews), 'review')} audited{apart}. The dashboard: {output / 'index.html'}")
    for unread in summary.unread:
        click.echo(f"cpraudit: {clean(unread.report)}: {clean(unread.problem)}", err=True)
    broken = [(told, check, where) for told in summary.audited for check, where in told.broken.items()]
    for told, check, where in broken:
        click.echo(f"cpraudit: {clean(told.report)}: the check '{check}' broke ({where}); its verdict is left open.", err=True)
    for report, reason in summary.failed:
        click.echo(f"cpraudit: {clean(report)}: {reason}.", err=True)
    if summary.left:
        leave(ctx, Exit.ERROR, f"stopped with {counted(summary.left, 'review')} left; run the same command again to go on.")
    if summary.unread:
        of = len(summary.audited) + len(summary.unread)
        leave(ctx, Exit.ERROR, f"{len(summary.unread)} of {of} could not be audited; the reasons stand above.")
    if broken:
        checks = listed(sorted({check for _, check, _ in broken}))
        leave(ctx, Exit.ERROR, f"a check broke, as told above. Leave out {checks} with --ignore, and report it.")
    if not reviews:
        leave(ctx, Exit.NOTHING, "nothing of what was audited is a practice review.")
    if summary.failed:
        leave(ctx, Exit.FAILED, f"{len(summary.failed)} of {counted(len(reviews), 'review')} failed; the reasons stand above.")
