"""The parts of a Word file and how they are related; Strict documents are read as Transitional ones."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from cpraudit.errors import UnreadableError
from cpraudit.readers.archive import Archive

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(?=[a-zA-Z])")
_TAG = re.compile(rb"<[^<>]*>")
_USUAL = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Relation:
    """What one part says of another."""

    id: str
    kind: str
    """Last word of its type: 'footnotes', 'image', 'aFChunk'."""
    target: str
    """Name of the part, or the address where it is external."""
    external: bool = False


class Package:
    """A Word file: parts by name, parsed as they are asked for."""

    def __init__(self, archive: Archive) -> None:
        """Find the main part. Raises UnreadableError where there is none."""
        self.archive = archive
        self.broken: dict[str, int] = {}
        """Parts that could not be parsed, with the words in them, roughly."""
        self._relations: dict[str, dict[str, Relation]] = {}
        self.main = self._main()

    def root(self, part: str) -> etree._Element | None:
        """The parsed part; None where it is absent or broken (then it is named in `broken`)."""
        if part not in self.archive:
            return None
        data = self.archive.read(part)
        try:
            return self._parse(data)
        except etree.XMLSyntaxError:
            self.broken[part] = len(_TAG.sub(b" ", data).split())
            return None

    def document(self) -> etree._Element:
        """The root of the main part. Raises UnreadableError where it is broken."""
        try:
            return self._parse(self.archive.read(self.main))
        except etree.XMLSyntaxError as error:
            raise UnreadableError(
                f"'{self.archive.name}' is damaged: its main text cannot be read. "
                "Open it in Word, let Word repair it, and save it again."
            ) from error

    def relations(self, part: str) -> dict[str, Relation]:
        """The relations of a part by their id; none where they are absent or broken."""
        if part not in self._relations:
            self._relations[part] = self._read_relations(part)
        return self._relations[part]

    def _read_relations(self, part: str) -> dict[str, Relation]:
        folder, name = posixpath.split(part)
        root = self.root(posixpath.join(folder, "_rels", f"{name}.rels"))
        if root is None:
            return {}
        found = {}
        for relation in root.iter(_RELATION):
            external = relation.get("TargetMode") == "External"
            target = relation.get("Target", "")
            found[relation.get("Id", "")] = Relation(
                relation.get("Id", ""),
                relation.get("Type", "").rpartition("/")[2],
                target if external else posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/"),
                external,
            )
        return found

    def related(self, kind: str, usual: str = "") -> str | None:
        """The main part's part of a kind ('styles'); by its usual name where the relation is broken."""
        for relation in self.relations(self.main).values():
            if relation.kind == kind and not relation.external and relation.target in self.archive:
                return relation.target
        usual = posixpath.join(posixpath.dirname(self.main), usual or f"{kind}.xml")
        return usual if usual in self.archive else None

    def _parse(self, data: bytes) -> etree._Element:
        data = self.archive.check_markup(data)
        if b"http://purl.oclc.org/ooxml/" in data:
            data = _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/", data)
        return self.archive.parse(data)

    def _main(self) -> str:
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and not relation.external and relation.target in self.archive:
                return relation.target
        if _USUAL in self.archive:
            return _USUAL
        raise UnreadableError(
            f"'{self.archive.name}' is not a Word document: there is no text part in it. "
            "Open it in Word and save it again."
        )
