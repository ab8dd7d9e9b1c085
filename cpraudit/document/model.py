"""The document as every reader gives it and everything after reads it.

A document is a flat sequence of text blocks in reading order; tables are an index over those blocks, so that a search
for words need not know about tables and a search for rows need not know about words. A published set (a report with its
annexes) is one document of several parts.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property


class BlockKind(StrEnum):
    """What a reader knows of a block from the file itself (a hand-made heading is still a paragraph here)."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    NOTE = "note"
    """A footnote or an endnote, placed at the end of the part, kept apart from body prose."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a block looks, as far as it tells a heading from prose."""

    bold: bool = False
    """Every visible letter is bold."""
    italic: bool = False
    size: float | None = None
    """Font size in points, where the format tells."""
    shaded: bool = False
    """The block stands in a shaded cell or paragraph."""
    centred: bool = False


@dataclass(frozen=True, slots=True)
class CellPlace:
    """Where in a table a block stands; all counted from 0."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of text: in the body, in a table cell, in a text box, or in a note."""

    index: int
    """Position in `Document.blocks`."""
    kind: BlockKind
    text: str
    """The text as a reader of the page sees it, without its list label; white space is single, line breaks are spaces."""
    paragraph: int
    """Number of the paragraph in its part, from 1."""
    label: str = ""
    """The number or bullet before the text ('3.', '2.1', '(iv)', '•', 'Recommendation 4'), computed or typed."""
    level: int | None = None
    """Heading level from 1, for headings by style, outline level or tag."""
    indent: int = 0
    """Depth of a list item, from 0."""
    page: int | None = None
    """Page number from 1; None where the format has none (Word, Markdown, text)."""
    line: int | None = None
    """Line of the file that it begins in, from 1; None where the format has none (Word, PDF)."""
    cell: CellPlace | None = None
    part: int = 0
    """Index in `Document.parts`: 0 is the report, the rest are its annexes."""
    look: Look = Look()
    pictures: int = 0
    """Pictures that stand in this block (a signature may be one)."""
    boxed: bool = False
    """The block comes from a text box or side bar and is attached to the block before it."""
    unfilled: tuple[str, ...] = ()
    """What fields of a form in the block show until somebody fills them in; no part of the text."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, given once however many rows or columns it spans."""

    row: int
    column: int
    blocks: tuple[int, ...]
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True)
class Table:
    """A table as rows of cells. A table inside a cell has that cell as its parent."""

    index: int
    rows: tuple[tuple[Cell, ...], ...]
    parent: CellPlace | None = None

    @cached_property
    def width(self) -> int:
        """Number of columns of the widest row."""
        return max((sum(cell.columns for cell in row) for row in self.rows), default=0)

    @property
    def blocks(self) -> tuple[int, ...]:
        """Every block of the table in reading order (those of tables nested in it stand in the nested table)."""
        return tuple(block for row in self.rows for cell in row for block in cell.blocks)


class MarkKind(StrEnum):
    """What a draft still carries that a published report should not."""

    INSERTION = "tracked insertion"
    DELETION = "tracked deletion"
    MOVE = "tracked move"
    FORMATTING = "tracked formatting"
    COMMENT = "comment"
    HIDDEN = "hidden text"
    HIGHLIGHT = "highlight"


@dataclass(frozen=True, slots=True)
class Mark:
    """One tracked change, comment or stretch of hidden text."""

    kind: MarkKind
    text: str
    author: str = ""
    date: str = ""
    """As the file gives it (ISO 8601), or empty."""
    block: int | None = None
    """The block it is anchored in, or the nearest before it."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """Text that stands on the page but not in the body: a header, a footer, a watermark."""

    where: str
    """'header', 'footer' or 'watermark'."""
    text: str
    part: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """How much of a file could be read, and what could not."""

    share: float = 1.0
    """Share of the pages (or of the text, where there are no pages) that could be read, 0 to 1."""
    notes: tuple[str, ...] = ()
    """One sentence each, for a person: '3 tracked insertions read as accepted', 'page 4 is a picture'."""
    unread_pages: tuple[int, ...] = ()
    recognised_pages: tuple[int, ...] = ()
    """Pages whose words were recognised on a picture, and may be others."""
    pictures: int = 0
    engine: str = ""
    """Which reader and, for PDF, which engine."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the published set."""

    path: str
    sha256: str
    format: str
    """'docx', 'pdf', 'markdown', 'text', 'odt'."""
    role: str = "report"
    """'report', or what an annex is: 'terms of reference', 'timeline', 'annex'."""
    title: str = ""
    """The title of the file's properties, where it has one."""
    pages: int | None = None
    reading: Reading = Reading()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one block's text, by character offsets, end excluded."""

    block: int
    start: int
    end: int


@dataclass(frozen=True)
class Document:
    """A report, with its annexes if any, as the auditor reads it."""

    blocks: tuple[Block, ...]
    tables: tuple[Table, ...] = ()
    parts: tuple[Part, ...] = ()
    marks: tuple[Mark, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    notes: tuple[str, ...] = ()
    """Comments of a Markdown file that speak to the program ('cpraudit-...: ...'); no part of the text."""
    headings_marked: bool = field(default=True)
    """False where the format cannot mark headings at all (plain text)."""

    def quote(self, span: Span) -> str:
        """The words that a span covers."""
        return self.blocks[span.block].text[span.start : span.end]

    def whole(self, block: int) -> Span:
        """The span of a whole block."""
        return Span(block, 0, len(self.blocks[block].text))

    def cell_text(self, cell: Cell) -> str:
        """The text of a cell, its paragraphs joined by a space."""
        return " ".join(self.blocks[index].text for index in cell.blocks).strip()

    @cached_property
    def words(self) -> int:
        """Number of words in all blocks (annexes included)."""
        return sum(len(block.text.split()) for block in self.blocks)

    @cached_property
    def share(self) -> float:
        """Share of the report that could be read (the annexes have their own)."""
        return min((part.reading.share for part in self.parts), default=1.0)

    @cached_property
    def recognised(self) -> bool:
        """Whether words of the report were recognised on a picture."""
        return any(part.reading.recognised_pages for part in self.parts)

    def is_recognised(self, block: Block) -> bool:
        """Whether a block's words were recognised on a picture."""
        return block.page in self.parts[block.part].reading.recognised_pages


def join(documents: list[Document]) -> Document:
    """Make one document of a report (first) and its annexes, renumbering blocks, tables and parts."""
    from cpraudit.document.annexes import annex_role

    blocks: list[Block] = []
    tables: list[Table] = []
    parts: list[Part] = []
    marks: list[Mark] = []
    furniture: list[Furniture] = []
    notes: list[str] = []
    for document in documents:
        at, first_table, first_part = len(blocks), len(tables), len(parts)

        def moved(cell: CellPlace | None, by: int = first_table) -> CellPlace | None:
            return None if cell is None else replace(cell, table=cell.table + by)

        blocks += [
            replace(block, index=block.index + at, cell=moved(block.cell), part=block.part + first_part)
            for block in document.blocks
        ]
        tables += [
            Table(
                index=table.index + first_table,
                rows=tuple(
                    tuple(replace(cell, blocks=tuple(block + at for block in cell.blocks)) for cell in row)
                    for row in table.rows
                ),
                parent=moved(table.parent),
            )
            for table in document.tables
        ]
        parts += [replace(part, role=annex_role(part, document.blocks)) if at else part for part in document.parts]
        marks += [replace(mark, block=None if mark.block is None else mark.block + at) for mark in document.marks]
        notes += document.notes
        furniture += [replace(line, part=line.part + first_part) for line in document.furniture]
    return Document(
        tuple(blocks),
        tuple(tables),
        tuple(parts),
        tuple(marks),
        tuple(furniture),
        tuple(notes),
        headings_marked=all(document.headings_marked for document in documents),
    )
