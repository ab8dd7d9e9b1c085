"""The settings that are in force for one report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from cpraudit.facts.agencies.local_names import LocalAgency, LocalBoard, LocalNames
from cpraudit.quality.gate import FailOn, Gate
from cpraudit.quality.waivers import Waiver
from cpraudit.readers import Revisions
from cpraudit.readers.limits import USUAL, Limits

DEFAULT_PROFILE = "cpr-2023"

AUTO = "auto"
"""The profile that is chosen by the review's own dates."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that a user can settle, for one report; made once, from the configuration and the command line.

    The names of the fields are those of the keys of a configuration, with `_` for `-`.
    """

    profile: str = DEFAULT_PROFILE
    """A built-in profile, `auto`, or the path of a profile's file."""
    revisions: Revisions = Revisions.FINAL
    select: tuple[str, ...] = ()
    """Ids, patterns of ids, domains or tiers of the checks that run; all, where it is empty."""
    ignore: tuple[str, ...] = ()
    """Likewise, of those that do not."""
    checks: tuple[Path, ...] = ()
    """Folders of further checks."""
    fail_on: FailOn = FailOn.NEVER
    fail_under: float | None = None
    waiver: tuple[Waiver, ...] = ()
    baseline: Path | None = None
    """A file of findings that are known, which spare the gate."""
    board: tuple[LocalBoard, ...] = ()
    """Boards besides the built-in ones."""
    agency: tuple[LocalAgency, ...] = ()
    """Agencies and services besides the built-in ones."""
    limits: tuple[tuple[str, float], ...] = ()
    """Limits that replace the profile's, by name."""
    ocr: bool = False
    """Recognise the letters on pages of a PDF that are pictures."""
    reading_seconds: float | None = None
    """Processor seconds that the reading of any file may take, where they are not the usual ones."""
    reading_memory: float | None = None
    """Megabytes, likewise."""
    reading_size: float | None = None
    """Megabytes of the largest file that is read, likewise."""
    format: str = "terminal"
    show_met: bool = False
    quotes: bool = True
    origins: Mapping[str, str] = field(default_factory=dict, compare=False)
    """Where the value of each field comes from, for a person; a field that is not here has its default."""

    @property
    def local(self) -> LocalNames:
        """The names that the report's facts are found with, besides the built-in ones."""
        return LocalNames(self.board, self.agency)

    @property
    def reading(self) -> Limits:
        """What the reading of one file may cost."""
        given = {"seconds": self.reading_seconds, "memory": self.reading_memory, "size": self.reading_size}
        return replace(USUAL, **{name: value for name, value in given.items() if value is not None})

    @property
    def gate(self) -> Gate:
        """What the report is put to."""
        return Gate(self.fail_on, self.fail_under)
