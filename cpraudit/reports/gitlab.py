"""GitLab's code-quality report: one entry a problem that is neither waived nor in the baseline."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cpraudit.reports.problems import Level, problems

if TYPE_CHECKING:
    from cpraudit.auditing import Audit

_SEVERITY = {Level.ERROR: "major", Level.WARNING: "minor", Level.NOTE: "info"}


def as_gitlab(audits: Sequence[Audit], *, quotes: bool = True) -> str:
    """The problems of all audits. A report has no lines, so that each stands at the first."""
    entries = [
        {
            "description": problem.message,
            "check_name": problem.finding.check.id,
            "fingerprint": problem.fingerprint,
            "severity": _SEVERITY[problem.level],
            "location": {"path": problem.path, "lines": {"begin": 1}},
        }
        for problem in problems([audit.quoting(quotes) for audit in audits])
        if not problem.spared
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2)
