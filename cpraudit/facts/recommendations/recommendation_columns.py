"""What the columns of a table of recommendations hold, by their headers and, where those do not tell, by their cells."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from cpraudit.document import Table
from cpraudit.facts.recommendations.recommendation_drafts import column_of
from cpraudit.facts.recommendations.recommendation_owners import is_body
from cpraudit.facts.recommendations.recommendation_text import is_order, recommends, subject_and_act, timing_in
from cpraudit.facts.text.lexicon import load
from cpraudit.patterns import Pattern, compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

_MOST_HEADER_WORDS = 12
_SHARE = 0.6
"""Share of a column's filled cells that must be of a kind for the column to hold that kind (this project's own)."""
_DATE = compile_pattern(
    r"^\W*(?:done|immediate\w*|now|ongoing|completed?|needs? planning|tbc|\w+ months?|(?:spring|summer|autumn|winter)\b.*|"
    r"(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? ?(?:20\d\d)?|20\d\d(?:[/-]\d\d)?|"
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4})\W*$",
    re.IGNORECASE,
)
_NUMBER = compile_pattern(r"(?:[A-Z]{0,3}\s?)?\d{1,2}(?:\.\d{1,2})?[a-z]?[.)]?|[A-Za-z][.)]?")
_ASKS = compile_pattern(r"\W*(?:(?:by|to|for|from) )?(?:what|which|who|whom|when|where|why|how)\b[^.,;]{0,80}$", re.IGNORECASE)
"""A header that is a question or a clause ('What should be different'): it asks for nothing itself."""
_MOST_OWNER_WORDS = 16
_FEWEST_TEXT_WORDS = 4
_FEWEST_ASKED_WORDS = 6


@cache
def _families() -> tuple[tuple[str, Pattern, Pattern | None], ...]:
    """(what the column holds, words of its header, words that no such header has), in order."""
    return tuple(
        (
            family["holds"],
            compile_pattern(rf"\b(?:{family['has']})\b"),
            compile_pattern(rf"\b(?:{family['lacks']})\b") if "lacks" in family else None,
        )
        for family in load("recommendations")["headers"]
    )


@cache
def header_of(header: str) -> str | None:
    """What a column of that header holds: by a usual label, else by the words of the header."""
    known = column_of(header)
    plain = re.sub(r"[^\w]+", " ", header.lower()).strip()
    if known is not None or len(plain.split()) > _MOST_HEADER_WORDS:
        return known
    return next(
        (holds for holds, has, lacks in _families() if has.search(plain) and not (lacks and lacks.search(plain))), None
    )


def columns(review: Review, table: Table, *, placed: bool) -> tuple[dict[int, str | None], int] | None:
    """What each column holds and the first row below the headers; None for a table that holds no recommendations.

    `placed`: it stands under a heading of recommendations, so that its cells may tell where its headers do not.
    """
    document = review.document
    texts = [{cell.column: document.cell_text(cell) for cell in row} for row in table.rows]
    header: dict[int, str | None] = {column: header_of(text) for column, text in texts[0].items()}
    if (spelt := _spelt_short(texts[0])) is not None and list(header.values()).count("number") > 1:
        header[spelt] = "text"
    if "text" in header.values() and not _is_entry(texts[0]):
        return _completed(header, texts[1:]), 1
    numbered = sum(bool(_NUMBER.fullmatch(row.get(0, ""))) for row in texts)
    if numbered >= 2 and numbered >= len(texts) - 1 and len(texts[0]) >= 2:
        first = 0 if _NUMBER.fullmatch(texts[0].get(0, "")) else 1
        told = header if first else {}
        return _completed({**dict.fromkeys(texts[0]), **told, 0: "number"}, texts[first:]), first
    if not placed or len(table.rows) < 2:
        return None
    first = 0 if _is_entry(texts[0]) else 1
    by_cells = _completed(header if first else dict.fromkeys(texts[0]), texts[first:])
    held = set(by_cells.values())
    return (by_cells, first) if "text" in held and held & {"owner", "timing", "outcome", "learning"} else None


def _spelt_short(titles: dict[int, str]) -> int | None:
    """The column headed 'Rec', which beside another for the number holds the recommendations."""
    return next((column for column, title in titles.items() if _REC.fullmatch(title.strip())), None)


_REC = compile_pattern(r"rec(?:s|['’]s)?\.?", re.IGNORECASE)


def _is_entry(row: dict[int, str]) -> bool:
    """Whether a first row already asks for something."""
    return any(
        recommends(text) or (is_order(text) and len(text.split()) >= _FEWEST_TEXT_WORDS)
        for text in row.values()
        if not _ASKS.match(text)
    )


def _completed(header: dict[int, str | None], rows: list[dict[int, str]]) -> dict[int, str | None]:
    """The columns that their headers do not tell, told by their cells; the longest of the rest holds the recommendations."""
    held = dict(header)
    for column in (c for c in header if header[c] is None):
        cells = [row[column] for row in rows if row.get(column, "").strip()]
        held[column] = _by_cells(cells) if cells else None
    if "text" not in held.values():
        lengths = {
            column: sum(len(row.get(column, "").split()) for row in rows) / max(1, len(rows))
            for column, holds in held.items()
            if holds is None
        }
        longest = max(lengths, key=lengths.__getitem__, default=None)
        if longest is not None and lengths[longest] >= _FEWEST_TEXT_WORDS - 1:
            held[longest] = "text"
    return held


def _by_cells(cells: list[str]) -> str | None:
    """What a column holds, by what most of its cells are: numbers, dates, bodies."""
    tests = (
        ("number", lambda text: bool(_NUMBER.fullmatch(text))),
        ("timing", lambda text: bool(_DATE.match(text)) or (len(text.split()) <= 8 and timing_in(text) is not None)),
        ("owner", _names_owners),
    )
    return next((holds for holds, test in tests if sum(map(test, cells)) >= _SHARE * len(cells)), None)


def _names_owners(text: str) -> bool:
    """Whether a cell is nothing but the names of bodies."""
    asked = len(text.split()) > _FEWEST_ASKED_WORDS and bool(subject_and_act(text)[0])  # 'The Board to write to every school'
    brief = len(text.split()) <= _MOST_OWNER_WORDS and not recommends(text) and not asked
    return brief and any(is_body(part) for part in (text, *re.split(r"\s*[;/,\n]\s*|\s+and\s+", text)))
