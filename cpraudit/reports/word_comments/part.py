"""The comments part of a Word file, and what goes with it: relation, content type, the threads of replies."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from cpraudit.errors import UnreadableError
from cpraudit.readers.word.names import RPR, RUN, VAL, P, T, W
from cpraudit.readers.word.own_comments import OWN_AUTHOR, own_ids
from cpraudit.readers.word.package import Package

INITIALS = "cpr"
_ID = f"{W}id"
_TYPES = "[Content_Types].xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES_SPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS_SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TRANSITIONAL = "http://schemas.openxmlformats.org/{}/2006/"
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(?=[a-zA-Z])")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PARAGRAPH_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a comment."""

    text: str
    lead: str = ""
    """Words in bold before it."""


class Comments:
    """The comments of one file: those of people, and ours, which are written anew."""

    def __init__(self, package: Package) -> None:
        """Find the comments. Those of an earlier audit are taken out.

        Raises UnreadableError where the file's comments cannot be read.
        """
        self._package = package
        self._part = package.related("comments") or posixpath.join(posixpath.dirname(package.main), "comments.xml")
        root = package.root(self._part)
        if root is None and self._part in package.archive:
            raise UnreadableError(
                f"The comments in '{package.archive.name}' are damaged, so that none can be added. "
                "Open it in Word, let Word repair it, and save it again."
            )
        self._existed = root is not None
        self._root = etree.Element(f"{W}comments", nsmap={"w": W[1:-1]}) if root is None else root
        self._forgotten: set[str] = set()
        """Ids of the paragraphs of the comments that were taken out, by which threads know them."""
        self.earlier = self._take_out()

    def _take_out(self) -> int:
        """Take our comments out; how many there were."""
        own = own_ids(self._root)
        for comment in list(self._root.iterchildren(f"{W}comment")):
            if comment.get(_ID, "") in own:
                self._forgotten.update(p.get(_PARAGRAPH_ID, "") for p in comment.iter(P))
                self._root.remove(comment)
        self._forgotten.discard("")
        return len(own)

    def next_id(self, document: etree._Element) -> int:
        """A number that no comment, and no mark of one in the text, has."""
        marks = document.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")
        told = [element.get(_ID, "") for element in (*self._root.iterchildren(), *marks)]
        return max((int(number) for number in told if number.isdecimal()), default=-1) + 1

    def add(self, number: int, lines: Sequence[Line], when: datetime) -> None:
        """Add a comment of ours."""
        comment = etree.SubElement(self._root, f"{W}comment")
        comment.set(_ID, str(number))
        comment.set(f"{W}author", OWN_AUTHOR)
        comment.set(f"{W}date", f"{when:%Y-%m-%dT%H:%M:%SZ}")
        comment.set(f"{W}initials", INITIALS)
        for line in lines:
            paragraph = etree.SubElement(comment, P)
            for text, bold in ((line.lead, True), (line.text, False)):
                if text:
                    _add_run(paragraph, f"{text} " if bold and line.text else text, bold=bold)

    def parts(self, document: etree._Element) -> dict[str, bytes]:
        """Every part that differs, the main part among them, ready to be written."""
        made = {self._package.main: self._markup(document, self._package.main)}
        if not self._existed and not len(self._root):
            return made
        made[self._part] = self._markup(self._root, self._part if self._existed else self._package.main)
        made.update(self._declared())
        made.update(self._threads())
        return made

    def _markup(self, root: etree._Element, like: str) -> bytes:
        """A part as bytes, in the kind of markup (Strict or Transitional) that a part of the file is in."""
        data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        for space in set(_STRICT.findall(self._package.archive.read(like))):
            before = _TRANSITIONAL.format(space.decode()).encode()
            data = data.replace(before, b"http://purl.oclc.org/ooxml/" + space + b"/")
        return data

    def _declared(self) -> Iterator[tuple[str, bytes]]:
        """The content type of the comments part, and the relation to it, where the file lacks them."""
        archive = self._package.archive
        name = f"/{self._part}"
        types = archive.parse(archive.read(_TYPES)) if _TYPES in archive else etree.Element(f"{{{_TYPES_SPACE}}}Types")
        if not any(told.get("PartName", "").lower() == name.lower() for told in types):
            etree.SubElement(types, f"{{{_TYPES_SPACE}}}Override", PartName=name, ContentType=_TYPE)
            yield _TYPES, _bytes(types)
        known = self._package.relations(self._package.main)
        if any(relation.kind == "comments" and not relation.external for relation in known.values()):
            return
        folder, main = posixpath.split(self._package.main)
        part = posixpath.join(folder, "_rels", f"{main}.rels")
        if part in archive:
            relations = archive.parse(archive.read(part))
        else:
            relations = archive.parse(f'<Relationships xmlns="{_RELATIONS_SPACE}"/>'.encode())
        strict = bool(_STRICT.search(archive.read(self._package.main)))
        space = "http://purl.oclc.org/ooxml/officeDocument/" if strict else _TRANSITIONAL.format("officeDocument")
        etree.SubElement(
            relations, f"{{{_RELATIONS_SPACE}}}Relationship", Id=_free_id(known), Type=f"{space}relationships/comments",
            Target=posixpath.relpath(self._part, folder or "."),
        )  # fmt: skip
        yield part, _bytes(relations)

    def _threads(self) -> Iterator[tuple[str, bytes]]:
        """What Word keeps of threads, without our comments; a reply to one of ours stands alone from then on."""
        gone = set(self._forgotten)
        if not gone:
            return
        for kind in ("commentsExtended", "commentsIds", "commentsExtensible"):
            part = self._package.related(kind)
            root = self._package.root(part) if part else None
            if part is None or root is None:
                continue
            for told in list(root):
                names = {etree.QName(name).localname: str(name) for name in told.attrib}
                if _said(told, names, "paraId", "durableId") & gone:
                    gone |= _said(told, names, "durableId")
                    root.remove(told)
                elif _said(told, names, "paraIdParent") & gone:
                    del told.attrib[names["paraIdParent"]]
            yield part, self._markup(root, part)


def reference_look(styles: etree._Element | None) -> etree._Element | None:
    """The look of a comment's reference mark, where the file has a style for it."""
    if styles is None:
        return None
    for style in styles.iterchildren(f"{W}style"):
        name = style.find(f"{W}name")
        if name is not None and name.get(VAL, "").lower() == "annotation reference":
            look = etree.Element(RPR)
            etree.SubElement(look, f"{W}rStyle").set(VAL, style.get(f"{W}styleId", ""))
            return look
    return None


def _add_run(paragraph: etree._Element, text: str, *, bold: bool) -> None:
    run = etree.SubElement(paragraph, RUN)
    look = etree.SubElement(run, RPR)
    if bold:
        etree.SubElement(look, f"{W}b")
    etree.SubElement(look, f"{W}sz").set(VAL, "20")
    words = etree.SubElement(run, T)
    words.set(_SPACE, "preserve")
    words.text = text


def _said(told: etree._Element, names: dict[str, str], *wanted: str) -> set[str]:
    return {told.get(names[name], "") for name in wanted if name in names}


def _free_id(known: Iterable[str]) -> str:
    taken = set(known)
    return next(name for name in (f"rIdCpraudit{n}" for n in range(1, len(taken) + 2)) if name not in taken)


def _bytes(root: etree._Element) -> bytes:
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data
