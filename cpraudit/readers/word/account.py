"""What was read of a Word file, what was accepted, and what was not read: one sentence each, for a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cpraudit.document.model import Mark, MarkKind, Reading
from cpraudit.readers.assembling import Assembly, counted
from cpraudit.readers.opening import Revisions
from cpraudit.readers.pictured import note_of_pictures
from cpraudit.readers.word.package import Package

_FINAL = {
    MarkKind.INSERTION: "read as accepted",
    MarkKind.DELETION: "left out as accepted",
    MarkKind.MOVE: "read where the text was moved to",
    MarkKind.FORMATTING: "read as accepted",
}
_ORIGINAL = {
    MarkKind.INSERTION: "left out: the text is read as it was before the changes",
    MarkKind.DELETION: "undone: the text is read as it was before the changes",
    MarkKind.MOVE: "undone: the text is read where it stood before",
    MarkKind.FORMATTING: "undone",
}

_HARMLESS = {"hyperlink", "attachedTemplate"}


@dataclass(frozen=True, slots=True)
class Account:
    """What a Word file's reading came to."""

    package: Package
    assembly: Assembly
    marks: Sequence[Mark]
    revisions: Revisions
    unread: Mapping[str, int]
    """Documents embedded as a whole that were not read, with the words in them, roughly."""
    embedded: Mapping[str, int]
    """'embedded': embedded files met in the text; 'embedded words': those that they may hold."""
    pictured: Sequence[int]
    """For each place where pictures may be pages of text, the words that they may hold."""
    own_comments: int = 0
    """Comments that an earlier audit wrote."""

    def reading(self) -> Reading:
        """The share that was read, and the rest in sentences."""
        missed = sum(self.unread.values()) + sum(self.package.broken.values())
        missed += sum(self.pictured) + self.embedded["embedded words"]
        read = self.assembly.words
        return Reading(
            share=round(read / (read + missed), 4) if missed else 1.0,
            notes=(*self._of_the_draft(), *self._unread()),
            pictures=self.assembly.pictures,
            engine="word",
        )

    def _of_the_draft(self) -> Iterator[str]:
        counts = Counter(mark.kind for mark in self.marks)
        for kind, what in (_FINAL if self.revisions is Revisions.FINAL else _ORIGINAL).items():
            if counts[kind]:
                yield f"{counted(counts[kind], kind.value, _many(kind))} {what}."
        if counts[MarkKind.COMMENT]:
            yield f"{counted(counts[MarkKind.COMMENT], 'comment is', 'comments are')} kept apart from the text."
        if self.own_comments:
            yield f"{counted(self.own_comments, 'comment of an earlier audit was', 'comments of an earlier audit were')} left aside."
        if hidden := counts[MarkKind.HIDDEN]:
            yield f"{counted(hidden, 'stretch of hidden text was', 'stretches of hidden text were')} left out."

    def _unread(self) -> Iterator[str]:
        archive = self.package.archive
        if self.assembly.pictures:
            yield note_of_pictures(self.assembly.pictures, len(self.pictured))
        files = max(self.embedded["embedded"], sum("/embeddings/" in f"/{name.lower()}" for name in archive.names))
        if files:
            yield f"{counted(files, 'embedded file was', 'embedded files were')} not read."
        linked = sum(
            relation.external and relation.kind not in _HARMLESS
            for relation in self.package.relations(self.package.main).values()
        )
        if linked:
            yield f"{counted(linked, 'link to a file outside was', 'links to files outside were')} not followed."
        if "word/vbaProject.bin" in archive:
            yield "The macros in the file were not run."
        for name in self.unread:
            yield f"A document embedded as a whole ({name.rpartition('/')[2]}) was not read."
        for name in self.package.broken:
            yield f"A damaged part of the file ({name}) could not be read."


def _many(kind: MarkKind) -> str:
    return f"{kind.value} changes" if kind is MarkKind.FORMATTING else ""
