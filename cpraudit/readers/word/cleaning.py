"""The one normalising pass: after it a part holds paragraphs, tables and runs of visible text, and no more to undo.

Tracked changes are accepted (or undone), wrappers dissolved, fields reduced to their results, tick boxes written as
signs, text boxes hung on their anchor paragraph, pictures counted, hidden text taken out; what was met on the way is
kept as marks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from lxml import etree

from cpraudit.document.model import MarkKind
from cpraudit.readers.opening import Revisions
from cpraudit.readers.word import graphics, room
from cpraudit.readers.word.drafting import Drafting, words_of
from cpraudit.readers.word.fields import Fields
from cpraudit.readers.word.forms import form_field, write_sign
from cpraudit.readers.word.joining import JOINS, join_paragraphs
from cpraudit.readers.word.names import (
    LOOK,
    PLACEHOLDER,
    PPR,
    RPR,
    RUN,
    TBL,
    TC,
    TCPR,
    TR,
    TRPR,
    W14,
    M,
    P,
    T,
    W,
    switched,
    value,
)
from cpraudit.readers.word.runs import RunLook, RunLooks
from cpraudit.readers.word.styles import Styles
from cpraudit.readers.word.symbols import is_symbol_font, shown, sign
from cpraudit.readers.word.tree import put_in_place, remove, unwrap

_SILENT = {
    f"{W}{name}"
    for name in ("bookmarkStart", "bookmarkEnd", "proofErr", "pPr", "commentRangeEnd", "permStart", "permEnd", "rPr")
}
"""Elements that do not part two runs."""
_DEEPEST = 12
"""Depth to which changes and drawings within others are told apart; nobody makes deeper ones by hand."""
_MOST_WRAPPED = 40
"""Content controls, changes and links within one another; honest drafts have a handful."""
_PARA_CHANGES = {f"{W}ins": MarkKind.INSERTION, f"{W}del": MarkKind.DELETION}


class NestedTooDeepError(Exception):
    """Wrappers are nested deeper than any document nests them."""


class Cleaner:
    """Normalises the parts of one file, in the order of its reading."""

    def __init__(
        self,
        styles: Styles,
        revisions: Revisions,
        drafting: Drafting,
        diagram: Callable[[str], list[str]],
        paper: float,
    ) -> None:
        self.counts: Counter[str] = Counter()
        """'embedded': embedded files met on the way; 'embedded words': those that they may hold."""
        self.looks = RunLooks(styles)
        self._styles = styles
        self._final = revisions is Revisions.FINAL
        self.drafting = drafting
        self._diagram = diagram
        self._paper = paper
        """The sheet, in square points."""
        self._anchor: etree._Element | None = None
        self._depth = 0
        """Rows, changes and drawings that are open."""
        self._wrapped = 0
        self._waiting: list[str] = []
        """Comments that begin between paragraphs, and so with the next one."""
        self._hidden_style = False
        self._fields = Fields()
        gone, kept = self._drop_change, self._keep_change
        wrappers = ("smartTag", "customXml", "fldSimple", "hyperlink", "dir", "bdo", "sdtContent")
        self._handlers: dict[object, Callable[[etree._Element], None]] = {
            **{f"{W}{name}": self._dissolve for name in wrappers},
            P: self._paragraph,
            RUN: self._run,
            TBL: self._table,
            TR: self._row,
            TC: self._cell,
            f"{W}ins": kept if self._final else gone,
            f"{W}moveTo": kept if self._final else gone,
            f"{W}del": gone if self._final else kept,
            f"{W}moveFrom": gone if self._final else kept,
            f"{W}sdt": self._control,
            f"{W}commentRangeStart": self._comment,
            f"{M}oMath": self._formula,
            f"{M}oMathPara": self._dissolve,
            graphics.ALTERNATE: self._alternate,
        }
        self._inline: dict[object, Callable[[etree._Element, str | None], None]] = {
            T: self._text,
            f"{W}delText": self._deleted_text,
            f"{W}instrText": lambda e, _: remove(e),
            f"{W}delInstrText": lambda e, _: remove(e),
            f"{W}fldChar": self._field,
            f"{W}sym": self._symbol,
            f"{W}drawing": self._graphic,
            f"{W}pict": self._graphic,
            f"{W}object": self._graphic,
            graphics.ALTERNATE: self._inline_alternate,
            f"{W}ruby": self._ruby,
            f"{W}commentReference": lambda e, _: self.drafting.comment(e.get(f"{W}id", ""), self._anchor),
        }

    def clean(self, container: etree._Element) -> None:
        """Normalise what stands in a body, a note, a header or any other container."""
        for child in list(container):
            handler = self._handlers.get(child.tag)
            if handler is not None:
                handler(child)
            elif child.tag not in _SILENT:
                self.drafting.interrupt()
        join_paragraphs(container, self.drafting)

    def _paragraph(self, paragraph: etree._Element) -> None:
        outer_style = self._hidden_style
        for name in self._waiting:
            self.drafting.comment(name, paragraph)
        self._waiting.clear()
        self._anchor = paragraph  # and stays so behind it: what follows is anchored in the nearest paragraph before
        self.drafting.interrupt()
        properties = paragraph.find(PPR)
        if properties is not None:
            self._paragraph_changes(paragraph, properties)
        self._hidden_style = bool(self._styles.paragraph(value(properties, "pStyle")).face.hidden)
        self.clean(paragraph)
        self._fields.end_paragraph()
        self._hidden_style = outer_style

    def _paragraph_changes(self, paragraph: etree._Element, properties: etree._Element) -> None:
        """Changes of the paragraph's mark and look; a mark that goes joins the paragraph to the next."""
        changed = properties.find(f"{W}pPrChange")
        if changed is not None:
            self.drafting.add(MarkKind.FORMATTING, "", changed, paragraph)
            self._undo_format(properties, changed, PPR)
        mark = properties.find(RPR)
        frame = properties.find(f"{W}framePr")
        joins = frame is not None and frame.get(f"{W}dropCap") in {"drop", "margin"}
        if mark is not None:
            for name, kind in _PARA_CHANGES.items():
                change = mark.find(name)
                if change is not None:
                    joins |= (kind is MarkKind.DELETION) is self._final
                    if paragraph.find(f".//{name}/{RUN}") is None:
                        self.drafting.add(kind, "", change, paragraph)
            joins |= mark.find(f"{W}moveFrom" if self._final else f"{W}moveTo") is not None
        if joins:
            paragraph.set(JOINS, "1")

    def _undo_format(self, properties: etree._Element, changed: etree._Element, name: str) -> None:
        """Take a format change out; with the text before the changes, the look before them too."""
        if self._final:
            properties.remove(changed)
            return
        before = changed.find(name)
        kept = [child for child in properties if child.tag in {RPR, f"{W}sectPr"} and name == PPR]
        for child in list(properties):
            properties.remove(child)
        properties.extend([*(list(before) if before is not None else []), *kept])

    def _run(self, run: etree._Element) -> None:
        look, changed, font = self.looks.known[0], False, None
        for child in list(run):
            if child.tag == RPR:
                look = self.looks.of(child)
                changed = look.changed
                if changed:
                    look = self._settle_format(run, child)
                font = look.own.font or look.style.font
                run.set(LOOK, look.number)
                continue
            handler = self._inline.get(child.tag)
            if handler is not None:
                handler(child, font)
        if self._hidden_style if look.hidden is None else look.hidden:
            self._hide(run)
        elif look.highlighted and (words := words_of(run)):
            self.drafting.add(MarkKind.HIGHLIGHT, words, None, self._anchor)
        elif not changed:
            self.drafting.interrupt()

    def _settle_format(self, run: etree._Element, properties: etree._Element) -> RunLook:
        """Mark a change of a run's look; the look that is read."""
        changed = properties.find(f"{W}rPrChange")
        if changed is not None:
            self.drafting.add(MarkKind.FORMATTING, words_of(run), changed, self._anchor)
            self._undo_format(properties, changed, RPR)
        return self.looks.of(properties)

    def _hide(self, element: etree._Element) -> None:
        words = words_of(element)
        if words.strip():
            self.drafting.add(MarkKind.HIDDEN, words, None, self._anchor)
        remove(element)

    def _keep_change(self, change: etree._Element) -> None:
        self._mark_change(change)
        opened = self.drafting.open
        self._depth += 1
        self._dissolve(change)
        self._depth -= 1
        self.drafting.open = opened

    def _words(self, element: etree._Element) -> str:
        """The words of a change; not again of those within it without end, for each costs a walk."""
        return words_of(element) if self._depth <= _DEEPEST else ""

    def _drop_change(self, change: etree._Element) -> None:
        self._mark_change(change)
        remove(change)

    def _mark_change(self, change: etree._Element) -> None:
        """A move is marked once, where it is read."""
        name = etree.QName(change).localname
        if name.startswith("move"):
            if (name == "moveTo") is self._final:
                self.drafting.add(MarkKind.MOVE, self._words(change), change, self._anchor)
            return
        self.drafting.add(_PARA_CHANGES[f"{W}{name}"], self._words(change), change, self._anchor)

    def _comment(self, start: etree._Element) -> None:
        name = start.get(f"{W}id", "")
        if next(start.iterancestors(P), None) is None:
            self._waiting.append(name)
        else:
            self.drafting.comment(name, self._anchor)

    def _dissolve(self, wrapper: etree._Element) -> None:
        """Put what a wrapper holds, normalised, in its place."""
        self._wrapped += 1
        if self._wrapped > _MOST_WRAPPED:
            raise NestedTooDeepError
        self.clean(wrapper)
        unwrap(wrapper)
        self._wrapped -= 1

    def _control(self, control: etree._Element) -> None:
        """A content control: its content, or the sign of its tick box."""
        tick = control.find(f"{W}sdtPr/{W14}checkbox")
        content = control.find(f"{W}sdtContent")
        if content is None:
            remove(control)
            return
        if tick is not None:
            checked = tick.find(f"{W14}checked")
            write_sign(content, checked is not None and checked.get(f"{W14}val") in {"1", "true", "on"})
        elif switched(control.find(f"{W}sdtPr/{W}showingPlcHdr")):
            _note_placeholder(content)
        for child in list(control):
            if child is not content:
                control.remove(child)
        self._dissolve(content)
        unwrap(control)

    def _alternate(self, alternate: etree._Element) -> None:
        kept = graphics.chosen(alternate)
        if kept is None:
            remove(alternate)
            return
        for branch in list(alternate):
            if branch is not kept:
                alternate.remove(branch)
        self._dissolve(kept)
        unwrap(alternate)

    def _inline_alternate(self, alternate: etree._Element, font: str | None) -> None:
        kept = graphics.chosen(alternate)
        for child in list(kept) if kept is not None else []:
            alternate.addprevious(child)
            handler = self._inline.get(child.tag)
            if handler is not None:
                handler(child, font)
        remove(alternate)

    def _formula(self, formula: etree._Element) -> None:
        """The letters of a formula, as one run."""
        run = etree.Element(RUN)
        etree.SubElement(run, T).text = "".join(t.text or "" for t in formula.iter(f"{M}t", T))
        put_in_place(formula, run)

    def _table(self, table: etree._Element) -> None:
        self.drafting.interrupt()
        self.clean(table)
        if table.find(TR) is None:
            remove(table)

    def _row(self, row: etree._Element) -> None:
        self.drafting.interrupt()
        properties = row.find(TRPR)
        if properties is not None:
            if switched(properties.find(f"{W}hidden")):
                self._hide(row)
                return
            if self._goes(row, properties, {f"{W}ins": MarkKind.INSERTION, f"{W}del": MarkKind.DELETION}):
                return
        self._depth += 1
        self.clean(row)
        self._depth -= 1

    def _cell(self, cell: etree._Element) -> None:
        properties = cell.find(TCPR)
        if properties is not None and self._goes(
            cell, properties, {f"{W}cellIns": MarkKind.INSERTION, f"{W}cellDel": MarkKind.DELETION}
        ):
            return
        self.clean(cell)

    def _goes(self, element: etree._Element, properties: etree._Element, changes: dict[str, MarkKind]) -> bool:
        """Mark a whole row or cell that came or went; whether it goes from the text that is read."""
        for name, kind in changes.items():
            change = properties.find(name)
            if change is None:
                continue
            self.drafting.add(kind, self._words(element), change, self._anchor)
            if (kind is MarkKind.DELETION) is self._final:
                remove(element)
                return True
        return False

    def _text(self, text: etree._Element, font: str | None) -> None:
        if self._fields.instructing:
            remove(text)
        elif text.text and (is_symbol_font(font) or not text.text.isascii()):
            text.text = shown(text.text, font)

    def _deleted_text(self, text: etree._Element, font: str | None) -> None:
        """Reached only where deletions are read."""
        text.tag = T
        self._text(text, font)

    def _symbol(self, symbol: etree._Element, _: str | None) -> None:
        code = symbol.get(f"{W}char", "")
        text = etree.Element(T)
        try:
            text.text = sign(int(code, 16), symbol.get(f"{W}font", "Wingdings"))
        except (ValueError, OverflowError):
            text.text = ""
        put_in_place(symbol, text)

    def _field(self, mark: etree._Element, _: str | None) -> None:
        """Follow a field; a legacy tick box or drop-down of a form is written as it shows."""
        kind = mark.get(f"{W}fldCharType")
        self._fields.follow(kind)
        shows = form_field(mark) if kind == "begin" else ""
        if shows:
            text = etree.Element(T)
            text.text = shows
            put_in_place(mark, text)

    def _ruby(self, ruby: etree._Element, _: str | None) -> None:
        text = etree.Element(T)
        base = ruby.find(f"{W}rubyBase")
        text.text = "" if base is None else words_of(base)
        put_in_place(ruby, text)

    def _graphic(self, graphic: etree._Element, _: str | None) -> None:
        """Hang text boxes on the paragraph and leave the number of pictures."""
        anchor = self._anchor
        if self._depth > _DEEPEST or anchor is None:
            remove(graphic)
            return
        graphics.settle(graphic)
        self._depth += 3
        with self._fields.aside():
            for box in graphics.hang_boxes(graphic, anchor, self._diagram):
                self.clean(box)
        self._depth -= 3
        self._anchor = anchor
        embedded = None if graphic.tag != f"{W}object" else graphic.find("{*}OLEObject")
        if embedded is not None and not room.is_picture(embedded):
            self.counts["embedded"] += 1
            self.counts["embedded words"] += room.words_embedded(embedded, room.area_of(graphic), self._paper)
            remove(graphic)
            return
        pictures = graphics.pictures_in(graphic)
        if pictures:
            put_in_place(graphic, graphics.picture_mark(pictures, room.area_of(graphic)))
        else:
            remove(graphic)


def _note_placeholder(content: etree._Element) -> None:
    """Tell what a control shows until somebody fills it in from what somebody wrote; its picture shows nothing."""
    for text in content.iter(T):
        text.set(PLACEHOLDER, "1")
    for graphic in list(content.iter(f"{W}drawing", f"{W}pict")):
        remove(graphic)
