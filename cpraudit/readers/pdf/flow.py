"""What stands on a page in reading order: paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from cpraudit.readers.pdf.page import Box
from cpraudit.readers.pdf.paragraphs import Paragraph


@dataclass(slots=True)
class CellFlow:
    """A cell with what stands in it, from the top."""

    row: int
    column: int
    rows: int
    columns: int
    content: list[Element] = field(default_factory=list)
    shaded: bool = False


@dataclass(slots=True)
class TableFlow:
    """A table as it stands on a page, or on several once they are joined."""

    page: int
    box: Box
    columns: list[float]
    """Left edges of the columns."""
    rows: list[list[CellFlow]]


Element = Paragraph | TableFlow


def paragraphs_in(elements: Iterable[Element]) -> Iterator[Paragraph]:
    """Every paragraph of some elements, those in tables included."""
    for element in elements:
        if isinstance(element, Paragraph):
            yield element
        else:
            for row in element.rows:
                for cell in row:
                    yield from paragraphs_in(cell.content)
