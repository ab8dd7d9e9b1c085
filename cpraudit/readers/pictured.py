"""The words that pictures of a word processor's file may hold, which nobody could read: by the room that they take.

A scanned page pasted into a draft is a picture like a photograph. It is taken for a page of text where it fills most of
one, or where it is all that stands under a heading; the picture of a title page is none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from cpraudit.document.model import Block, BlockKind

A4 = 595.0 * 842.0
"""In square points, as all areas here."""
_WORDS_A_SHEET = 700
"""Words that print puts on a whole sheet of paper; a page of a report, within its margins, has 350 to 450."""
WORDS_UNKNOWN = 400
"""Words that are reckoned for a document of which nothing is known but that it is there: a page."""
_MOST_OF_IT = 0.4
"""Share of the sheet from which a picture is a page of its own, as it is in a PDF."""
_UNDER_HEADING = 0.12
"""Share of the sheet from which the only thing under a heading may be a picture of its text: a signature is smaller."""
_TITLE_WORDS = 60
"""Words before which a picture stands on the title page."""
_HEADING_WORDS = 12
_FIGURE = re.compile(
    r"\b(?:genogram|ecogram|eco-?map|family tree|map|figure|diagram|chart|graph|photo(?:graph)?|drawing|picture|logo)s?\b|"
    r"\bcoeden deulu\b",
    re.IGNORECASE,
)
"""Headings of pictures that are meant to be pictures."""


_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(pt|in|cm|mm|px|)\s*")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "px": 0.75, "": 0.75}


def points_of(length: str) -> float:
    """Points of a length with its unit ('12.5cm'); 0 where it is none."""
    told = _LENGTH.fullmatch(length)
    return float(told[1]) * _POINTS[told[2]] if told else 0.0


def words_of_area(area: float, paper: float) -> int:
    """The words that print puts on an area of a sheet, roughly."""
    return round(_WORDS_A_SHEET * min(area / paper, 1.0))


def words_pictured(blocks: Sequence[Block], areas: Mapping[int, float], paper: float) -> list[int]:
    """For each block whose pictures may be a page of text, the words that they may hold."""
    full = [index for index, area in areas.items() if area >= _MOST_OF_IT * paper]
    words = [len(block.text.split()) for block in blocks]
    titular = full[:1] if full and sum(words[: full[0]]) < _TITLE_WORDS <= sum(words) and full[0] + 1 not in full else []
    return [
        words_of_area(area, paper)
        for index, area in areas.items()
        if index not in titular
        and (index in full or (area >= _UNDER_HEADING * paper and _alone(blocks, blocks[index])))
    ]


def note_of_pictures(pictures: int, pages: int) -> str:
    """One sentence on pictures that were not read, and on those that may be pages of text."""
    told = "1 picture was not read" if pictures == 1 else f"{pictures:,} pictures were not read"
    if not pages:
        return f"{told}."
    of_them = "it" if pictures == 1 else f"{pages:,} of them"
    return f"{told}; {of_them} may {'be a page' if pages == 1 else 'be pages'} of text."


def _alone(blocks: Sequence[Block], block: Block) -> bool:
    """Whether a picture is all that stands under a heading."""
    above = blocks[block.index - 1] if block.index else None
    below = blocks[block.index + 1] if block.index + 1 < len(blocks) else None
    return (
        not block.text
        and above is not None
        and _heads(above)
        and not _FIGURE.search(above.text)
        and (below is None or below.kind is BlockKind.NOTE or _heads(below))
    )


def _heads(block: Block) -> bool:
    """A heading by its style, or by its look: short and bold."""
    return block.kind is BlockKind.HEADING or (block.look.bold and 0 < len(block.text.split()) <= _HEADING_WORDS)
