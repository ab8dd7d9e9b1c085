"""The walk through a normalised part: paragraphs, tables and notes to blocks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cpraudit.document.clean import tidy
from cpraudit.document.labels import split_label
from cpraudit.document.model import Block, BlockKind, Cell, CellPlace, Look, Table
from cpraudit.readers.word.names import A, V, W, is_on, value
from cpraudit.readers.word.normalise import BOX
from cpraudit.readers.word.numbering import BULLET
from cpraudit.readers.word.styles import PLAIN, Style, Styles, number_of

if TYPE_CHECKING:
    from lxml.etree import _Element

    from cpraudit.readers.word.numbering import Numbering

BREAKS = frozenset(f"{W}{name}" for name in ("tab", "br", "cr", "ptab"))
PLAIN_FILLS = frozenset({"", "auto", "ffffff", "none"})
LIST_SYMBOLS = {"f0b7": "•", "f0a7": "•", "f0fc": "✓", "f0fe": "☒", "f0a8": "☐", "f06f": "☐", "f0fb": "✗", "f052": "☑"}
"""Symbol-font characters that stand for bullets, ticks and boxes."""


@dataclass
class Body:
    """Blocks and tables as they are found."""

    styles: Styles
    numbering: Numbering
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table | None] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Kind and id of each note, in the order of their references."""
    at: dict[_Element, int] = field(default_factory=dict)
    """The block of each paragraph that made one, so that marks can be placed."""

    def read(self, root: _Element) -> None:
        """Read everything under a body."""
        self._walk(root, None, False)

    def read_note(self, root: _Element, label: str) -> None:
        """Read a foot- or endnote as blocks of their own."""
        first = len(self.blocks)
        self._walk(root, None, False)
        for index in range(first, len(self.blocks)):
            block = self.blocks[index]
            self.blocks[index] = Block(
                block.index,
                BlockKind.NOTE,
                block.text,
                block.paragraph,
                label if index == first else "",
                look=block.look,
            )

    def _walk(self, parent: _Element, place: CellPlace | None, shaded: bool) -> list[int]:
        own = []
        for node in parent:
            if node.tag == f"{W}p":
                index = self._paragraph(node, place, shaded)
                if index is not None:
                    own.append(index)
            elif node.tag == f"{W}tbl":
                self._table(node, place)
        return own

    def _paragraph(self, paragraph: _Element, place: CellPlace | None, shaded: bool) -> int | None:
        properties = paragraph.find(f"{W}pPr")
        style = self.styles.of(
            value(None if properties is None else properties.find(f"{W}pStyle"), self.styles.default)
        )
        number = number_of(properties, style.number)
        self.notes += [
            (node.tag.removesuffix("Reference"), node.get(f"{W}id", ""))
            for node in paragraph.iter(f"{W}footnoteReference", f"{W}endnoteReference")
        ]
        pictures = sum(1 for _ in paragraph.iter(f"{A}blip", f"{V}imagedata"))
        text = tidy(text_of(paragraph))
        if not text and not pictures:
            return None
        automatic = self.numbering.label(number) if number and text else ""
        level = _heading_level(properties, style)
        numbered = bool(automatic) and automatic != BULLET  # a typed number tells more than an automatic bullet
        typed, rest = ("", text) if numbered else split_label(text, heading=level is not None)
        listed = bool(automatic or typed or style.listed)
        kind = BlockKind.HEADING if level else BlockKind.LIST_ITEM if listed else BlockKind.PARAGRAPH
        index = len(self.blocks)
        self.blocks.append(
            Block(
                index, kind, rest, index + 1,
                label=typed or automatic or (BULLET if kind is BlockKind.LIST_ITEM else ""),
                level=level, indent=number[1] if number else 0, cell=place,
                look=self._look(paragraph, properties, style, shaded),
                pictures=pictures, boxed=paragraph.get(BOX) is not None,
            )
        )  # fmt: skip
        self.at[paragraph] = index
        return index

    def _look(self, paragraph: _Element, properties: _Element | None, style: Style, shaded: bool) -> Look:
        runs = [
            (run.find(f"{W}rPr"), run)
            for run in paragraph.iter(f"{W}r")
            if any((t.text or "").strip() for t in run.iter(f"{W}t"))
        ]
        bold = bool(runs) and all(self._toggled(run, "b", style.bold) for run, _ in runs)
        italic = bool(runs) and all(self._toggled(run, "i", style.italic) for run, _ in runs)
        sizes = [
            float(value(run.find(f"{W}sz"))) / 2
            for run, _ in runs
            if run is not None and value(run.find(f"{W}sz")).isdigit()
        ]
        fill = "" if properties is None else _fill(properties.find(f"{W}shd"))
        aligned = None if properties is None else properties.find(f"{W}jc")
        return Look(
            bold=bold and (style.level is None or bool(runs)),
            italic=italic,
            size=max(sizes) if len(sizes) == len(runs) and sizes else style.size,
            shaded=shaded or fill not in PLAIN_FILLS,
            centred=style.centred if aligned is None else value(aligned) == "center",
        )

    def _toggled(self, run: _Element | None, name: str, inherited: bool) -> bool:
        if run is None:
            return inherited
        own = run.find(f"{W}{name}")
        if own is not None:
            return is_on(own)
        reference = value(run.find(f"{W}rStyle"))
        style = self.styles.of(reference) if reference else PLAIN
        return inherited or (style.bold if name == "b" else style.italic)

    def _table(self, table: _Element, parent: CellPlace | None) -> None:
        index = len(self.tables)
        self.tables.append(None)  # keeps its place: a table within it comes after
        rows: list[list[Cell]] = []
        open_below: dict[int, tuple[int, int]] = {}
        for row in table.findall(f"{W}tr"):
            rows.append(self._row(row, index, len(rows), rows, open_below))
        self.tables[index] = Table(index, tuple(tuple(row) for row in rows), parent)

    def _row(
        self, row: _Element, table: int, number: int, rows: list[list[Cell]], open_below: dict[int, tuple[int, int]]
    ) -> list[Cell]:
        cells: list[Cell] = []
        column = int(value(row.find(f"{W}trPr/{W}gridBefore"), "0") or 0)
        for element in row.findall(f"{W}tc"):
            properties = element.find(f"{W}tcPr")
            width = int(value(None if properties is None else properties.find(f"{W}gridSpan"), "1") or 1)
            merge = None if properties is None else properties.find(f"{W}vMerge")
            if merge is not None and value(merge, "continue") == "continue" and column in open_below:
                at_row, at_cell = open_below[column]
                above = rows[at_row][at_cell]
                rows[at_row][at_cell] = Cell(above.row, above.column, above.blocks, above.columns, above.rows + 1)
                column += width
                continue
            fill = "" if properties is None else _fill(properties.find(f"{W}shd"))
            blocks = self._walk(element, CellPlace(table, number, column), fill not in PLAIN_FILLS)
            if merge is not None:
                open_below[column] = (number, len(cells))
            else:
                open_below.pop(column, None)
            cells.append(Cell(number, column, tuple(blocks), width))
            column += width
        return cells


def text_of(paragraph: _Element) -> str:
    """The letters of a paragraph; tabs and breaks are tabs, symbols are what they stand for."""
    letters = []
    for node in paragraph.iter():
        if node.tag == f"{W}t":
            letters.append(node.text or "")
        elif node.tag in BREAKS and (parent := node.getparent()) is not None and parent.tag == f"{W}r":
            letters.append("\t")
        elif node.tag == f"{W}noBreakHyphen":
            letters.append("-")
        elif node.tag == f"{W}sym":
            letters.append(LIST_SYMBOLS.get(node.get(f"{W}char", "").lower(), ""))
    return "".join(letters)


def _fill(shading: _Element | None) -> str:
    return "" if shading is None else shading.get(f"{W}fill", "").lower()


def _heading_level(properties: _Element | None, style: Style) -> int | None:
    outline = None if properties is None else properties.find(f"{W}outlineLvl")
    if outline is not None:
        level = value(outline, "9")
        return int(level) + 1 if level.isdigit() and int(level) < 9 else None
    return style.level
