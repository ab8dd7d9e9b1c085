"""Word documents (.docx, .docm, .dotx, Strict or Transitional), read as a person sees them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cpraudit.document.clean import tidy
from cpraudit.document.model import Document, Furniture, Mark, MarkKind, Part, Reading
from cpraudit.errors import UnreadableError
from cpraudit.readers.archive import MOST_DEPTH
from cpraudit.readers.word import numbering as lists
from cpraudit.readers.word.body import Body, text_of
from cpraudit.readers.word.names import W
from cpraudit.readers.word.normalise import Ledger, normalise
from cpraudit.readers.word.package import Package
from cpraudit.readers.word.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

    from cpraudit.readers.opening import Source


def read(source: Source) -> Document:
    """Read a Word document from its bytes.

    Raises UnreadableError with one clear sentence where it is broken, locked, hostile or something else.
    """
    try:
        return _read(source)
    except UnreadableError:
        raise
    except (ValueError, KeyError, AttributeError, TypeError, IndexError, RecursionError, MemoryError) as error:
        raise UnreadableError(
            f"'{source.path}' could not be read as a Word document. Open it in Word and save it again."
        ) from error


def _read(source: Source) -> Document:
    package = Package(source.data, source.path)
    root = package.xml(package.main)
    main = None if root is None else root.find(f"{W}body")
    if main is None:
        raise UnreadableError(f"'{source.path}' holds no text. Open it in Word and save it again.")
    _refuse_depth(main, source.path)
    ledger = Ledger(final=source.revisions == "final")
    normalise(main, ledger)
    body = Body(
        Styles(package.xml(package.part_of_kind("styles", "word/styles.xml"))),
        lists.read(package.xml(package.part_of_kind("numbering", "word/numbering.xml"))),
    )
    comments = _commented(main)
    body.read(main)
    _read_notes(package, body, ledger)
    marks = _marks(ledger, body) + _comments(package, comments, body)
    titled = package.xml("docProps/core.xml")
    title = (
        "" if titled is None else next((tidy(e.text or "") for e in titled.iter() if str(e.tag).endswith("}title")), "")
    )
    part = Part(source.path, source.sha256, "docx", title=title, reading=_account(package, body, marks))
    return Document(
        tuple(body.blocks), tuple(t for t in body.tables if t is not None), (part,), tuple(marks), _furniture(package)
    )


def _refuse_depth(root: _Element, name: str) -> None:
    """Walk without recursion, and refuse what nests without end before anything that recurses sees it."""
    depth, node = 0, root
    stack = [(root, 0)]
    while stack:
        node, depth = stack.pop()
        if depth > MOST_DEPTH:
            raise UnreadableError(f"'{name}' was refused: its parts are nested more than {MOST_DEPTH} deep.")
        stack.extend((child, depth + 1) for child in node)


def _read_notes(package: Package, body: Body, ledger: Ledger) -> None:
    """Notes in the order of their references, numbered as Word numbers them, behind the body."""
    wanted = list(dict.fromkeys(body.notes))
    counts: Counter[str] = Counter()
    for kind, plural in ((f"{W}footnote", "footnotes"), (f"{W}endnote", "endnotes")):
        root = package.xml(package.part_of_kind(plural, f"word/{plural}.xml"))
        if root is None:
            continue
        normalise(root, ledger)
        by_id = {note.get(f"{W}id", ""): note for note in root.iter(kind)}
        for of, note_id in wanted:
            if of == kind and note_id in by_id:
                counts[kind] += 1
                body.read_note(by_id[note_id], str(counts[kind]))


def _marks(ledger: Ledger, body: Body) -> list[Mark]:
    return [
        Mark(
            change.kind,
            change.text,
            change.author,
            change.date,
            None if change.paragraph is None else body.at.get(change.paragraph),
        )
        for change in ledger.changes
    ]


def _commented(main: _Element) -> dict[str, _Element]:
    """The paragraph of each comment, by the comment's id; its reference is then taken out of the text."""
    places = {}
    for reference in main.iter(f"{W}commentReference", f"{W}commentRangeStart"):
        paragraph = next(reference.iterancestors(f"{W}p"), None)
        if paragraph is not None:
            places.setdefault(reference.get(f"{W}id", ""), paragraph)
    return places


def _comments(package: Package, places: dict[str, _Element], body: Body) -> list[Mark]:
    root = package.xml(package.part_of_kind("comments", "word/comments.xml"))
    if root is None:
        return []
    found = []
    for comment in root.iter(f"{W}comment"):
        place = places.get(comment.get(f"{W}id", ""))
        words = tidy(" ".join(text_of(paragraph) for paragraph in comment.iter(f"{W}p")))
        block = None if place is None else body.at.get(place)
        found.append(Mark(MarkKind.COMMENT, words, comment.get(f"{W}author", ""), comment.get(f"{W}date", ""), block))
    return found


def _furniture(package: Package) -> tuple[Furniture, ...]:
    """Headers and footers, each text once, with the watermarks that headers hold."""
    found: dict[tuple[str, str], None] = {}
    for related in package.related(package.main).values():
        if related.kind not in ("header", "footer") or related.external:
            continue
        root = package.xml(related.target)
        if root is None:
            continue
        for shape in root.iter("{urn:schemas-microsoft-com:vml}textpath"):
            if shape.get("string"):
                found["watermark", tidy(shape.get("string", ""))] = None
        normalise(root, Ledger(final=True))
        for paragraph in root.iter(f"{W}p"):
            text = tidy(text_of(paragraph))
            if text:
                found[related.kind, text] = None
    return tuple(Furniture(where, text) for where, text in found)


def _account(package: Package, body: Body, marks: list[Mark]) -> Reading:
    """What was accepted and what could not be read, in sentences for a person."""
    counts = Counter(mark.kind for mark in marks)
    notes = []
    told = {MarkKind.INSERTION: "read as accepted", MarkKind.DELETION: "left out", MarkKind.MOVE: "read in their new place",
            MarkKind.HIDDEN: "left out", MarkKind.COMMENT: "set apart"}  # fmt: skip
    for kind, how in told.items():
        if counts[kind]:
            one = counts[kind] == 1
            notes.append(f"{counts[kind]} {kind if one or kind is MarkKind.HIDDEN else f'{kind}s'} {how}.")
    pictures = sum(block.pictures for block in body.blocks)
    if pictures:
        notes.append(f"{pictures} {'picture was' if pictures == 1 else 'pictures were'} not read.")
    unread = 0
    for related in package.related(package.main).values():
        if related.kind == "aFChunk":
            unread += 1
            notes.append(f"A document that is embedded as a whole was not read ({related.target}).")
        elif related.kind in ("oleObject", "package"):
            notes.append(f"An embedded file was not read ({related.target}).")
        elif related.kind == "subDocument":
            unread += 1
            notes.append("A linked sub-document was not read.")
    words = sum(len(block.text.split()) for block in body.blocks)
    share = 1.0 if not unread else words / (words + 500 * unread)
    return Reading(share=share, notes=tuple(notes), pictures=pictures, engine="word")
