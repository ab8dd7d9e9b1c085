"""What the hook has found before: hashes of files and settings, with outcomes and ids of checks, and no word of any report."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

FOLDER = Path(".cpraudit_cache")
"""In the folder that the hook runs in, which is the top of the repository."""
SCHEMA = "cpraudit-hook/2"


class Outcome(StrEnum):
    """What the gate says of a review."""

    PASSED = "passed"
    NOT_A_REVIEW = "not-a-review"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of one report."""

    outcome: Outcome
    missing: tuple[str, ...] = ()
    """Ids of the checks for which it fails."""
    score: float | None = None
    """None where it is withheld."""
    remarks: tuple[str, ...] = ()
    """What is to be said whatever the outcome. They can have names in them, so that what has any is not kept."""

    def as_list(self, key: str) -> list[Any]:
        """As it is kept."""
        return [key, self.outcome.value, list(self.missing), self.score]


def _found(told: Any) -> tuple[str, Found]:
    """What is kept of one report, under which key. Raises ValueError or TypeError where it has another form."""
    key, outcome, missing, score = told
    if not isinstance(score, float | int | None) or not isinstance(missing, list):
        raise TypeError
    return str(key), Found(Outcome(outcome), tuple(map(str, missing)), score)


@dataclass
class Cache:
    """For each report (the hash of its path) the digest of what it was judged on, and what was found."""

    folder: Path
    known: dict[str, tuple[str, Found]] = field(default_factory=dict)
    changed: bool = False

    @classmethod
    def load(cls, folder: Path = FOLDER) -> Cache:
        """Read what is there. What is broken, or of another form, counts as nothing."""
        try:
            told = json.loads((folder / "hook.json").read_text(encoding="utf-8"))
            if told["schema"] != SCHEMA:
                return cls(folder)
            return cls(folder, {name: _found(kept) for name, kept in told["known"].items()})
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return cls(folder)

    def found(self, report: Path, key: str) -> Found | None:
        """What was found when the report was last judged on the same; None where it was not."""
        before = self.known.get(_hashed(report))
        return before[1] if before and key and before[0] == key else None

    def note(self, report: Path, key: str, found: Found) -> None:
        """Keep what was found. An empty key is that of a report which must not be kept."""
        if key and not found.remarks:
            self.known[_hashed(report)] = (key, found)
            self.changed = True

    def save(self) -> None:
        """Write it down, in one step. A folder that cannot be written costs time only, so nothing is said."""
        if not self.changed:
            return
        part = self.folder / f"hook.{os.getpid()}.part"
        known = {name: found.as_list(key) for name, (key, found) in self.known.items()}
        with contextlib.suppress(OSError):
            self.folder.mkdir(exist_ok=True)
            (self.folder / ".gitignore").write_text("*\n", encoding="utf-8")
            part.write_text(json.dumps({"schema": SCHEMA, "known": known}, indent=1) + "\n", encoding="utf-8")
            part.replace(self.folder / "hook.json")


def _hashed(report: Path) -> str:
    """A report's path as it may be kept: a file's name can tell of a family."""
    return hashlib.sha256(report.as_posix().encode()).hexdigest()
