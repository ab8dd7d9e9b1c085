"""One place that knows which file types are read, and by which module."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from pathlib import Path

from cpraudit.document.model import Document, join
from cpraudit.errors import UnreadableError


class Revisions(StrEnum):
    """Which text of a draft with tracked changes is read."""

    FINAL = "final"
    """As if every change had been accepted."""
    ORIGINAL = "original"
    """As it was before the changes."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file's bytes with its name: what every reader is given, so that no reader opens anything itself."""

    path: str
    data: bytes
    revisions: Revisions = Revisions.FINAL

    @property
    def sha256(self) -> str:
        """Hex digest of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


FORMATS: dict[str, tuple[str, str]] = {
    ".docx": ("docx", "cpraudit.readers.word"),
    ".docm": ("docx", "cpraudit.readers.word"),
    ".dotx": ("docx", "cpraudit.readers.word"),
    ".pdf": ("pdf", "cpraudit.readers.pdf"),
    ".md": ("markdown", "cpraudit.readers.markdown"),
    ".markdown": ("markdown", "cpraudit.readers.markdown"),
    ".txt": ("text", "cpraudit.readers.text"),
    ".odt": ("odt", "cpraudit.readers.odt"),
}
"""File suffix to the name of the format and the module that reads it (each has `read(source) -> Document`)."""


def read(path: Path, revisions: Revisions = Revisions.FINAL) -> Document:
    """Read one file.

    Raises UnreadableError with one clear sentence where the file is missing, empty, of an unknown kind or broken.
    """
    if not path.exists():
        raise UnreadableError(f"There is no file '{path}'. Check the name and the folder.")
    if path.is_dir():
        raise UnreadableError(f"'{path}' is a folder. Name the report in it.")
    known = FORMATS.get(path.suffix.lower())
    if known is None:
        kinds = ", ".join(sorted(FORMATS))
        raise UnreadableError(f"'{path.name}' is of a kind that is not read. Save it as one of {kinds}.")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableError(f"'{path.name}' could not be opened: {error.strerror}.") from error
    if not data:
        raise UnreadableError(f"'{path.name}' is empty (0 bytes). Save it again from the program that made it.")
    document: Document = import_module(known[1]).read(Source(str(path), data, revisions))
    return document


def read_set(report: Path, annexes: tuple[Path, ...] = (), revisions: Revisions = Revisions.FINAL) -> Document:
    """Read a report with its annexes as one document."""
    return join([read(path, revisions) for path in (report, *annexes)])
