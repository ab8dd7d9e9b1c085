"""Which blocks look like headings, judged by themselves and by what stands beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from cpraudit.document.form import load, plain
from cpraudit.document.model import Block, BlockKind, Document, Table
from cpraudit.document.naming import Match, name
from cpraudit.patterns import compile_pattern

LONG = 15
"""Words from which a paragraph is surely prose."""
_MOST_WORDS = 16
_END = compile_pattern(r"[.;,…]['\"”’)]*$|\.{3,}|…{2,}|_{3,}")
_QUOTE = compile_pattern(r"^['\"“‘]")
_FIELD = compile_pattern(
    r"^(?:name|names|date|dates|signature|signed|print|print name|role|position|agency|organisation|job title|re|ref|"
    r"reference|author|authors|"
    r"to|from|subject|version|status|published|publication|date of .{3,40}|publication date|prepared by|"
    r"commissioned by|written by|completed by|"
    r"(?:independent |external |lead |joint |panel )?(?:reviewers?|chair|author)(?: \d)?(?: name)?|chair of .{3,30}|"
    r"tel|telephone|e-?mail|address|"
    r"case (?:number|reference|id)|board|approved by|approved|agreed|report date|"
    r"index child)\s*(?:\(.{1,20}\))?\s*(?::|$|…|\.{3}|_{3})",
    re.IGNORECASE,
)  # fmt: skip
_DATE_ONLY = compile_pattern(
    r"^(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:[A-Z][a-z]{2,8}\s+)?\d{2,4}$|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$"
)
_VERB = compile_pattern(
    r"\b(?:is|are|was|were|has|have|had|should|must|will|would|can|could|included?|met|agreed|said|told)\b"
)
_CASE_LINE = compile_pattern(r"^(?:re\b|case\b|ref\b|report of\b|by\b)", re.IGNORECASE)
_NUMBERED = compile_pattern(r"^[\d.]+[.)]?$|^[A-Z][.)]$|^[ivx]+[.)]$")


def capitals(text: str) -> bool:
    """Whether every letter is a capital, and there are enough of them to be more than an acronym."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 6 and text == text.upper()


def numbered(block: Block) -> bool:
    """Whether a block has a number (not a bullet) as its label."""
    return bool(_NUMBERED.match(block.label))


def title_of(block: Block) -> str:
    """The words of a heading with its number."""
    return f"{block.label} {block.text}" if block.label and block.label[-1:] not in "•-–*o" else block.text


@dataclass(frozen=True)
class Neighbourhood:
    """A document with what is needed to judge how its blocks look."""

    document: Document

    @cached_property
    def body_size(self) -> float | None:
        """The font size in which most words are set."""
        counts: dict[float, int] = {}
        for block in self.document.blocks:
            if block.look.size is not None:
                counts[block.look.size] = counts.get(block.look.size, 0) + len(block.text)
        return max(counts, key=counts.__getitem__) if counts else None

    @cached_property
    def plainly_set(self) -> bool:
        """Whether nothing in the document is bold, larger or marked: headings can only be known by their words."""
        blocks = self.document.blocks
        return not any(block.look.bold or block.kind is BlockKind.HEADING for block in blocks)

    def after(self, block: Block) -> Block | None:
        """The next block of the same cell, or of the body; a table after a heading counts by its first block."""
        blocks = self.document.blocks
        following = blocks[block.index + 1] if block.index + 1 < len(blocks) else None
        if following is None or following.part != block.part or following.kind is BlockKind.NOTE:
            return None
        if block.cell is None or following.cell == block.cell:
            return following
        if following.cell is None:
            return None
        parent = self.document.tables[following.cell.table].parent
        return following if parent == block.cell else None

    def before(self, block: Block) -> Block | None:
        """The block before it in the same cell or in the body."""
        if block.index == 0:
            return None
        preceding = self.document.blocks[block.index - 1]
        return preceding if preceding.cell == block.cell and preceding.part == block.part else None

    def larger(self, block: Block) -> bool:
        """Whether it is set in a larger size than the body."""
        return block.look.size is not None and self.body_size is not None and block.look.size >= self.body_size + 1


def roomy(document: Document, table: Table, block: Block) -> bool:
    """Whether a cell is a page of the form (paragraphs under headings) and not a cell of data."""
    if block.cell is None:
        return False
    for cell in table.rows[block.cell.row]:
        if block.index in cell.blocks:
            longest = max(len(document.blocks[index].text.split()) for index in cell.blocks)
            filled = sum(1 for other in table.rows[block.cell.row] if other.blocks)
            return len(cell.blocks) >= 2 and (longest >= LONG or len(cell.blocks) >= 5) and filled <= 2
    return False


def looks_like_heading(block: Block, near: Neighbourhood) -> bool:
    """Whether an unmarked block looks like a heading: short, set apart, no sentence, no line of a form."""
    text = block.text
    words = text.split()
    if not words or len(words) > _MOST_WORDS or len(text) > 130 or not any(char.isalpha() for char in text):
        return False
    if block.kind is BlockKind.NOTE or (block.label and not numbered(block)) or no_heading(text):
        return False
    if block.cell is not None and not roomy(near.document, near.document.tables[block.cell.table], block):
        return False
    before = near.before(block)
    if before is not None and _QUOTE.match(before.text) and len(words) <= 4:
        return False  # who said it
    if block.cell is not None and load().printed.get(plain(text)) == "independence":
        return False
    naming = name(title_of(block))
    known = naming is not None and naming.match in {Match.WHOLE, Match.PREFIX}
    if text.endswith(":"):
        after = near.after(block)
        return (known or not _VERB.search(text.lower())) and (block.look.bold or capitals(text)) and after is not None
    if block.look.bold or capitals(text) or near.larger(block):
        return True
    if near.plainly_set or block.look.italic or block.look.shaded:
        return known or (numbered(block) and len(words) <= 10 and _leads_prose(block, near))
    if known and numbered(block):
        return _leads_prose(block, near)
    return naming is not None and naming.match is Match.WHOLE and _stands_alone(block, near)


def _stands_alone(block: Block, near: Neighbourhood) -> bool:
    """A paragraph of the body that is a usual heading word for word: a paragraph ended before it; prose, a list or a table follows."""
    before, after = near.before(block), near.after(block) if block.cell is None else None
    if after is None or block.kind is not BlockKind.PARAGRAPH or block.label or not block.text[0].isupper():
        return False
    ended = before is None or before.text.rstrip("”\"'’)").endswith((".", "?", "!"))
    leads = len(after.text.split()) >= LONG or after.kind is BlockKind.LIST_ITEM or after.cell is not None
    return plain(block.text) in load().headings and ended and leads


def no_heading(text: str) -> bool:
    """Sentences, quotations, lines of a form and dates are no headings."""
    if (_END.search(text) and not capitals(text)) or _DATE_ONLY.match(text):
        return True
    if _QUOTE.match(text) and not capitals(text):
        return True
    field = _FIELD.match(text)
    return field is not None and (bool(text[field.end() :].strip()) or name(text) is None)


def _leads_prose(block: Block, near: Neighbourhood) -> bool:
    after = near.after(block)
    return after is not None and len(after.text.split()) >= LONG and plain(after.label) != plain(block.label)


def case_line(text: str) -> bool:
    """'Re: ...', 'Report of ...': a line of the title page."""
    return bool(_CASE_LINE.match(text))
