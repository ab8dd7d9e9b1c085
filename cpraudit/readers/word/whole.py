"""One Word file from its parts to a Document, and which paragraph each block was read from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from cpraudit.document.clean import tidy
from cpraudit.document.model import Document, MarkKind, Part
from cpraudit.errors import UnreadableError
from cpraudit.readers.archive import Archive
from cpraudit.readers.opening import Source
from cpraudit.readers.pictured import words_pictured
from cpraudit.readers.sniffing import Sort, misnamed, sort_of
from cpraudit.readers.word.account import Account
from cpraudit.readers.word.body import Body
from cpraudit.readers.word.chunks import read_chunks
from cpraudit.readers.word.cleaning import Cleaner, NestedTooDeepError
from cpraudit.readers.word.drafting import Drafting, comments_of
from cpraudit.readers.word.names import A, W
from cpraudit.readers.word.notes import read_furniture, read_notes
from cpraudit.readers.word.numbering import Numbering
from cpraudit.readers.word.own_comments import own_ids, take_out
from cpraudit.readers.word.package import Package
from cpraudit.readers.word.room import paper_of
from cpraudit.readers.word.styles import Styles

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_PLACELESS = tuple(f"{W}{name}" for name in ("tblPrChange", "trPrChange", "tcPrChange", "sectPrChange"))


@dataclass(frozen=True, slots=True)
class Whole:
    """A Word file as read."""

    document: Document
    paragraphs: Mapping[int, etree._Element]
    """Block to the normalised paragraph that it was read from; blocks of documents embedded as a whole have none."""


def open_package(source: Source) -> Package:
    """The parts of a Word file. Raises UnreadableError where it is none."""
    name = Path(source.path).name
    if (sort := sort_of(source.data)) is not Sort.WORD:
        raise misnamed(sort, name)
    return Package(Archive(source.data, name))


def read_whole(source: Source, package: Package, document: etree._Element) -> Whole:
    """Read a Word file; `document` is the root of its main part, which is normalised in place."""
    name = Path(source.path).name
    text = document.find(f"{W}body")
    if text is None:
        raise UnreadableError(f"'{name}' holds no text. Open it in Word and save it again.")
    styles = Styles(_root(package, "styles"))
    comments = _root(package, "comments")
    own = own_ids(comments)
    take_out(document, own)
    known = {number: comment for number, comment in comments_of(comments).items() if number not in own}
    drafting = Drafting(known)
    paper = paper_of(document)
    cleaner = Cleaner(styles, source.revisions, drafting, lambda relation: _diagram(package, relation), paper)
    chunks = read_chunks(package)
    body = Body(styles, cleaner, Numbering(_root(package, "numbering"), styles), chunks.paragraphs)
    for change in text.iter(*_PLACELESS):
        drafting.add(MarkKind.FORMATTING, "", change, None)
        drafting.interrupt()
    try:
        furniture = read_furniture(package, document, cleaner)
        cleaner.counts.clear()  # an object in a header is a crest
        cleaner.clean(text)
        body.read(text)
        read_notes(package, body, cleaner)
    except NestedTooDeepError as error:
        raise UnreadableError(
            f"'{name}' was not opened: its controls and changes are nested in a depth that no document has. "
            "If you trust it, accept all changes and save it again."
        ) from error
    marks = [replace(mark, block=body.anchors.get(number)) for number, mark in enumerate(drafting.rest())]
    pictured = words_pictured(body.assembly.blocks, body.pictured, paper)
    account = Account(
        package, body.assembly, marks, source.revisions, chunks.unread, cleaner.counts, pictured, len(own)
    )
    part = Part(source.path, source.sha256, "docx", title=_title(package), reading=account.reading())
    tables = tuple(table for table in body.assembly.tables if table is not None)
    whole = Document(tuple(body.assembly.blocks), tables, (part,), tuple(marks), furniture)
    return Whole(whole, body.paragraphs)


def _root(package: Package, kind: str) -> etree._Element | None:
    part = package.related(kind)
    return package.root(part) if part else None


def _title(package: Package) -> str:
    root = package.root("docProps/core.xml")
    return "" if root is None else tidy(root.findtext(_TITLE) or "")


def _diagram(package: Package, relation: str) -> list[str]:
    """The words of a diagram, a shape at a time."""
    known = package.relations(package.main).get(relation)
    root = None if known is None or known.external else package.root(known.target)
    if root is None:
        return []
    return [
        text
        for shape in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/diagram}pt")
        if (text := tidy(" ".join(t.text or "" for t in shape.iter(f"{A}t"))))
    ]
