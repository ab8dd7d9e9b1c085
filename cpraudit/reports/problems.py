"""What an audit asks to be mended, as the formats of other programs want it: one problem a finding, with a level and a fingerprint."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from cpraudit.quality.checks import Tier
from cpraudit.quality.results import Status
from cpraudit.quality.waivers import LACKING, Waiver
from cpraudit.reports.places import place

if TYPE_CHECKING:
    from cpraudit.auditing import Audit
    from cpraudit.quality.engine import Finding


MOST_PLACES = 3
"""Places that are named of one problem, each once."""


class Level(StrEnum):
    """How grave a problem is."""

    ERROR = "error"
    """A statutory or template requirement is missing, or whatever the gate fails on."""
    WARNING = "warning"
    """Another requirement is missing, or a statutory one is met in part only or cannot be told."""
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem:
    """One requirement that is not met, in one report."""

    finding: Finding
    level: Level
    path: str
    """Of the report, relative to the folder that the program runs in where it lies below it; with forward slashes."""
    message: str
    """What lacks and how to mend it, as it may be shown."""
    places: tuple[str, ...]
    """Where the evidence stands, in words."""
    line: int | None
    """Line of the report that the first passage stands in; None where there is none, or the format has no lines (Word, PDF)."""
    fingerprint: str
    """A hash of the check and the report's path. No word of the report is in it: a short passage could be guessed from a hash."""
    waiver: Waiver | None
    known: bool
    """It stands in the baseline."""

    @property
    def spared(self) -> bool:
        """A person has settled that it need not be mended, or that it is known."""
        return self.known or self.waiver is not None


def _line(audit: Audit, finding: Finding) -> int | None:
    blocks = [audit.document.blocks[span.block] for span in finding.result.evidence[:1]]
    return next((block.line for block in blocks if block.part == 0), None)


def problems(audits: Sequence[Audit]) -> Iterator[Problem]:
    """The problems of some audits, in the order of the audits and of the model."""
    for audit in audits:
        path = relative(audit.document.parts[0].path)
        failing = {finding.check.id for finding in audit.verdict.failures}
        for finding in audit.findings:
            if finding.result.status in LACKING:
                yield Problem(
                    finding=finding,
                    level=Level.ERROR if finding.check.id in failing else _level(finding),
                    path=path,
                    message=f"{finding.check.title}: {audit.message(finding.result)} {finding.check.remedy}",
                    places=tuple(dict.fromkeys(place(audit, span) for span in finding.result.evidence))[:MOST_PLACES],
                    line=_line(audit, finding),
                    fingerprint=_fingerprint(finding, path),
                    waiver=audit.waived.waiver(finding.check.id),
                    known=finding.check.id in audit.known,
                )


def relative(path: str) -> str:
    """A path from the folder that the program runs in, where it lies below it; a file's name where it does not."""
    absolute = Path(path).resolve()
    here = Path.cwd().resolve()
    return absolute.relative_to(here).as_posix() if absolute.is_relative_to(here) else absolute.name


def _fingerprint(finding: Finding, path: str) -> str:
    return hashlib.sha256(f"{finding.check.id}\n{path}".encode()).hexdigest()


def _level(finding: Finding) -> Level:
    binding = finding.check.tier in (Tier.STATUTORY, Tier.TEMPLATE)
    if finding.result.status is Status.MISSING:
        return Level.ERROR if binding else Level.WARNING
    return Level.WARNING if finding.check.tier is Tier.STATUTORY else Level.NOTE
