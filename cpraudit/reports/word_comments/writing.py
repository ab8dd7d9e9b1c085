"""Writes the copy of a draft with an audit's comments, or without them. The draft itself is never touched."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cpraudit.errors import CprauditError, UnreadableError
from cpraudit.readers.opening import FORMATS, Revisions, Source, source_of
from cpraudit.readers.word.names import P
from cpraudit.readers.word.own_comments import own_ids
from cpraudit.readers.word.package import Package
from cpraudit.readers.word.tracing import Traced
from cpraudit.readers.word.whole import open_package
from cpraudit.reports.word_comments.cutting import Cutter
from cpraudit.reports.word_comments.part import Comments, reference_look
from cpraudit.reports.word_comments.remarks import remarks

if TYPE_CHECKING:
    from cpraudit.auditing import Audit


def must_be_writable(draft: Path, target: Path) -> None:
    """Raise CprauditError where a copy of a draft may not be written to a file."""
    if FORMATS.get(draft.suffix.lower(), ("",))[0] != "docx":
        raise CprauditError(f"Comments can be written into Word files alone, and '{draft.name}' is none.")
    if target.suffix.lower() != draft.suffix.lower():
        raise CprauditError(
            f"A copy of '{draft.name}' needs a name that ends in {draft.suffix}: '{target.name}' does not."
        )
    try:
        same = target.exists() and draft.exists() and target.samefile(draft)
    except OSError:
        same = False
    if same:
        raise CprauditError(f"'{target.name}' is the draft itself, which is never written to. Name another file.")
    if target.exists() and not _is_commented_copy(target):
        raise CprauditError(
            f"'{target.name}' exists and is no copy that cpraudit wrote comments into. "
            "Name another file, or delete that one first."
        )


def write_commented(audit: Audit, target: Path, revisions: Revisions = Revisions.FINAL) -> int:
    """Write a copy of the audited draft with the audit's comments; how many there are.

    Raises CprauditError where the draft is no Word file, has changed since, or where the target may not be written.
    """
    report = audit.document.parts[0]
    must_be_writable(Path(report.path), target)
    source = source_of(Path(report.path), revisions)
    if source.sha256 != report.sha256:
        raise CprauditError(f"'{report.path}' was changed while it was audited. Run the audit again.")
    data, number = commented(audit, source)
    _write(target, data)
    return number


def write_stripped(draft: Path, target: Path) -> int:
    """Write a copy of a draft without the comments of earlier audits; how many were taken out."""
    must_be_writable(draft, target)
    traced = Traced(source_of(draft))
    comments = Comments(traced.package)
    _write(target, traced.package.archive.with_parts(comments.parts(traced.root)))
    return comments.earlier


def commented(audit: Audit, source: Source) -> tuple[bytes, int]:
    """The bytes of the draft with the audit's comments, and how many there are."""
    traced = Traced(source)
    if next(traced.root.iter(P), None) is None:
        raise CprauditError(f"'{source.path}' holds no paragraph that a comment could stand at.")
    comments = Comments(traced.package)
    first, now = comments.next_id(traced.root), datetime.now(UTC)
    placed = []
    for number, remark in enumerate(remarks(audit), first):
        stretch = traced.stretch(remark.about)
        if stretch is not None:
            comments.add(number, remark.lines, now)
            placed.append((number, stretch))
    part = traced.package.related("styles")
    styles = traced.package.root(part) if part else None
    Cutter(traced.root, reference_look(styles)).mark(placed)
    return traced.package.archive.with_parts(comments.parts(traced.root)), len(placed)


def _is_commented_copy(path: Path) -> bool:
    try:
        package: Package = open_package(source_of(path))
        part = package.related("comments")
        return bool(own_ids(package.root(part) if part else None))
    except UnreadableError:
        return False


def _write(target: Path, data: bytes) -> None:
    try:
        target.write_bytes(data)
    except OSError as error:
        raise CprauditError(f"'{target}' could not be written: {error.strerror}. Check the folder.") from error
