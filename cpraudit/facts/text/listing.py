"""What follows a lead-in: the points of a list, the rest of a table row, or the short lines under a heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpraudit.document import Block, BlockKind, Document
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

LONGEST_LINE = 180
"""Characters of the longest line that may be a point of a list without looking like one."""

_PARAGRAPH_NUMBER = compile_pattern(r"\(?\d+\.\d")
_ENDS_AS_PROSE = compile_pattern(r"[.?!][”\"')]*$")


def points_after(review: Review, block: int, most: int = 40) -> list[int]:
    """Blocks of the list, table or short lines that follow a lead-in, in order; empty where prose follows.

    A lead-in in a table's label cell has its points in the rest of the row.
    """
    blocks = review.document.blocks
    lead = blocks[block]
    if lead.cell is not None:
        beside = row_after(review.document, lead)
        if beside:
            return [index for index in beside if index not in review.outline.printed]
    found: list[int] = []
    for following in blocks[block + 1 : block + 1 + most]:
        if following.part != lead.part or following.index in review.outline.headings:
            break
        if lead.cell is not None and following.cell != lead.cell:
            break
        if following.index in review.outline.printed:
            continue
        if not is_point(following, after_table=lead.cell is None):
            break
        found.append(following.index)
    return found


def is_point(block: Block, *, after_table: bool) -> bool:
    """Whether a block may be one point of a list."""
    if not block.text.strip():
        return True
    if block.cell is not None and after_table:
        return True
    if block.kind == BlockKind.LIST_ITEM or (block.label and not _PARAGRAPH_NUMBER.match(block.label)):
        return True
    text = block.text.strip()
    return len(text) <= LONGEST_LINE and not _ENDS_AS_PROSE.search(text) and not text.endswith((":", ":-"))


def row_after(document: Document, block: Block) -> list[int]:
    """Blocks of the cells to the right of a cell, where it is the first of its row; else none."""
    if block.cell is None or block.cell.column != 0 or block.cell.table >= len(document.tables):
        return []
    for row in document.tables[block.cell.table].rows:
        if row and block.index in row[0].blocks:
            return [index for cell in row[1:] for index in cell.blocks]
    return []
