"""The walk through an OpenDocument text: paragraphs, lists, tables, boxes and notes to blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from cpraudit.document.clean import tidy
from cpraudit.document.model import Cell, CellPlace
from cpraudit.readers.assembling import Assembly, Setting
from cpraudit.readers.odt.inline import BREAK, Inline, Words, is_table
from cpraudit.readers.odt.lists import Lists, OpenList
from cpraudit.readers.odt.names import DRAW, LIST, STYLE_NAME, TABLE, TEXT, H, P, letters_of, whole_number
from cpraudit.readers.odt.styles import Styles

_PLAIN = Setting()
_ROW_GROUPS = {f"{TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group")}
_INDEXES = {
    f"{TEXT}{name}"
    for name in (
        "table-of-content", "alphabetical-index", "user-index", "object-index", "table-index", "illustration-index",
        "bibliography", "index-body", "index-title", "section", "numbered-paragraph",
    )
}  # fmt: skip
_WIDEST = 1_000


@dataclass(frozen=True, slots=True)
class Reference:
    """A note, with the paragraph that it is referred from."""

    note: etree._Element
    paragraph: int


@dataclass(slots=True)
class _Item:
    """The label that the next paragraph of a list item takes."""

    label: str
    depth: int


class Body:
    """Reads containers into an assembly."""

    def __init__(self, styles: Styles, lists: Lists, inline: Inline) -> None:
        self.assembly = Assembly()
        self.references: list[Reference] = []
        self.anchors: dict[int, int | None] = {}
        """The block of each mark, by its number."""
        self.pictured: dict[int, float] = {}
        """Square points that the pictures of a block take."""
        self._styles = styles
        self._lists = lists
        self._inline = inline
        self._carried: list[str] = []
        """Words of a paragraph whose end is an insertion that is left out: they go before the next one's."""

    def read(self, container: etree._Element, setting: Setting = _PLAIN) -> list[int]:
        """Read a text, a section, a cell, a box: the blocks that stand in it itself, not in tables within it."""
        own: list[int] = []
        for node in container:
            if node.tag in {P, H}:
                own += self._paragraph(node, setting, None)
            elif node.tag == LIST:
                own += self._list(node, setting, None)
            elif is_table(node):
                self._table(node, setting)
            elif node.tag in _INDEXES:
                own += self._section(node, setting)
            elif node.tag == f"{TEXT}change-start":
                self._inline.start(node, Words())
            elif node.tag == f"{TEXT}change-end":
                self._inline.end(node)
            elif isinstance(node.tag, str) and node.tag.startswith(DRAW):  # anchored to the page
                words = self._inline.read(_alone(node), self._styles.of("paragraph", None))
                own += self._emit(words, setting, "", None, 0, None)
        return own

    def read_note(self, reference: Reference, label: str) -> None:
        """Read a note behind the body; its first block has the number, all have the paragraph it is referred from."""
        content = reference.note.find(f"{TEXT}note-body")
        if content is None:
            return
        first = len(self.assembly.blocks)
        self.read(content, Setting(note=True))
        for index in range(first, len(self.assembly.blocks)):
            block = self.assembly.blocks[index]
            self.assembly.blocks[index] = replace(
                block, label=label if index == first else "", paragraph=reference.paragraph
            )

    def _section(self, section: etree._Element, setting: Setting) -> list[int]:
        if section.get(f"{TEXT}display") == "none":
            words = Words()
            self._inline.hide(tidy(" ".join(letters_of(p) for p in section.iter(P, H))), words)
            self._place(words)
            return []
        return self.read(section, setting)

    def _list(self, element: etree._Element, setting: Setting, outer: OpenList | None) -> list[int]:
        opened = self._lists.open(element, outer)
        own: list[int] = []
        for entry in element:
            if entry.tag not in {f"{TEXT}list-item", f"{TEXT}list-header"}:
                continue
            item: _Item | None = None
            if entry.tag == f"{TEXT}list-item" and any(child.tag in {P, H} for child in entry):
                start = entry.get(f"{TEXT}start-value")
                number = None if start is None else whole_number(start, 1)
                item = _Item(self._lists.label(opened, number), opened.depth)
            for child in entry:
                if child.tag in {P, H}:
                    own += self._paragraph(child, setting, item)
                    item = None
                elif child.tag == LIST:
                    own += self._list(child, setting, opened)
                elif is_table(child):
                    self._table(child, setting)
        return own

    def _paragraph(self, paragraph: etree._Element, setting: Setting, item: _Item | None) -> list[int]:
        base = self._styles.of("paragraph", paragraph.get(STYLE_NAME))
        words = self._inline.read(paragraph, base)
        if self._carried:
            words.letters[:0] = self._carried
            self._carried = []
        if self._inline.left_out and words.letters:  # its end goes, so it runs on into the next
            self._carried = words.letters
            words.letters = []
        level = 1 if base.title else None
        label = "" if item is None else item.label
        if paragraph.tag == H:
            level = whole_number(paragraph.get(f"{TEXT}outline-level"), 1)
            if not label and paragraph.get(f"{TEXT}is-list-header") != "true" and words.text.strip():
                label = self._lists.heading(level)
        return self._emit(words, setting, label, level, item.depth if item else 0, paragraph.get(STYLE_NAME))

    def _emit(  # noqa: PLR0913, PLR0917
        self, words: Words, setting: Setting, label: str, level: int | None, depth: int, style: str | None
    ) -> list[int]:
        """Blocks for the words of a paragraph, and for the boxes that hang on it."""
        own: list[int] = []
        look = words.look(self._styles.of("paragraph", style), shaded=setting.shaded)
        for number, text in enumerate(words.text.split(BREAK)):
            index = self.assembly.add(
                text, setting, label="" if number or setting.note else label, level=level, indent=depth, look=look,
                pictures=0 if number else words.pictures, unfilled=() if number else tuple(words.unfilled),
            )  # fmt: skip
            own += [] if index is None else [index]
            if index is not None and words.area and not number:
                self.pictured[index] = words.area
        self._place(words)
        at = max(self.assembly.paragraphs, 1)
        self.references += [Reference(note, at) for note in words.notes]
        for box in words.boxes:
            own += self.read(box, replace(setting, boxed=True, shaded=False))
        return own

    def _place(self, words: Words) -> None:
        for number in words.marks:
            self.anchors[number] = self.assembly.nearest()

    def _table(self, table: etree._Element, setting: Setting) -> None:
        index = self.assembly.open_table()
        rows: list[list[Cell]] = []
        for row in _rows(table):
            cells: list[Cell] = []
            column = 0
            for element in row:
                repeated = min(whole_number(element.get(f"{TABLE}number-columns-repeated"), 1), _WIDEST)
                if element.tag == f"{TABLE}table-cell":
                    shaded = bool(self._styles.of("table-cell", element.get(f"{TABLE}style-name")).shaded)
                    place = CellPlace(index, len(rows), column)
                    blocks = self.read(element, replace(setting, place=place, shaded=shaded))
                    cells.append(
                        Cell(
                            len(rows), column, tuple(blocks),
                            min(whole_number(element.get(f"{TABLE}number-columns-spanned"), 1), _WIDEST),
                            whole_number(element.get(f"{TABLE}number-rows-spanned"), 1),
                        )
                    )  # fmt: skip
                elif element.tag != f"{TABLE}covered-table-cell":
                    continue
                column += repeated
            rows.append(cells)
        self.assembly.close_table(index, rows, setting.place)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for node in table:
        if node.tag == f"{TABLE}table-row":
            yield node
        elif node.tag in _ROW_GROUPS:
            yield from _rows(node)


def _alone(drawing: etree._Element) -> etree._Element:
    """A paragraph that holds only a drawing."""
    paragraph = etree.Element(P)
    paragraph.append(drawing)
    return paragraph

