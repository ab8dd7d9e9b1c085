"""Plain text to a Document: paragraphs by blank lines, wrapped lines joined, labelled lines as list items, tables by tabs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cpraudit.document.clean import tidy
from cpraudit.document.labels import split_label
from cpraudit.document.model import Block, BlockKind, Cell, CellPlace, Document, Look, Part, Reading, Table
from cpraudit.readers.decoding import decode
from cpraudit.readers.opening import Source
from cpraudit.readers.tabbed import tables_of

_UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,}|_{3,}|\*{3,}|~{3,})\s*")
_FIELD = re.compile(r"\s*[A-Z][\w’'()/ ]{1,40}:(?:\s|$)")
"""'Name: ...', 'Date of referral: ...': a line of a form, which never continues the line before it."""
_DIVIDED = re.compile(r"(?<=[^\W\d_])- (?=[^\W\d_])(?!and\b|or\b|to\b|a\b|neu\b)")
"""Between two lines of a word that was divided at its hyphen ('multi- / agency'), not between 'pre- and post-'."""
_NARROW = 0.7
"""A line that ends before this share of the wrapping width ends its paragraph."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    text: str
    indent: int
    line: int
    underlined: bool = False


def read(source: Source) -> Document:
    """Read a plain text file. Nothing in it is marked as a heading; those are known by their look alone."""
    text, notes = decode(source)
    lines = [(number, piece) for number, line in enumerate(text.split("\n"), 1) for piece in line.split("\f")]
    found = tables_of([line for _, line in lines])
    width = _wrapping_width([line.expandtabs(8) for _, line in lines])
    blocks: list[Block] = []
    tables: list[Table] = []
    at = 0
    for start, rows in [*found.items(), (len(lines), [])]:
        for paragraph in _paragraphs(lines[at:start], width):
            _add(blocks, paragraph)
        if rows:
            tables.append(_table(len(tables), rows, lines[start][0], blocks))
        at = start + len(rows)
    part = Part(source.path, source.sha256, "text", reading=Reading(notes=notes, engine="text"))
    return Document(tuple(blocks), tuple(tables), (part,), headings_marked=False)


def _add(blocks: list[Block], paragraph: _Paragraph, cell: CellPlace | None = None) -> None:
    label, rest = split_label(paragraph.text)
    if cell is not None and not rest:
        label, rest = "", paragraph.text
    blocks.append(
        Block(
            index=len(blocks),
            kind=BlockKind.LIST_ITEM if label else BlockKind.PARAGRAPH,
            text=tidy(rest),
            paragraph=len(blocks) + 1,
            label=label,
            indent=paragraph.indent if label else 0,
            look=Look(bold=paragraph.underlined),
            line=paragraph.line,
            cell=cell,
        )
    )


def _table(index: int, rows: list[list[str]], line: int, blocks: list[Block]) -> Table:
    """A table of lines whose cells are parted by tabs; its words go to the blocks."""
    found: list[tuple[Cell, ...]] = []
    for row, texts in enumerate(rows):
        cells: list[Cell] = []
        for column, text in enumerate(texts):
            first = len(blocks)
            if words := tidy(text):
                _add(blocks, _Paragraph(words, 0, line + row), CellPlace(index, row, column))
            cells.append(Cell(row, column, tuple(range(first, len(blocks)))))
        found.append(tuple(cells))
    return Table(index, tuple(found))


def _paragraphs(numbered: list[tuple[int, str]], width: int | None) -> list[_Paragraph]:
    """Join wrapped lines; a blank line, a label, a line of a form or a short line sets the next one apart."""
    lines = [(number, line.expandtabs(8)) for number, line in numbered]
    found: list[_Paragraph] = []
    open_lines: list[str] = []
    begun = 1

    def close(*, underlined: bool = False) -> None:
        words = tidy(_DIVIDED.sub("-", " ".join(line.strip() for line in open_lines)))
        if words:
            found.append(_Paragraph(words, _indent(open_lines[0]) // 2, begun, underlined))
        open_lines.clear()

    for number, line in lines:
        if _UNDERLINE.fullmatch(line):
            close(underlined=len(open_lines) == 1)
            continue
        if not line.strip():
            close()
            continue
        if open_lines and _starts_anew(line, open_lines, width):
            close()
        begun = begun if open_lines else number
        open_lines.append(line)
    close()
    return found


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _wrapping_width(lines: list[str]) -> int | None:
    """The width that lines are wrapped at; None where each paragraph is one long line."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    if not lengths:
        return None
    width = lengths[int(len(lengths) * 0.95)]
    return width if width <= 130 else None


def _starts_anew(line: str, opened: list[str], width: int | None) -> bool:
    """Whether a line begins a paragraph although no blank line stands before it."""
    label, _ = split_label(line)
    if label or _FIELD.match(line) or "   " in line.strip():
        return True
    if split_label(opened[0])[0] and _indent(line) > _indent(opened[0]):
        return False  # it stands under the words of a list item
    if width is None:
        return True
    return len(opened[-1].rstrip()) < width * _NARROW
