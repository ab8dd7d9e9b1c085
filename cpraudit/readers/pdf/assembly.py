"""The flow of all pages to blocks and tables."""

from __future__ import annotations

from collections.abc import Container

from cpraudit.document.clean import tidy
from cpraudit.document.labels import split_label
from cpraudit.document.model import Block, BlockKind, Cell, CellPlace, Look, Table
from cpraudit.readers.pdf.flow import Element, TableFlow
from cpraudit.readers.pdf.notes import split_note, unraised
from cpraudit.readers.pdf.paragraphs import Paragraph
from cpraudit.readers.pdf.words import text_of


class Assembly:
    """Collects blocks and tables in reading order."""

    def __init__(self, words: Container[str], notes: frozenset[str]) -> None:
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self._words = words
        self._notes = notes

    def add(self, elements: list[Element], place: CellPlace | None = None, shaded: bool = False) -> list[int]:
        """Add elements in their order; gives the indices of the blocks that are not in a table of their own."""
        added = []
        for element in elements:
            if isinstance(element, TableFlow):
                self._table(element, place)
            else:
                block = self._block(element, place, shaded)
                if block is not None:
                    self.blocks.append(block)
                    added.append(block.index)
        return added

    def _table(self, flow: TableFlow, parent: CellPlace | None) -> None:
        number = len(self.tables)
        self.tables.append(Table(number, (), parent))
        rows = []
        for r, row in enumerate(flow.rows):
            cells = []
            for cell in row:
                place = CellPlace(number, r, cell.column)
                blocks = self.add(cell.content, place, cell.shaded)
                cells.append(Cell(r, cell.column, tuple(blocks), cell.columns, cell.rows))
            rows.append(tuple(cells))
        self.tables[number] = Table(number, tuple(rows), parent)

    def _block(self, paragraph: Paragraph, place: CellPlace | None, shaded: bool) -> Block | None:
        lines = paragraph.every_line
        level = paragraph.level
        if paragraph.note:
            label, rest = split_note(text_of(lines, self._words, paragraph.right))
            rest = tidy(rest)
        else:
            text = tidy(unraised(text_of(lines, self._words, paragraph.right), self._notes))
            label, rest = _split(text, paragraph.label, heading=level is not None)
        if not (label or rest) and not paragraph.pictures:
            return None
        kind = BlockKind.LIST_ITEM if label else BlockKind.PARAGRAPH
        if paragraph.note:
            kind = BlockKind.NOTE
        if level is not None:
            kind = BlockKind.HEADING
        return Block(
            index=len(self.blocks),
            kind=kind,
            text=rest,
            paragraph=len(self.blocks) + 1,
            label=label,
            level=level,
            page=paragraph.page,
            cell=place,
            look=Look(
                bold=paragraph.bold,
                italic=all(line.italic for line in lines),
                size=round(paragraph.size, 1),
                shaded=shaded or paragraph.shaded,
                centred=paragraph.centred,
            ),
            pictures=paragraph.pictures,
            boxed=paragraph.boxed,
        )


def _split(text: str, label: str, *, heading: bool) -> tuple[str, str]:
    """Take the label off: the one that the layout shows, or one that the words show."""
    known, rest = split_label(text, heading=heading)
    if not known and label and text.startswith(label) and len(text) > len(label):
        return label, text[len(label) :].strip()
    return known, rest
