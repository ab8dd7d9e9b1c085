"""One pass over the XML of a part, before anything reads it.

After it a part holds only paragraphs, runs, text, tables and pictures: wrappers are unwrapped, tracked changes accepted
(or undone), hidden text taken out, alternatives chosen, text boxes moved behind their paragraph. What is taken out or
accepted is told to the `Ledger`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cpraudit.document.clean import tidy
from cpraudit.document.model import MarkKind
from cpraudit.readers.word.names import MC, W14, W, is_on

if TYPE_CHECKING:
    from lxml.etree import _Element

UNWRAPPED = frozenset(
    f"{W}{name}"
    for name in ("sdtContent", "smartTag", "customXml", "fldSimple", "hyperlink", "dir", "bdo", "ruby", "rubyBase")
)
DROPPED = frozenset(
    f"{W}{name}"
    for name in (
        "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "instrText", "delInstrText", "rt", "proofErr", "permStart", "permEnd",
        "bookmarkStart", "bookmarkEnd", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "rubyPr",
        "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
    )
)  # fmt: skip
BOX = f"{W}boxed"
"""Mark put on paragraphs that come from a text box."""


@dataclass
class Change:
    """A tracked change or hidden text, at its place."""

    kind: MarkKind
    text: str
    author: str
    date: str
    paragraph: _Element | None


@dataclass
class Ledger:
    """What the pass accepted, undid or took out."""

    final: bool
    """Read tracked changes as accepted; else as undone."""
    changes: list[Change] = field(default_factory=list)


def normalise(root: _Element, ledger: Ledger) -> None:
    """Normalise one part in place."""
    _choose_alternatives(root)
    _settle_checkboxes(root)
    _settle_revisions(root, ledger)
    _unwrap(root)
    _take_out_hidden(root, ledger)
    _merge_deleted_marks(root, ledger)
    _move_boxes(root)


def _text(element: _Element) -> str:
    return tidy("".join(node.text or "" for node in element.iter(f"{W}t", f"{W}delText")))


def _paragraph(element: _Element) -> _Element | None:
    return next(element.iterancestors(f"{W}p"), None)


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _replace(element: _Element, children: list[_Element]) -> None:
    """Put children in the place of their wrapper."""
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    parent.remove(element)
    for offset, child in enumerate(children):
        parent.insert(at + offset, child)


def _choose_alternatives(root: _Element) -> None:
    """Of two drawings of one thing, the first that holds something (the second is for old readers)."""
    for alternate in list(root.iter(f"{MC}AlternateContent")):
        branches = [branch for branch in alternate if branch.tag in (f"{MC}Choice", f"{MC}Fallback")]
        _replace(alternate, list(branches[0]) if branches else [])


def _settle_checkboxes(root: _Element) -> None:
    """Content controls and legacy fields that are tick boxes show their state as a character."""
    for box in list(root.iter(f"{W14}checkbox")):
        checked = box.find(f"{W14}checked")
        ticked = checked is not None and checked.get(f"{W14}val", "1") not in ("0", "false")
        control = next(box.iterancestors(f"{W}sdt"), None)
        texts = [] if control is None else list(control.iter(f"{W}t"))
        if texts and not any(char in (texts[0].text or "") for char in "☐☑☒✓✔"):
            texts[0].text = "☒" if ticked else "☐"
    for data in list(root.iter(f"{W}ffData")):
        box = data.find(f"{W}checkBox")
        if box is None:
            continue
        state = box.find(f"{W}checked")
        state = box.find(f"{W}default") if state is None else state
        run = next(data.iterancestors(f"{W}r"), None)
        if run is not None:
            shown = run.makeelement(f"{W}t", {}, None)
            shown.text = "☒ " if is_on(state) else "☐ "
            run.append(shown)


KINDS = {"ins": MarkKind.INSERTION, "del": MarkKind.DELETION, "moveTo": MarkKind.MOVE, "moveFrom": MarkKind.MOVE}


def _settle_revisions(root: _Element, ledger: Ledger) -> None:
    """Keep one side of each tracked change, and tell of both."""
    kept = ("ins", "moveTo") if ledger.final else ("del", "moveFrom")
    for name, kind in KINDS.items():
        for change in list(root.iter(f"{W}{name}")):
            parent = change.getparent()
            if parent is None or parent.tag in (f"{W}rPr", f"{W}trPr", f"{W}tcPr"):
                continue  # the mark of a paragraph, a row or a cell: dealt with by its owner
            if name != "moveFrom":
                _tell(ledger, kind, change, _text(change))
            if name in kept:
                for text in change.iter(f"{W}delText"):
                    text.tag = f"{W}t"
                _replace(change, list(change))
            else:
                _remove(change)
    _settle_rows(root, ledger)
    for formatting in root.iter(f"{W}rPrChange", f"{W}pPrChange", f"{W}tblPrChange", f"{W}sectPrChange"):
        _tell(ledger, MarkKind.FORMATTING, formatting, "")


def _settle_rows(root: _Element, ledger: Ledger) -> None:
    """Rows of a table that were inserted or deleted as a whole."""
    for row in list(root.iter(f"{W}tr")):
        marks = {name: row.find(f"{W}trPr/{W}{name}") for name in ("ins", "del")}
        for name, mark in marks.items():
            if mark is not None:
                _tell(ledger, KINDS[name], mark, _text(row))
        if marks["del" if ledger.final else "ins"] is not None:
            _remove(row)


def _tell(ledger: Ledger, kind: MarkKind, change: _Element, text: str) -> None:
    ledger.changes.append(
        Change(kind, text, change.get(f"{W}author", ""), change.get(f"{W}date", ""), _paragraph(change))
    )


def _unwrap(root: _Element) -> None:
    for element in list(root.iter()):
        if element.tag in DROPPED:
            _remove(element)
    for element in list(root.iter(f"{W}sdt")):
        content = element.find(f"{W}sdtContent")
        _replace(element, [] if content is None else list(content))
    for element in list(root.iter()):
        if element.tag in UNWRAPPED:
            _replace(element, list(element))


def _take_out_hidden(root: _Element, ledger: Ledger) -> None:
    for run in list(root.iter(f"{W}r")):
        properties = run.find(f"{W}rPr")
        if properties is not None and (is_on(properties.find(f"{W}vanish")) or is_on(properties.find(f"{W}webHidden"))):
            text = _text(run)
            if text:
                ledger.changes.append(Change(MarkKind.HIDDEN, text, "", "", _paragraph(run)))
            _remove(run)


def _merge_deleted_marks(root: _Element, ledger: Ledger) -> None:
    """A paragraph whose mark is deleted runs on into the next (undone: one whose mark was inserted)."""
    gone = "del" if ledger.final else "ins"
    for paragraph in list(root.iter(f"{W}p")):
        mark = paragraph.find(f"{W}pPr/{W}rPr/{W}{gone}")
        following = paragraph.getnext()
        if mark is None or following is None or following.tag != f"{W}p":
            continue
        at = 1 if following.find(f"{W}pPr") is not None else 0
        for offset, child in enumerate([child for child in paragraph if child.tag != f"{W}pPr"]):
            following.insert(at + offset, child)
        _remove(paragraph)


def _move_boxes(root: _Element) -> None:
    """The paragraphs of a text box stand behind the paragraph that it is anchored in, in order."""
    for content in list(root.iter(f"{W}txbxContent")):
        anchor = next(iter(list(content.iterancestors(f"{W}p"))[::-1]), None)
        holder = None if anchor is None else anchor.getparent()
        if anchor is None or holder is None:
            continue
        at = holder.index(anchor)
        while at + 1 < len(holder) and holder[at + 1].get(BOX):
            at += 1
        for offset, child in enumerate(list(content), 1):
            child.set(BOX, "1")
            holder.insert(at + offset, child)
        _remove(content)
