"""Which blocks are the form's own printed wording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cpraudit.document.form import load, plain
from cpraudit.document.model import BlockKind, Cell, Document, Table
from cpraudit.document.sections import Section, SectionKind
from cpraudit.patterns import compile_pattern

_LIKE = 87
"""Least likeness, of 100, between a block and the form's wording: a word added or changed, not a sentence."""
_SHORT_LIKE = 95
"""The same for a few words, where one word is the difference between the form and what a writer said."""
_WRITTEN = 40
"""Words of a paragraph beside an unfilled field from which on they are the writer's (this project's own): the form's own
sentences with fields in them are shorter."""
_TICKED = compile_pattern(r"[☒☑✓✔✗✘🗹⊠√]|\[[xX✓]\]|(?<![\w])[xX](?![\w])|\b(?:yes|ydynt|do)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wording:
    """Blocks that say what the form says."""

    groups: dict[int, str]
    """Block to the group of the wording ('core-tasks', 'independence', 'instructions', ...)."""
    blocks: frozenset[int] = frozenset()
    """All printed blocks, those of no group included (empty tick lines, header rows, the Welsh Government block)."""


def groups(document: Document) -> dict[int, str]:
    """Compare every block with the form's wording."""
    from rapidfuzz import fuzz, process

    wording = load().printed
    found: dict[int, str] = {}
    known = list(wording)
    for block in document.blocks:
        if len(block.text) > 900 or len(block.text) < 12:
            continue
        words = plain(block.text)
        if words in wording:
            found[block.index] = wording[words]
            continue
        cutoff = _LIKE if len(words) >= 45 else _SHORT_LIKE
        best = process.extractOne(words, known, scorer=fuzz.ratio, score_cutoff=cutoff)
        if best is not None:
            found[block.index] = wording[best[0]]
    return {
        index: group for index, group in found.items() if group != "instructions" or _instructs(index, document, found)
    }


def _instructs(block: int, document: Document, found: dict[int, str]) -> bool:
    """Whether an instruction was left in; those that are sound headings count only beside another, unfilled."""
    if plain(document.blocks[block].text) not in load().alone:
        return True
    beside = [found.get(block + step) for step in (-2, -1, 1, 2)]
    return "instructions" in beside and document.blocks[block].kind is BlockKind.LIST_ITEM


def find(document: Document, sections: tuple[Section, ...], told: dict[int, str]) -> Wording:
    """Every printed block: the form's wording, its unticked line, its header rows and the Welsh Government block."""
    blocks = set(told)
    blocks.update(b.index for b in document.blocks if b.unfilled and len(b.text.split()) < _WRITTEN)
    blocks.update(_welsh_government(document, sections))
    blocks.update(_unticked(document))
    for table in document.tables:
        if _inspectorates(document, table):
            blocks.update(table.blocks)
            continue
        for row in table.rows:
            blocks.update(_unfilled_row(document, row))
        if table.rows and _printed_header(document, table.rows[0]):
            blocks.update(index for cell in table.rows[0] for index in cell.blocks)
    return Wording(told, frozenset(blocks))


def _welsh_government(document: Document, sections: tuple[Section, ...]) -> Iterator[int]:
    """The block for the Welsh Government; a note or a paragraph of prose that strayed behind it is none of it."""
    for section in sections:
        if section.kind is SectionKind.WELSH_GOVERNMENT:
            first = section.first if section.heading is None else section.heading
            for block in document.blocks[first : section.end]:
                if block.kind is not BlockKind.NOTE and len(block.text.split()) <= 25:
                    yield block.index


def _inspectorates(document: Document, table: Table) -> bool:
    """A table of inspectorates to tick."""
    names = load().inspectorates
    return sum(plain(document.blocks[index].text) in names for index in table.blocks) >= 3


def _unfilled_row(document: Document, row: tuple[Cell, ...]) -> Iterator[int]:
    """A row whose fields nobody has filled in: its first cell is the form's label, and says nothing of a case."""
    blocks = [document.blocks[index] for cell in row for index in cell.blocks]
    told = [block for block in blocks if block.text and not block.unfilled and block.index not in row[0].blocks]
    if not told and any(block.unfilled for block in blocks):
        yield from (block.index for block in blocks)


def _printed_header(document: Document, row: tuple[Cell, ...]) -> bool:
    """A header row that the form prints."""
    cells = frozenset(plain(document.cell_text(cell)) for cell in row) - {""}
    return cells in load().headers


def _unticked(document: Document) -> Iterator[int]:
    """'Family declined involvement' where no tick stands in the line or beside it in its row."""
    for block in document.blocks:
        if len(block.text) > 140:
            continue
        words = plain(block.text)
        if len(words) > 70 or not any(line in words for line in load().declined):
            continue
        rest = block.text
        if block.cell is not None:
            row = document.tables[block.cell.table].rows[block.cell.row]
            rest += " " + " ".join(document.cell_text(cell) for cell in row)
        else:
            near = document.blocks[block.index + 1 : block.index + 2]
            rest += " " + " ".join(other.text for other in near if len(other.text) <= 3)
        if len(words.split()) <= 8 and not _TICKED.search(block.label + " " + rest):
            yield block.index
