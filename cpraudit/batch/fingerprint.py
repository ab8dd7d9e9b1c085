"""What an audit depends on, as one digest: where it is the same, the audit that is there need not be made again."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import cpraudit
from cpraudit.batch.sets import ReviewSet
from cpraudit.batch.work import Measure
from cpraudit.config import load_profile
from cpraudit.errors import ConfigurationError
from cpraudit.quality.loading import GROUP


def of_measure(measure: Measure) -> str:
    """Digest of the program's version, the profile's content, the checks installed beside it, and the settings."""
    plugins = sorted(
        f"{entry.value} {entry.dist.name if entry.dist else ''} {entry.dist.version if entry.dist else ''}"
        for entry in entry_points(group=GROUP)
    )
    folders = [_of_folder(Path(folder)) for folder in measure.plugins]
    return _digest(cpraudit.__version__, _profile(measure.profile), plugins, folders, measure.quotes)


def of_review(review: ReviewSet, measure: str) -> str:
    """Digest of the content and names of a review's files, of what is told of it, and of how it is measured.

    Raises OSError where a file cannot be read.
    """
    files = [[path.name, of_file(path)] for path in review.files]
    return _digest(review.name, files, review.board, review.type, review.notes, measure)


def of_file(path: Path) -> str:
    """SHA-256 of a file, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _profile(name: str) -> Any:
    values = asdict(load_profile(name))
    return {key: sorted(value) if isinstance(value, frozenset) else value for key, value in values.items()}


def _of_folder(folder: Path) -> list[list[str]]:
    if not folder.is_dir():
        raise ConfigurationError(f"There is no folder of checks '{folder}'.")
    return [[path.name, of_file(path)] for path in sorted(folder.iterdir()) if path.suffix in {".py", ".toml"}]


def _digest(*parts: Any) -> str:
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()
