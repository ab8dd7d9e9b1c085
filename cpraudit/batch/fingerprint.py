"""What an audit depends on, as one digest: where it is the same, the audit that is there need not be made again."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from datetime import date
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import cpraudit
from cpraudit.batch.sets import ReviewSet
from cpraudit.config import AUTO, BUILT_IN, Settings, load_profile
from cpraudit.errors import ConfigurationError
from cpraudit.quality.loading import GROUP

RECORD = 2
"""Raised where what is kept of an audit comes to hold more within one version: what was kept before is made again."""


def of_review(review: ReviewSet, settings: Settings) -> str:
    """Digest of the content and names of a review's files, of what is told of it, and of how it is measured.

    Raises OSError where a file cannot be read.
    """
    files = [[path.name, of_file(path)] for path in review.files]
    roles = [[path.name, role] for path, role in review.roles]
    waived = [waiver.about(review.report) for waiver in settings.waiver]
    return _digest(review.name, files, roles, review.board, review.type, review.notes, waived, of_settings(settings))


def of_verdict(review: ReviewSet, settings: Settings) -> str:
    """Digest of all that the gate's verdict on a review depends on: its audit and the gate.

    Raises OSError where a file cannot be read.
    """
    return _digest(of_review(review, settings), settings.fail_on, settings.fail_under)


@cache
def of_settings(settings: Settings) -> str:
    """Digest of the program's version, the checks installed beside it, and those settings that change an audit."""
    today = date.today()  # noqa: DTZ011  as waivers themselves count
    return _digest(
        cpraudit.__version__,
        RECORD,
        _installed(),
        [_profile(name) for name in (BUILT_IN if settings.profile == AUTO else [settings.profile])],
        [settings.profile, settings.revisions, settings.select, settings.ignore, settings.limits, settings.quotes],
        [asdict(settings.local), settings.ocr, asdict(settings.reading)],
        [[waiver.check, waiver.reason, waiver.owner, waiver.expires, waiver.expired(today)] for waiver in settings.waiver],
        [_of_folder(folder) for folder in settings.checks],
        [of_file(settings.baseline) if settings.baseline and settings.baseline.is_file() else ""],
    )


def of_file(path: Path) -> str:
    """SHA-256 of a file, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@cache
def _installed() -> list[str]:
    """The plug-ins, each with the version of the package that it comes from."""
    packages = ((entry.value, entry.dist) for entry in entry_points(group=GROUP))
    return sorted(f"{value} {dist.name} {dist.version}" if dist else value for value, dist in packages)


def _profile(name: str) -> Any:
    values = asdict(load_profile(name))
    return {key: sorted(value) if isinstance(value, frozenset) else value for key, value in values.items()}


def _of_folder(folder: Path) -> list[list[str]]:
    if not folder.is_dir():
        raise ConfigurationError(f"There is no folder of checks '{folder}'.")
    return [[path.name, of_file(path)] for path in sorted(folder.iterdir()) if path.suffix in {".py", ".toml"}]


def _digest(*parts: Any) -> str:
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()
