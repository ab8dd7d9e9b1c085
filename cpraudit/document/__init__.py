"""What a document is: blocks, tables, places, and the outline that says what each stretch of text is."""

from cpraudit.document.model import (
    Block,
    BlockKind,
    Cell,
    CellPlace,
    Document,
    Furniture,
    Look,
    Mark,
    MarkKind,
    Part,
    Reading,
    Span,
    Table,
    join,
)
from cpraudit.document.outline import Outline, Section
from cpraudit.document.sections import SectionKind
from cpraudit.document.template import TemplateBlock, blocks_found

__all__ = [
    "Block",
    "BlockKind",
    "Cell",
    "CellPlace",
    "Document",
    "Furniture",
    "Look",
    "Mark",
    "MarkKind",
    "Outline",
    "Part",
    "Reading",
    "Section",
    "SectionKind",
    "Span",
    "Table",
    "TemplateBlock",
    "blocks_found",
    "join",
]
