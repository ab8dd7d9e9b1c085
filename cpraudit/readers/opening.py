"""One place that knows which file types are read, and by which module."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from importlib import import_module
from pathlib import Path, PurePath

from cpraudit.document.model import Document, join
from cpraudit.errors import CprauditError, UnreadableError
from cpraudit.readers.bounding import bounded
from cpraudit.readers.limits import DRAWN, MARKUP_HERE, TEXT_HERE, USUAL, Limits
from cpraudit.readers.sniffing import Sort, misnamed, sort_of


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
    limits: Limits = USUAL
    ocr: bool = False
    """Recognise the letters on pages that are pictures."""
    role: str | None = None
    """What an annex is, where someone has told it."""

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return PurePath(self.path).name

    @property
    def seconds(self) -> float:
        """Processor seconds that its reading may take; pages that are drawn, so that their letters can be recognised, take more."""
        return self.limits.seconds_for(len(self.data)) * (DRAWN if self.ocr else 1.0)

    @property
    def sha256(self) -> str:
        """Hex digest of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


FORMATS: dict[str, tuple[str, str]] = {
    ".docx": ("docx", "cpraudit.readers.word"),
    ".docm": ("docx", "cpraudit.readers.word"),
    ".dotx": ("docx", "cpraudit.readers.word"),
    ".dotm": ("docx", "cpraudit.readers.word"),
    ".pdf": ("pdf", "cpraudit.readers.pdf"),
    ".md": ("markdown", "cpraudit.readers.markdown"),
    ".markdown": ("markdown", "cpraudit.readers.markdown"),
    ".txt": ("text", "cpraudit.readers.text"),
    ".odt": ("odt", "cpraudit.readers.odt"),
    ".ott": ("odt", "cpraudit.readers.odt"),
}
"""File suffix to the name of the format and the module that reads it (each has `read(source) -> Document`)."""


def read(
    path: Path, revisions: Revisions = Revisions.FINAL, *, limits: Limits = USUAL, ocr: bool = False
) -> Document:  # fmt: skip
    """Read one file.

    Raises UnreadableError with one clear sentence where the file is missing, empty, of an unknown kind, broken, or not
    what its name says; nothing else leaves it.
    """
    return read_source(source_of(path, revisions, limits=limits, ocr=ocr))


def source_of(
    path: Path, revisions: Revisions = Revisions.FINAL, *, limits: Limits = USUAL, ocr: bool = False
) -> Source:  # fmt: skip
    """The bytes of a file that exists, is of a known kind and holds something; raises UnreadableError otherwise.

    Raises ConfigurationError where letters are to be recognised, and the program for it is not installed.
    """
    if ocr and path.suffix.lower() == ".pdf":
        from cpraudit.readers import tesseract

        tesseract.need()
    return Source(str(path), _bytes_of(path, limits), revisions, limits, ocr)


def read_source(source: Source) -> Document:
    """Read a document from its bytes, which may have come from another machine; raises as `read` does.

    What may run away is read in a guarded process (`guard.py`); the rest is read here, which saves its start.
    """
    form, _ = FORMATS[PurePath(source.path).suffix.lower()]
    sort = sort_of(source.data)
    if sort not in _EXPECTED[form]:
        raise misnamed(sort, source.name)
    if not needs_guard(form, source):
        return read_here(source)
    from cpraudit.readers.guard import read_guarded

    return read_guarded(source)


def needs_guard(form: str, source: Source) -> bool:
    """Whether the reading of a document may run away, by measures that cost next to nothing.

    A PDF is read by native code, whatever its size. A Word or OpenDocument file is read by code of our own, in time that
    its markup bounds: only a large one needs the guard. Raises UnreadableError where its archive is hostile.
    """
    if form == "pdf":
        return True
    if form in {"docx", "odt"}:
        from cpraudit.readers.archive import Archive

        return Archive(source.data, source.name).markup > MARKUP_HERE
    return len(source.data) > TEXT_HERE


def read_here(source: Source) -> Document:
    """Read a document in this process, whatever it costs; raises as `read` does."""
    _, module = FORMATS[PurePath(source.path).suffix.lower()]
    try:
        document: Document = import_module(module).read(source)
        return bounded(document, source.name)
    except (CprauditError, ImportError, MemoryError):
        raise
    except Exception as error:  # a file that no one has thought of ends in a sentence too
        raise UnreadableError(
            f"'{source.name}' is damaged or made in a way that is not known, and could not be read "
            f"({type(error).__name__}). Open it in the program that made it and save it again."
        ) from error


_EXPECTED = {
    "docx": {Sort.WORD},
    "odt": {Sort.ODT},
    "pdf": {Sort.PDF, Sort.UNKNOWN},
    "markdown": {Sort.UNKNOWN, Sort.HTML, Sort.WEB_ARCHIVE},
    "text": {Sort.UNKNOWN, Sort.HTML, Sort.WEB_ARCHIVE},
}
"""What a file of a format may be by its bytes; the reader of PDFs itself says what lacks where it is no sort known."""


def _of_another_kind(path: Path, limits: Limits) -> UnreadableError:
    """The error for a file whose name says that it is not read, with what it is where its bytes tell."""
    readable = path.is_file() and path.stat().st_size <= limits.size * 1024 * 1024
    sort = sort_of(path.read_bytes()) if readable else Sort.UNKNOWN
    if sort in {Sort.UNKNOWN, Sort.NOTHING}:
        kinds = ", ".join(sorted(FORMATS))
        return UnreadableError(f"'{path.name}' is of a kind that is not read. Save it as one of {kinds}.")
    return UnreadableError(f"'{path.name}' is {sort.words}. {sort.advice}")


def _bytes_of(path: Path, limits: Limits) -> bytes:
    """The bytes of a file that exists, is of a known kind and holds something."""
    try:
        if not path.exists():
            raise UnreadableError(f"There is no file '{path}'. Check the name and the folder.")
        if path.is_dir():
            raise UnreadableError(f"'{path}' is a folder. Name the report in it.")
        if path.suffix.lower() not in FORMATS:
            raise _of_another_kind(path, limits)
        if not path.is_file():
            raise UnreadableError(f"'{path}' is a device, not a file. Name the report itself.")
        if path.stat().st_size > limits.size * 1024 * 1024:
            raise UnreadableError(f"'{path.name}' is larger than {limits.size:g} MB. Save it with smaller pictures.")
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else "its name cannot be used"
        raise UnreadableError(f"'{path.name}' could not be opened: {why}. Check that you may read it.") from error
    if not data:
        raise UnreadableError(f"'{path.name}' is empty (0 bytes). Save it again from the program that made it.")
    return data


def read_set(
    report: Path, annexes: tuple[Path, ...] = (), revisions: Revisions = Revisions.FINAL,
    *, limits: Limits = USUAL, ocr: bool = False,
) -> Document:  # fmt: skip
    """Read a report with its annexes as one document."""
    return join([read(path, revisions, limits=limits, ocr=ocr) for path in (report, *annexes)])


def read_sources(sources: Sequence[Source], meanwhile: Callable[[], object] | None = None) -> Document:
    """Read a report, which comes first, with its annexes as one document from their bytes.

    `meanwhile` is called before; or, where the report is read in a guarded process, while that is at work.
    """
    if meanwhile is None:
        return join([_as(read_source(source), source.role) for source in sources])
    if PurePath(sources[0].path).suffix.lower() != ".pdf":
        meanwhile()
        return read_sources(sources)
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as beside:
        reading = beside.submit(read_sources, sources)
        meanwhile()
        return reading.result()


def _as(document: Document, role: str | None) -> Document:
    """A document as the annex that someone says it is."""
    return document if role is None else replace(document, parts=tuple(replace(part, role=role) for part in document.parts))
