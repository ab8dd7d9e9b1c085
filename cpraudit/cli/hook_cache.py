"""What has passed the hook before: hashes of files and settings with the outcome, and no word of any report.

A failure is not kept: whoever meets it again is to be told again what lacks, and that takes an audit.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

FOLDER = Path(".cpraudit_cache")
"""In the folder that the hook runs in, which is the top of the repository."""
SCHEMA = "cpraudit-hook/1"


class Outcome(StrEnum):
    """What the gate says of a review."""

    PASSED = "passed"
    NOT_A_REVIEW = "not-a-review"
    FAILED = "failed"


KEPT = (Outcome.PASSED, Outcome.NOT_A_REVIEW)


@dataclass
class Cache:
    """For each report (the hash of its path) the digest of what it was judged on, and the outcome."""

    folder: Path
    known: dict[str, tuple[str, Outcome]] = field(default_factory=dict)
    changed: bool = False

    @classmethod
    def load(cls, folder: Path = FOLDER) -> Cache:
        """Read what is there. What is broken, or of another form, counts as nothing."""
        try:
            told = json.loads((folder / "hook.json").read_text(encoding="utf-8"))
            if told["schema"] != SCHEMA:
                return cls(folder)
            known = {name: (str(key), Outcome(outcome)) for name, (key, outcome) in told["known"].items()}
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return cls(folder)
        return cls(folder, {name: kept for name, kept in known.items() if kept[1] in KEPT})

    def outcome(self, report: Path, key: str) -> Outcome | None:
        """What was found when the report was last judged on the same; None where it was not, or failed."""
        before = self.known.get(_hashed(report))
        return before[1] if before and key and before[0] == key else None

    def note(self, report: Path, key: str, outcome: Outcome) -> None:
        """Keep an outcome. An empty key is that of a report which must not be kept."""
        if key and outcome in KEPT:
            self.known[_hashed(report)] = (key, outcome)
            self.changed = True

    def save(self) -> None:
        """Write it down, in one step. A folder that cannot be written costs time only, so nothing is said."""
        if not self.changed:
            return
        part = self.folder / f"hook.{os.getpid()}.part"
        with contextlib.suppress(OSError):
            self.folder.mkdir(exist_ok=True)
            (self.folder / ".gitignore").write_text("*\n", encoding="utf-8")
            part.write_text(json.dumps({"schema": SCHEMA, "known": self.known}, indent=1) + "\n", encoding="utf-8")
            part.replace(self.folder / "hook.json")


def _hashed(report: Path) -> str:
    """A report's path as it may be kept: a file's name can tell of a family."""
    return hashlib.sha256(report.as_posix().encode()).hexdigest()
