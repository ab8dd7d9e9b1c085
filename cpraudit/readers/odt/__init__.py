"""OpenDocument texts (.odt, .ott) to a Document: styles and lists, tracked changes, notes and boxes."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from lxml import etree

from cpraudit.document.clean import tidy
from cpraudit.document.model import Document, Furniture, Mark, MarkKind, Part, Reading
from cpraudit.errors import UnreadableError
from cpraudit.readers.archive import Archive
from cpraudit.readers.assembling import counted
from cpraudit.readers.odt.body import Body
from cpraudit.readers.odt.changes import changes_of
from cpraudit.readers.odt.inline import Inline, controls_of
from cpraudit.readers.odt.lists import Lists
from cpraudit.readers.odt.names import DC, DRAW, OFFICE, STYLE, TEXT, H, P, letters_of
from cpraudit.readers.odt.styles import Styles
from cpraudit.readers.opening import Revisions, Source
from cpraudit.readers.pictured import A4, note_of_pictures, words_pictured
from cpraudit.readers.sniffing import Sort, misnamed, sort_of

__all__ = ["read"]

_MANIFEST = "META-INF/manifest.xml"


def read(source: Source) -> Document:
    """Read an OpenDocument text.

    Raises UnreadableError where it is locked, damaged, hostile, or not an OpenDocument text at all.
    """
    name = source.name
    if (sort := sort_of(source.data)) is not Sort.ODT:
        raise misnamed(sort, name)
    archive = Archive(source.data, name)
    if _MANIFEST in archive and b"encryption-data" in archive.read(_MANIFEST):
        raise misnamed(Sort.LOCKED, name)
    content = _root(archive, "content.xml")
    text = None if content is None else content.find(f"{OFFICE}body/{OFFICE}text")
    if content is None or text is None:
        raise UnreadableError(
            f"'{name}' is damaged: its text cannot be read. Open it in LibreOffice, let it mend it, and save it again."
        )
    common = _root(archive, "styles.xml")
    styles = Styles(root for root in (common, content) if root is not None)
    final = source.revisions is Revisions.FINAL
    inline = Inline(styles, changes_of(text), controls_of(text), final=final)
    body = Body(styles, Lists(styles), inline)
    body.read(text)
    _read_notes(body)
    marks = tuple(
        replace(mark, block=body.anchors.get(number)) for number, mark in enumerate(inline.marks)
    )
    pictured = words_pictured(body.assembly.blocks, body.pictured, A4)
    notes = _sentences(marks, body.assembly.pictures, len(pictured), inline.embedded, final=final)
    words = body.assembly.words
    share = round(words / (words + sum(pictured)), 4) if pictured else 1.0
    reading = Reading(share=share, notes=tuple(notes), pictures=body.assembly.pictures, engine="odt")
    part = Part(source.path, source.sha256, "odt", title=_title(archive), reading=reading)
    tables = tuple(table for table in body.assembly.tables if table is not None)
    return Document(tuple(body.assembly.blocks), tables, (part,), marks, _furniture(common, content))


def _root(archive: Archive, part: str) -> etree._Element | None:
    try:
        return archive.parse(archive.read(part)) if part in archive else None
    except etree.XMLSyntaxError:
        return None


def _title(archive: Archive) -> str:
    root = _root(archive, "meta.xml")
    return "" if root is None else tidy(next((node.text or "" for node in root.iter(f"{DC}title")), ""))


def _read_notes(body: Body) -> None:
    """Footnotes, then endnotes, as the text numbers them."""
    for kind in ("footnote", "endnote"):
        for reference in [r for r in body.references if r.note.get(f"{TEXT}note-class") == kind]:
            body.read_note(reference, tidy(reference.note.findtext(f"{TEXT}note-citation") or ""))


def _masters(common: etree._Element | None, content: etree._Element) -> list[etree._Element]:
    """The master pages that the text may use: the standard one, those that a style asks for, and those that follow them."""
    masters = {} if common is None else {m.get(f"{STYLE}name", ""): m for m in common.iter(f"{STYLE}master-page")}
    roots = [content] if common is None else [common, content]
    asked = ["Standard", *(s.get(f"{STYLE}master-page-name", "") for root in roots for s in root.iter(f"{STYLE}style"))]
    used: dict[str, etree._Element] = {}
    while asked:
        name = asked.pop()
        if name in masters and name not in used:
            used[name] = masters[name]
            asked.append(masters[name].get(f"{STYLE}next-style-name", ""))
    return [master for master in masters.values() if not used or master in used.values()]


def _furniture(common: etree._Element | None, content: etree._Element) -> tuple[Furniture, ...]:
    """Headers, footers and watermarks of the pages that are shown, each text once."""
    found: dict[Furniture, None] = {}
    masters = _masters(common, content)
    for where in ("header", "footer"):
        for variant in ("", "-left", "-first"):
            for element in (e for master in masters for e in master.iter(f"{STYLE}{where}{variant}")):
                if element.get(f"{STYLE}display") == "false":
                    continue
                for shape in [node for node in element.iter() if "watermark" in node.get(f"{DRAW}name", "").lower()]:
                    found[Furniture("watermark", _text(shape))] = None
                    for paragraph in shape.iter(P):
                        paragraph.clear()
                found[Furniture(where, _text(element))] = None
    return tuple(line for line in found if line.text)


def _text(element: etree._Element) -> str:
    for space in element.iter(f"{TEXT}tab", f"{TEXT}s", f"{TEXT}line-break"):
        space.tail = f" {space.tail or ''}"
    return tidy(" ".join(letters_of(paragraph) for paragraph in element.iter(P, H)))


def _sentences(marks: tuple[Mark, ...], pictures: int, pages: int, embedded: int, *, final: bool) -> list[str]:
    """What was accepted and what was not read, one sentence each."""
    counts = Counter(mark.kind for mark in marks)
    told = {
        MarkKind.INSERTION: "read as accepted" if final else "left out: the text is read as it was before the changes",
        MarkKind.DELETION: "left out as accepted" if final else "undone: the text is read as it was before the changes",
        MarkKind.COMMENT: "kept apart from the text",
        MarkKind.HIDDEN: "left out",
    }
    notes = [
        f"{counted(counts[kind], kind.value, '' if kind is not MarkKind.HIDDEN else kind.value)} {what}."
        for kind, what in told.items()
        if counts[kind]
    ]
    if pictures:
        notes.append(note_of_pictures(pictures, pages))
    if embedded:
        notes.append(f"{counted(embedded, 'embedded file was', 'embedded files were')} not read.")
    return notes
