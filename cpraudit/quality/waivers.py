"""Waivers: a person's word that a requirement need not be met in a report, with the reason.

A waived result keeps its status and its effect on the score; it only spares the gate, and every report counts it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatch
from pathlib import Path

from cpraudit.quality.engine import Finding
from cpraudit.quality.results import Status

LACKING = frozenset({Status.MISSING, Status.PARTIAL, Status.CANNOT_TELL})
"""Statuses that a waiver can be about: there is nothing to waive in a requirement that is met or does not apply."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """One requirement that need not be met, where, why, on whose word, and until when."""

    check: str
    reason: str
    files: str = "*"
    """Pattern of the reports that it is about: of their names, or of their paths from `folder`."""
    owner: str = ""
    expires: date | None = None
    """The last day on which it holds."""
    origin: str = ""
    """Where it is written, for a person."""
    folder: Path | None = None
    """Folder of the file that it is written in; None for one written in the report itself."""

    def about(self, report: Path) -> bool:
        """Whether it is about this report."""
        return covers(self.files, report, self.folder)

    def expired(self, today: date) -> bool:
        """Whether its last day has passed."""
        return self.expires is not None and self.expires < today


def covers(pattern: str, report: Path, folder: Path | None) -> bool:
    """Whether a pattern of files is about a report: by its name, or by its path from the folder of the pattern."""
    path = report.resolve()
    near = path.relative_to(folder.resolve()) if folder and path.is_relative_to(folder.resolve()) else path
    return fnmatch(report.name, pattern) or fnmatch(near.as_posix(), pattern)


@dataclass(frozen=True, slots=True)
class Waived:
    """What waivers do to one audit."""

    held: tuple[tuple[Finding, Waiver], ...] = ()
    """Findings that are waived, each with its waiver."""
    expired: tuple[Waiver, ...] = ()
    """About this report, and out of date: they spare nothing."""
    unused: tuple[Waiver, ...] = ()
    """About this report, and with nothing to waive."""

    def waiver(self, check_id: str) -> Waiver | None:
        """The waiver of a check, where it has one."""
        return next((waiver for finding, waiver in self.held if finding.check.id == check_id), None)

    @property
    def checks(self) -> frozenset[str]:
        """Ids of the checks that are waived."""
        return frozenset(finding.check.id for finding, _ in self.held)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a person should be told: waivers that no longer do anything."""
        return (
            *(
                f"The waiver of '{w.check}' ({w.origin}) expired on {w.expires} and no longer holds. Renew it or remove it."
                for w in self.expired
            ),
            *(
                f"The waiver of '{w.check}' ({w.origin}) has nothing to waive here. Remove it, or narrow its files."
                for w in self.unused
            ),
        )


def apply(waivers: Iterable[Waiver], findings: Iterable[Finding], report: Path, today: date | None = None) -> Waived:
    """Weigh the waivers against the findings of a report; the first waiver of a check holds."""
    day = today or date.today()  # noqa: DTZ011  a waiver ends with the day of the place where it is used
    lacking = {finding.check.id: finding for finding in findings if finding.result.status in LACKING}
    here = [waiver for waiver in waivers if waiver.about(report)]
    valid = [waiver for waiver in here if not waiver.expired(day)]
    held: dict[str, tuple[Finding, Waiver]] = {}
    for waiver in valid:
        if waiver.check in lacking:
            held.setdefault(waiver.check, (lacking[waiver.check], waiver))
    return Waived(
        held=tuple(held.values()),
        expired=tuple(waiver for waiver in here if waiver.expired(day)),
        unused=tuple(waiver for waiver in valid if waiver.check not in lacking),
    )
