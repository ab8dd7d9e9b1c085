"""The parts of a Word package: found by relationship, parsed with care, Strict names made Transitional."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.errors import UnreadableError
from cpraudit.readers.archive import Archive, parse_xml
from cpraudit.readers.word.names import RELS, STRICT

if TYPE_CHECKING:
    from lxml.etree import _Element

MAIN = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Related:
    """One relationship of a part."""

    kind: str
    """The last word of its type: 'header', 'image', 'aFChunk', ..."""
    target: str
    external: bool


class Package:
    """A Word package that has passed the guard; parts are parsed when asked for."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open the package. Raises UnreadableError where it is no Word document or is broken."""
        self.archive = Archive(data, name)
        self.name = name
        self.main = self._find_main()

    def _find_main(self) -> str:
        for related in self.related("").values():
            if related.kind == "officeDocument" and self.archive.has(related.target):
                return related.target
        if self.archive.has(MAIN):
            return MAIN
        kinds = {"xl/workbook.xml": "an Excel workbook", "ppt/presentation.xml": "a PowerPoint presentation",
                 "content.xml": "an ODT file; give it the ending .odt"}  # fmt: skip
        for entry, kind in kinds.items():
            if self.archive.has(entry):
                raise UnreadableError(f"'{self.name}' is not a Word document: it is {kind}.")
        raise UnreadableError(f"'{self.name}' is not a Word document: it holds no text part. Save it again in Word.")

    def xml(self, part: str | None) -> _Element | None:
        """A part as XML, or None where there is none of that name."""
        if part is None or not self.archive.has(part):
            return None
        data = self.archive.bytes_of(part)
        for strict, transitional in STRICT.items():
            data = data.replace(strict, transitional)
        return parse_xml(data, self.name)

    def related(self, part: str) -> dict[str, Related]:
        """The relationships of a part ('' for the package) by their ids; a broken list is an empty one."""
        folder, base = posixpath.split(part)
        source = posixpath.join(folder, "_rels", f"{base}.rels")
        if not self.archive.has(source):
            return {}
        try:
            root = self.archive.xml(source)
        except UnreadableError:
            return {}
        found = {}
        for element in root.iter(f"{RELS}Relationship"):
            target, external = element.get("Target", ""), element.get("TargetMode") == "External"
            if not external:
                target = (
                    posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
                    if not target.startswith("/")
                    else target[1:]
                )
            found[element.get("Id", "")] = Related(element.get("Type", "").rsplit("/", 1)[-1], target, external)
        return found

    def part_of_kind(self, kind: str, default: str) -> str | None:
        """The part that the main part is related to by this kind, else the usual name."""
        for related in self.related(self.main).values():
            if related.kind == kind and not related.external and self.archive.has(related.target):
                return related.target
        return default if self.archive.has(default) else None
