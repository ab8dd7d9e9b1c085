"""Annotations for GitHub Actions, ten at the most, and the whole audit as the summary of the job."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cpraudit.errors import CprauditError
from cpraudit.reports.markdown import as_markdown
from cpraudit.reports.problems import Level, Problem, problems
from cpraudit.reports.wording import counted

if TYPE_CHECKING:
    from cpraudit.auditing import Audit

MOST = 10
"""Annotations that GitHub shows of one step and level."""
SUMMARY = "GITHUB_STEP_SUMMARY"
"""The variable that names the file of the job's summary."""
_COMMAND = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def as_github(audits: Sequence[Audit], *, quotes: bool = True) -> str:
    """Workflow commands, gravest first, and a line that sums up. Appends the audit to the job's summary where there is one.

    Raises CprauditError where that summary cannot be written.
    """
    every = list(problems([audit.quoting(quotes) for audit in audits]))
    found = [problem for problem in every if not problem.spared]
    order = list(Level)
    gravest = sorted(found, key=lambda problem: order.index(problem.level))
    lines = [_line(problem) for problem in gravest[:MOST]]
    rest = f"; the first {MOST} are shown" if len(found) > MOST else ""
    spared = len(every) - len(found)
    settled = f"; {spared} more {'is' if spared == 1 else 'are'} waived or known from the baseline" if spared else ""
    lines.append(
        f"cpraudit: {counted(len(found), 'requirement')} to look at in {counted(len(audits), 'report')}{rest}{settled}."
    )
    if summary := os.environ.get(SUMMARY):
        try:
            with Path(summary).open("a", encoding="utf-8") as file:
                file.write(as_markdown(audits, quotes=quotes) + "\n")
        except OSError as error:
            raise CprauditError(f"The summary of the job could not be written: {error.strerror}.") from error
    return "\n".join(lines)


def _line(problem: Problem) -> str:
    where = f" ({problem.places[0]})" if problem.places else ""
    title = f"{problem.finding.check.id}: {problem.finding.result.status.value}"
    line = "" if problem.line is None else f",line={problem.line}"
    return f"::{_COMMAND[problem.level]} file={_value(problem.path)}{line},title={_value(title)}::{_text(problem.message + where)}"


def _text(text: str) -> str:
    """As the data of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    """As a property of a workflow command."""
    return _text(text).replace(":", "%3A").replace(",", "%2C")
