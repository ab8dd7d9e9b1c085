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

from cpraudit.cli.exits import Exit
from cpraudit.errors import CprauditError
from cpraudit.reports.wording import clean, counted

if TYPE_CHECKING:
    from cpraudit.batch.outputs import Summary
    from cpraudit.batch.running import Run
    from cpraudit.cli.progress import Teller


@click.command("batch")
@click.argument("inputs", nargs=-1, metavar="FOLDER...")
@click.option("-o", "--output", type=click.Path(file_okay=False, path_type=Path), required=True, help="The folder to write to.")
@click.option("--profile", default="cpr-2023", show_default=True, help="cpr-2023, cpr-2016, or a profile's TOML file.")
@click.option("--jobs", type=click.IntRange(min=1), help="How many reviews to audit at once. [default: one a processor]")
@click.option("--checks", "plugins", multiple=True, type=click.Path(path_type=Path), help="A folder of further checks.")
@click.option("--no-quotes", is_flag=True, help="Leave every quotation from the reports out.")
@click.option("--fail-under", type=click.FloatRange(0, 100), help="Fail where a review scores less, or its score is withheld.")
@click.option("--scheduler", metavar="ADDRESS", help="Audit on the Dask cluster with this scheduler.")
@click.option("--json-lines", is_flag=True, help="Write each audit to standard output as one line of JSON.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
@click.pass_context
def command(
    ctx: click.Context, inputs: tuple[str, ...], output: Path, profile: str, jobs: int | None, plugins: tuple[Path, ...],
    no_quotes: bool, fail_under: float | None, scheduler: str | None, json_lines: bool, quiet: bool,
) -> None:  # fmt: skip
    """Audit every review in FOLDERs (or patterns, files, or a manifest .csv) and write a dashboard and tables.

    A report with its annexes is one review: NAME.annex-timeline.docx belongs to NAME.docx. The same name in several
    formats is one review, of which Word is read. Running it again audits only what has changed.

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
    from cpraudit.batch.work import Measure
    from cpraudit.cli.progress import Teller

    need("batch")
    if not inputs:
        raise click.UsageError("Name a folder that holds reviews: cpraudit batch reviews -o audited")
    found = find(inputs)
    if not found.reviews:
        click.echo("cpraudit: there is nothing to audit: no report was found. Name a folder that holds some.", err=True)
        ctx.exit(Exit.NOTHING)
    measure = Measure(profile, tuple(str(folder.resolve()) for folder in plugins), quotes=not no_quotes)
    teller = Teller(quiet=quiet, lines=sys.stdout if json_lines else None)
    with _workers(scheduler, jobs, len(found.reviews)) as run, _interruptible(run, teller):
        summary = Session(found, Store(output), measure, run).go(teller)
    teller.stop()
    _close(ctx, summary, output, fail_under, teller)


@contextmanager
def _workers(scheduler: str | None, jobs: int | None, most: int) -> Iterator[Run]:
    """What the reviews are audited by: processes of this machine, or a cluster."""
    from cpraudit.batch.running import Run

    if scheduler:
        from cpraudit.batch.cluster import connected

        with connected(scheduler) as cluster:
            yield Run(cluster.start, jobs or cluster.jobs, recycle=sys.maxsize, deaths=cluster.deaths)
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


def _close(ctx: click.Context, summary: Summary, output: Path, fail_under: float | None, teller: Teller) -> None:
    """Say what came of it, and end with the exit code that it deserves, its reason on the last line."""
    reviews = [told for told in summary.audited if told.kind == "practice review"]
    others = len(summary.audited) - len(reviews)
    apart = f", {counted(others, 'document')} that {'is no practice review' if others == 1 else 'are no practice reviews'}" if others else ""
    teller.say(f"{counted(len(reviews), 'review')} audited{apart}. Written to {output}.")
    for unread in summary.unread:
        click.echo(f"cpraudit: {clean(unread.report)}: {clean(unread.problem)}", err=True)
    if summary.unread and not summary.left:
        of = len(summary.audited) + len(summary.unread)
        _fail(ctx, f"{len(summary.unread)} of {of} could not be audited; the reasons stand above.", Exit.ERROR)
    if summary.left:
        _fail(ctx, f"stopped with {counted(summary.left, 'review')} left; run the same command again to go on.", Exit.ERROR)
    if not reviews:
        _fail(ctx, "nothing of what was audited is a practice review.", Exit.NOTHING)
    if fail_under is not None:
        low = [told for told in reviews if told.overall is None or told.overall < fail_under]
        for told in low:
            score = "withheld" if told.overall is None else f"{told.overall:g}"
            click.echo(f"cpraudit: {clean(told.report)}: score {score}", err=True)
        if low:
            _fail(ctx, f"{counted(len(low), 'review')} of {len(reviews)} under --fail-under {fail_under:g}.", Exit.FAILED)


def _fail(ctx: click.Context, why: str, code: Exit) -> None:
    click.echo(f"cpraudit: {why}", err=True)
    ctx.exit(code)
