"""The walk through a normalised part: paragraphs, tables, text boxes and notes to blocks."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from cpraudit.document.clean import tidy
from cpraudit.document.model import Cell, CellPlace
from cpraudit.readers.assembling import Assembly, Setting
from cpraudit.readers.word.cleaning import Cleaner
from cpraudit.readers.word.names import TBL, TBLPR, TC, TCPR, TR, P, R, W, value, whole_number
from cpraudit.readers.word.numbering import Numbering
from cpraudit.readers.word.paragraphs import NoteReference, look_of, properties_of, words_in
from cpraudit.readers.word.styles import Band, Styles, is_shaded

_PLAIN = Setting()
_ALT_CHUNK = f"{W}altChunk"
_WIDEST = 1_000
"""Columns that a cell may claim to span."""


class Body:
    """Reads normalised parts into an assembly, counting lists as it goes."""

    def __init__(self, styles: Styles, cleaner: Cleaner, numbering: Numbering, chunks: dict[str, list[str]]) -> None:
        self.assembly = Assembly()
        self.references: list[NoteReference] = []
        """Notes in the order of their references."""
        self.anchors: dict[int, int | None] = {}
        """The block of each draft mark, by the mark's number."""
        self.paragraphs: dict[int, etree._Element] = {}
        """The paragraph that each block was read from."""
        self.pictured: dict[int, float] = {}
        """Square points that the pictures of a block take."""
        self._styles = styles
        self._cleaner = cleaner
        self._numbering = numbering
        self._chunks = chunks
        """Paragraphs of the documents that are embedded as a whole, by their relation."""

    def read(self, container: etree._Element, setting: Setting = _PLAIN) -> list[int]:
        """Read a body, a cell, a box: the blocks that stand in it itself, not in tables within it."""
        own: list[int] = []
        for node in container:
            if node.tag == P:
                own += self._paragraph(node, setting)
            elif node.tag == TBL:
                self._table(node, setting)
            elif node.tag == _ALT_CHUNK:
                for text in self._chunks.get(node.get(f"{R}id", ""), []):
                    index = self.assembly.add(text, setting)
                    own += [] if index is None else [index]
        return own

    def read_note(self, note: etree._Element, label: str, paragraph: int) -> None:
        """Read a note behind the body; its first block has the number, all have the paragraph it is referred from."""
        first = len(self.assembly.blocks)
        self.read(note, Setting(note=True))
        for index in range(first, len(self.assembly.blocks)):
            block = self.assembly.blocks[index]
            self.assembly.blocks[index] = replace(block, label=label if index == first else "", paragraph=paragraph)

    def _paragraph(self, paragraph: etree._Element, setting: Setting) -> list[int]:
        properties = properties_of(paragraph, self._styles)
        words = words_in(paragraph)
        label = self._label(properties.number, properties.depth, properties.style_name)
        index = self.assembly.add(
            words.text,
            setting,
            label="" if setting.note else label,
            level=properties.level,
            indent=(properties.depth or 0) if label else properties.indent,
            look=look_of(words, properties, self._styles, self._cleaner.looks, setting),
            pictures=words.pictures,
            unfilled=tuple(filter(None, map(tidy, words.unfilled))),
        )

        for number in self._cleaner.drafting.anchored.get(paragraph, ()):
            self.anchors[number] = self.assembly.nearest()
        self.references += [replace(note, paragraph=max(self.assembly.paragraphs, 1)) for note in words.notes]
        own = [] if index is None else [index]
        if index is not None:
            self.paragraphs[index] = paragraph
            if words.area:
                self.pictured[index] = words.area
        for box in words.boxes:
            own += self.read(box, replace(setting, boxed=True, shaded=False, bold=None))
        return own

    def _label(self, number: str | None, depth: int | None, style: str | None) -> str:
        if not number or number == "0":
            return ""
        if depth is None:
            depth = self._numbering.depth_of_style(number, style)
        return self._numbering.next_label(number, depth)

    def _table(self, table: etree._Element, setting: Setting) -> None:
        rows = table.findall(TR)
        if not rows:
            return
        index = self.assembly.open_table()
        bands = _Bands(table, self._styles, len(rows))
        grid = _Grid(index)
        for number, row in enumerate(rows):
            grid.open_row(_width(value(row, "trPr", "gridBefore"), 0))
            for cell in row.findall(TC):
                self._cell(cell, grid, bands.of(number, grid.column), setting)
        self.assembly.close_table(index, grid.rows, setting.place)

    def _cell(self, cell: etree._Element, grid: _Grid, band: Band, setting: Setting) -> None:
        properties = cell.find(TCPR)
        fill = is_shaded(None if properties is None else properties.find(f"{W}shd"))
        shaded = band.shaded if fill is None else fill
        blocks = self.read(cell, Setting(grid.place, shaded, band.bold, setting.boxed, setting.note))
        grid.add(
            blocks,
            max(_width(value(properties, "gridSpan"), 1), 1),
            across=value(properties, "hMerge"),
            down=value(properties, "vMerge"),
        )


class _Grid:
    """The rows of a table as they grow; each cell stands once, where it begins."""

    def __init__(self, table: int) -> None:
        self.rows: list[list[Cell]] = []
        self.column = 0
        self._table = table
        self._above: dict[int, tuple[int, int]] = {}
        """By column, the row and the place in it of the cell that a merged cell below continues."""

    @property
    def place(self) -> CellPlace:
        """Where the next cell begins."""
        return CellPlace(self._table, len(self.rows) - 1, self.column)

    def open_row(self, column: int) -> None:
        """Begin a row, after so many columns that are left free."""
        self.rows.append([])
        self.column = column

    def add(self, blocks: list[int], width: int, *, across: str | None, down: str | None) -> None:
        """Add a cell, or widen the one that it continues; a continued cell with words of its own stays a cell."""
        number, cells = len(self.rows) - 1, self.rows[-1]
        above = self._above.get(self.column)
        if across in {"", "continue"} and cells and not blocks:
            cells[-1] = replace(cells[-1], columns=cells[-1].columns + width)
        elif down in {"", "continue"} and above is not None and not blocks:
            cell = self.rows[above[0]][above[1]]
            self.rows[above[0]][above[1]] = replace(cell, rows=number - cell.row + 1)
        else:
            self._above.pop(self.column, None)
            if down is not None:
                self._above[self.column] = (number, len(cells))
            cells.append(Cell(number, self.column, tuple(blocks), width))
        self.column += width


class _Bands:
    """What a table's style says of its first row and first column, as far as the table asks for it."""

    def __init__(self, table: etree._Element, styles: Styles, rows: int) -> None:
        properties = table.find(TBLPR)
        self._bands = styles.bands(value(properties, "tblStyle"))
        shown = None if properties is None or not self._bands else properties.find(f"{W}tblLook")
        self._wanted = {kind for kind, bit in _BANDS.items() if shown is not None and _asked(shown, kind, bit)}
        self._last = rows - 1

    def of(self, row: int, column: int) -> Band:
        """The band of one cell."""
        standing = {"firstRow": row == 0, "lastRow": row == self._last > 0, "firstCol": column == 0}
        for kind, applies in standing.items():
            if applies and kind in self._wanted and kind in self._bands:
                return self._bands[kind]
        return _NO_BAND


_NO_BAND = Band()
_BANDS = {"firstRow": 0x20, "lastRow": 0x40, "firstCol": 0x80}
_ATTRIBUTES = {"firstRow": "firstRow", "lastRow": "lastRow", "firstCol": "firstColumn"}


def _asked(look: etree._Element, kind: str, bit: int) -> bool:
    """Whether a table's look asks for a band, by attribute or by the older bits."""
    attribute = look.get(f"{W}{_ATTRIBUTES[kind]}")
    if attribute is not None:
        return attribute in {"1", "true", "on"}
    try:
        return bool(int(look.get(f"{W}val", "0"), 16) & bit)
    except ValueError:
        return False


def _width(text: str | None, otherwise: int) -> int:
    return min(whole_number(text, otherwise) or otherwise, _WIDEST)
