"""Pages to one flow: paragraphs and tables that go on over a page break are put together."""

from __future__ import annotations

from cpraudit.readers.pdf.flow import CellFlow, Element, TableFlow
from cpraudit.readers.pdf.paragraphs import Paragraph, continues

_SAME_EDGE = 4.0


def joined(pages: list[list[Element]]) -> list[Element]:
    """The elements of all pages, with what goes on over a page break joined."""
    flow: list[Element] = []
    for elements in pages:
        rest = list(elements)
        while flow and rest and _join(flow[-1], rest[0]):
            finished = isinstance(rest[0], TableFlow) or isinstance(flow[-1], Paragraph)
            rest = rest[1:]
            if finished:
                break
        flow += rest
    return flow


def _join(before: Element, after: Element) -> bool:
    if isinstance(before, Paragraph) and isinstance(after, Paragraph):
        if continues(before, after):
            before.carried.append(after)
            return True
        return False
    if isinstance(before, TableFlow) and isinstance(after, TableFlow):
        return _join_tables(before, after)
    if isinstance(before, TableFlow) and isinstance(after, Paragraph):
        return _join_cell(before, after)
    return False


def _join_cell(before: TableFlow, after: Paragraph) -> bool:
    """Join the rest of a cell that stands alone at the top of a page (a table without ruling lines shows no more)."""
    for cell in before.rows[-1]:
        last = cell.content[-1] if cell.content else None
        if (
            isinstance(last, Paragraph)
            and cell.column > 0
            and abs(after.lines[0].x0 - last.lines[0].x0) < _SAME_EDGE
            and continues(last, after)
        ):
            last.carried.append(after)
            return True
    return False


def _join_tables(before: TableFlow, after: TableFlow) -> bool:
    """Join a table that goes on at the top of the next page; its repeated heading row is dropped."""
    if len(before.columns) != len(after.columns) or any(
        abs(a - b) > _SAME_EDGE for a, b in zip(before.columns, after.columns, strict=True)
    ):
        return False
    rows = after.rows
    heading = _words(before.rows[0])
    if len(rows) > 1 and heading and _words(rows[0]) == heading:
        rows = rows[1:]
    elif _is_heading(rows[0]):
        return False
    last = before.rows[-1]
    if rows and _same_row(last, rows[0], len(before.columns) - 1):
        _join_row(last, rows[0])
        rows = rows[1:]
    offset = last[0].row + 1 if last else 0
    first = rows[0][0].row if rows else 0
    for row in rows:
        for cell in row:
            cell.row += offset - first
    before.rows += rows
    return True


def _words(row: list[CellFlow]) -> list[str]:
    return [" ".join(line.text for p in cell.content if isinstance(p, Paragraph) for line in p.lines) for cell in row]


def _is_heading(row: list[CellFlow]) -> bool:
    """Whether a row begins a table of its own: shaded, or one bold line in each of its cells."""
    content = [cell.content for cell in row if cell.content]
    return bool(content) and (
        all(cell.shaded for cell in row)
        or all(len(held) == 1 and isinstance(held[0], Paragraph) and held[0].bold for held in content)
    )


def _same_row(before: list[CellFlow], after: list[CellFlow], width: int) -> bool:
    """Whether the first row on a page is the rest of the last row on the page before."""
    if len(before) != len(after) or any(a.column != b.column for a, b in zip(before, after, strict=True)):
        return False
    if width == 1:
        return True
    filled = [cell for cell in after if cell.content]
    if filled and len(filled) < len(after) and not after[0].content and before[0].content:
        return True
    emptied = any(a.content and not b.content for a, b in zip(before, after, strict=True))
    return any(
        isinstance(a.content[-1], Paragraph)
        and isinstance(b.content[0], Paragraph)
        and continues(a.content[-1], b.content[0])
        and (emptied or b.content[0].lines[0].text[:1].islower())
        for a, b in zip(before, after, strict=True)
        if a.content and b.content
    )


def _join_row(before: list[CellFlow], after: list[CellFlow]) -> None:
    for cell, more in zip(before, after, strict=True):
        rest = list(more.content)
        if cell.content and rest and _join(cell.content[-1], rest[0]):
            rest = rest[1:]
        cell.content += rest
