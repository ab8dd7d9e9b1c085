"""`cpraudit hook`: the gate for pre-commit, which names the files that a commit changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cpraudit.cli import usage
from cpraudit.cli.exits import Exit, leave
from cpraudit.cli.options import GATE, MEASURE, READING, defaulting, settings_options
from cpraudit.errors import UnreadableError

if TYPE_CHECKING:
    from cpraudit.batch.sets import ReviewSet
    from cpraudit.cli.hook_cache import Found
    from cpraudit.config import Given, Settings

NOT_A_REVIEW = "not a practice review, so nothing is asked of it."


@click.command("hook", cls=usage.Command)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--no-cache", is_flag=True, help="Audit every review anew, and keep nothing.")
@settings_options([*MEASURE, *READING, *defaulting(GATE, "fail-on", "statutory")])
@click.pass_context
def command(ctx: click.Context, /, files: tuple[Path, ...], no_cache: bool, given: Given) -> None:
    """Put the files of a commit to the gate, as pre-commit does.

    Fails where a statutory requirement is missing, unless --fail-on or the configuration asks for something else. A
    changed annex (NAME.annex-timeline.docx) has its review audited. What is not a practice review is noted and passes.

    What was found is remembered in .cpraudit_cache, as hashes without any words, and told again at once until the report,
    an annex, the configuration or the program changes.

    \b
    Exit codes: as those of cpraudit check.

    \b
    Example:
      cpraudit hook drafts/draft.docx
    """
    if not files:
        leave(ctx, Exit.NOTHING, "there is nothing to audit. Name the files: cpraudit hook draft.docx")
    from cpraudit.batch.fingerprint import of_verdict
    from cpraudit.cli.hook_cache import Cache, Outcome

    cache = Cache.load()
    failed, unread = [], 0
    reviews = list(_reviews(files))
    for review in reviews:
        settings = _settings(review.report, given)
        try:
            key = "" if no_cache else of_verdict(review, settings)
        except OSError:
            key = ""  # a file that is not there: the audit says so, in words
        found = cache.found(review.report, key)
        if found is None:
            try:
                found = _audited(review, settings)
            except UnreadableError as error:
                click.echo(f"cpraudit: {error}", err=True)
                unread += 1
                continue
            cache.note(review.report, key, found)
        _tell(review.report, found, settings)
        if found.outcome is Outcome.FAILED:
            failed.append(review.report)
    cache.save()
    if unread:
        leave(ctx, Exit.ERROR, f"{unread} of {len(reviews)} could not be audited; the reason stands above.")
    if failed:
        leave(
            ctx,
            Exit.FAILED,
            f'failed: {len(failed)} of {len(reviews)}. To see why: cpraudit check "{failed[0]}" --open',
        )


def _reviews(files: Iterable[Path]) -> Iterator[ReviewSet]:
    """The review of each file, once: a report with the annexes that stand beside it, whichever of them is named."""
    from cpraudit.batch.finding import SKIPPED
    from cpraudit.batch.gathering import ANNEX, gather
    from cpraudit.batch.sets import ReviewSet

    beside: dict[Path, list[ReviewSet]] = {}
    found: dict[Path, ReviewSet] = {}
    for file in files:
        folder = file.parent
        if folder not in beside:
            names = sorted(path for path in folder.glob("*") if path.is_file() and not path.name.startswith(SKIPPED))
            beside[folder] = gather(names, None, root=True)[1]
        annex = ANNEX.match(file.stem)
        review = next((one for one in beside[folder] if file in one.files), None)
        if review is None and annex:  # the same annex stands there in a format that is read before this one
            name = annex["report"].casefold()
            review = next((one for one in beside[folder] if one.report.stem.casefold() == name), None)
        review = review or ReviewSet(file.as_posix(), file)
        found.setdefault(review.report, review)
    yield from found.values()


def _settings(report: Path, given: Given) -> Settings:
    """The settings in force, with the statutory gate where nobody has set one."""
    from cpraudit.config import settings_for
    from cpraudit.quality.gate import FailOn

    settings = settings_for(report, given)
    return settings if "fail_on" in settings.origins else replace(settings, fail_on=FailOn.STATUTORY)


def _audited(review: ReviewSet, settings: Settings) -> Found:
    from cpraudit.auditing import audit
    from cpraudit.cli.hook_cache import Found, Outcome
    from cpraudit.facts.case.kind import Kind

    made = audit(review.report, review.annexes, settings=settings)
    if made.review.kind.kind is not Kind.REVIEW:
        return Found(Outcome.NOT_A_REVIEW, remarks=made.waived.remarks)
    return Found(
        outcome=Outcome.FAILED if made.verdict.failed else Outcome.PASSED,
        missing=tuple(finding.check.id for finding in made.verdict.failures),
        score=made.score.overall,
        remarks=made.waived.remarks,
    )


def _tell(report: Path, found: Found, settings: Settings) -> None:
    """Print what was found, in the program's own words: a log of a build is read by many."""
    from cpraudit.cli.hook_cache import Outcome

    for remark in found.remarks:
        click.echo(f"{report}: {remark}")
    if found.outcome is Outcome.NOT_A_REVIEW:
        click.echo(f"{report}: {NOT_A_REVIEW}")
    if found.outcome is Outcome.FAILED:
        from cpraudit.quality.gate import too_low_for, why
        from cpraudit.quality.loading import load

        known = {check.id: check for check in load(settings.checks)}
        checks = [known[check_id] for check_id in found.missing if check_id in known]
        click.echo(f"{report}: {why(checks, too_low_for(settings.gate, found.score))}.")
        for check in checks:
            click.echo(f"  {check.id}: {check.title}. {check.remedy}")
