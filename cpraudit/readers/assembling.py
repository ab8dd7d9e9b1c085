"""Blocks and tables as a reader of a word processor's file puts them together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cpraudit.document.clean import tidy
from cpraudit.document.labels import split_label
from cpraudit.document.model import Block, BlockKind, Cell, CellPlace, Look, Table

BULLET = "•"
_TABBED = re.compile(r"\s*+(\S{1,8})[^\S\t]*+\t\s*+(?=\S)")
_FIGURES = re.compile(r"\d{1,2}[.):]?")


_PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a paragraph stands: in a cell, in a text box, in a note."""

    place: CellPlace | None = None
    shaded: bool = False
    bold: bool | None = None
    """What the table's style says of the letters."""
    boxed: bool = False
    note: bool = False


@dataclass
class Assembly:
    """The document as far as it is read."""

    blocks: list[Block] = field(default_factory=list)
    tables: list[Table | None] = field(default_factory=list)
    """None for a table that is still open."""
    paragraphs: int = 0

    def add(  # noqa: PLR0913
        self, text: str, setting: Setting, *, label: str = "", level: int | None = None, listed: bool = False,
        indent: int = 0, look: Look = _PLAIN, pictures: int = 0, unfilled: tuple[str, ...] = (),
    ) -> int | None:  # fmt: skip
        """Add a paragraph by its raw text (tabs as tabs); a typed label is split off. None where there is nothing.

        A heading has a level from 1; `listed` is a list item whatever its label.
        """
        words = tidy(text)
        if not words and not pictures and not unfilled:
            return None
        if not setting.note and (not label or label == BULLET):
            typed, rest = typed_label(text, heading=level is not None)
            if typed:
                label, words = typed, rest
        if (words or unfilled) and not setting.boxed and not setting.note:
            self.paragraphs += 1
        kind = BlockKind.LIST_ITEM if listed or label else BlockKind.PARAGRAPH
        if setting.note:
            kind = BlockKind.NOTE
        elif level is not None and words:
            kind = BlockKind.HEADING
        index = len(self.blocks)
        self.blocks.append(
            Block(
                index, kind, words, max(self.paragraphs, 1), label, level if kind is BlockKind.HEADING else None,
                indent if kind is BlockKind.LIST_ITEM else 0, cell=setting.place, look=look, pictures=pictures,
                boxed=setting.boxed, unfilled=unfilled,
            )
        )  # fmt: skip
        return index

    def open_table(self) -> int:
        """Keep the place of a table, so that those within it come after it."""
        self.tables.append(None)
        return len(self.tables) - 1

    def close_table(self, index: int, rows: list[list[Cell]], parent: CellPlace | None) -> None:
        """Give a table its rows."""
        self.tables[index] = Table(index, tuple(tuple(row) for row in rows), parent)

    def nearest(self) -> int | None:
        """The last block so far."""
        return len(self.blocks) - 1 if self.blocks else None

    @property
    def words(self) -> int:
        """Words read so far."""
        return sum(len(block.text.split()) for block in self.blocks)

    @property
    def pictures(self) -> int:
        """Pictures met so far."""
        return sum(block.pictures for block in self.blocks)


def typed_label(text: str, *, heading: bool = False) -> tuple[str, str]:
    """Split a typed label off a raw paragraph; a tab after it tells a number from a word. Both come back tidied.

    '2.1.1<tab>the panel met' has the label '2.1.1', although '2.1.1 the panel' alone would not be told from a figure.
    """
    tabbed = _TABBED.match(text)
    if tabbed is not None:
        head = tabbed[1]
        label, _ = split_label(f"{head} X", heading=_FIGURES.fullmatch(head) is not None)
        if label == head:
            return tidy(label), tidy(text[tabbed.end() :])
    label, rest = split_label(tidy(text), heading=heading)
    return label, rest


def counted(number: int, one: str, many: str = "") -> str:
    """'1 picture was', '3 pictures were': a number with what it counts."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
