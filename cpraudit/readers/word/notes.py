"""Foot- and endnotes, in the order of their references, and headers and footers as the pages show them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from cpraudit.document.clean import tidy
from cpraudit.document.model import Furniture
from cpraudit.readers.numerals import numeral
from cpraudit.readers.word.body import Body
from cpraudit.readers.word.cleaning import Cleaner
from cpraudit.readers.word.graphics import WATERMARK
from cpraudit.readers.word.names import BOX, R, W, switched, value
from cpraudit.readers.word.package import Package
from cpraudit.readers.word.paragraphs import text_in
from cpraudit.readers.word.tree import remove

_FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}
"""How Word numbers notes unless it is told otherwise."""


def read_notes(package: Package, body: Body, cleaner: Cleaner) -> None:
    """Read every note that is referred to behind the body, footnotes first."""
    settings_part = package.related("settings")
    settings = package.root(settings_part) if settings_part else None
    for kind in ("footnote", "endnote"):
        wanted = [reference for reference in body.references if reference.kind == kind]
        part = package.related(f"{kind}s") if wanted else None
        root = package.root(part) if part else None
        if root is None:
            continue
        notes = {note.get(f"{W}id", ""): note for note in root.iterchildren(f"{W}{kind}")}
        form = value(settings, f"{kind}Pr", "numFmt") or _FORMS[kind]
        count = 0
        for reference in wanted:
            note = notes.pop(reference.id, None)
            if note is None:
                continue
            count += not reference.mark
            cleaner.clean(note)
            body.read_note(note, reference.mark or numeral(count, form), reference.paragraph)


def read_furniture(package: Package, document: etree._Element, cleaner: Cleaner) -> tuple[Furniture, ...]:
    """The headers, footers and watermarks that the pages show, each text once."""
    found: dict[Furniture, None] = {}
    for where, part in _shown(package, document):
        root = package.root(part)
        if root is None:
            continue
        cleaner.clean(root)
        for box in list(root.iter(BOX)):
            if box.get(WATERMARK):
                found[Furniture("watermark", tidy(text_in(box)))] = None
                remove(box)
        found[Furniture(where, tidy(text_in(root)))] = None
    return tuple(line for line in found if line.text)


def _shown(package: Package, document: etree._Element) -> Iterator[tuple[str, str]]:
    """Where and in which part each header and footer stands; those that the settings keep off the page are left out."""
    settings_part = package.related("settings")
    settings = package.root(settings_part) if settings_part else None
    even = settings is not None and bool(switched(settings.find(f"{W}evenAndOddHeaders")))
    relations = package.relations(package.main)
    met: Counter[str] = Counter()
    sections = list(document.iter(f"{W}sectPr"))
    for section in sections:
        first = bool(switched(section.find(f"{W}titlePg")))
        for reference in section.iterchildren(f"{W}headerReference", f"{W}footerReference"):
            kind = reference.get(f"{W}type", "default")
            relation = relations.get(reference.get(f"{R}id", ""))
            unshown = (kind == "first" and not first) or (kind == "even" and not even)
            if relation is None or relation.external or unshown:
                continue
            met[relation.target] += 1
            if met[relation.target] == 1:
                yield relation.kind, relation.target
    if not sections:  # nothing says which are shown
        for relation in relations.values():
            if relation.kind in {"header", "footer"} and not relation.external:
                yield relation.kind, relation.target
