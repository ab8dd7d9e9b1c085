"""The file that marks a folder as the output of a batch, and says what it holds."""

from __future__ import annotations

from pathlib import Path

MARKER = "batch.json"
FORMAT = "cpraudit-batch/1"


def is_output(folder: Path) -> bool:
    """The folder is the output of a batch: nothing in it is a review, and what is in it may be replaced."""
    try:
        with (folder / MARKER).open(encoding="utf-8") as file:
            return FORMAT in file.read(200)
    except (OSError, UnicodeDecodeError):
        return False
