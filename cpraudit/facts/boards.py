"""Safeguarding boards: known ones by their names and codes, others by the form of their names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts import lexicon
from cpraudit.facts.found import Confidence, Fact

if TYPE_CHECKING:
    from cpraudit.document import Block
    from cpraudit.facts.review import Review

UNKNOWN = re.compile(
    r"\b((?:[A-ZÂÊÎÔÛŴŶ][\w'’-]+(?:,| (?:&|and|y|a|yr))? ){1,5}(?:(?:Regional|Local) )?Safeguarding (?:Children(?:['’]?s)?(?: and Adults)? )?Board)\b"
)
SHOUTED = re.compile(r"\b((?:[A-ZÂÊÎÔÛŴŶ'’&-]+ ){1,5}(?:REGIONAL )?SAFEGUARDING (?:CHILDREN(?:['’]?S)? )?BOARD)\b")
PLACEHOLDER = re.compile(r"\b(?:insert|xx|name of|\[)\b|\(insert", re.IGNORECASE)
NOT_A_NAME = re.compile(
    r"^(?:The|This|A|An|Each|Every|Local|Regional|National Independent|National|Your|Our|Other|Independent)\b[ ,]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """The board, and whether the title names it."""

    board: Fact[str] | None
    in_title: bool


@cache
def _known() -> tuple[tuple[str, re.Pattern[str], frozenset[str]], ...]:
    return tuple(
        (board["name"], lexicon.any_of(board["forms"]), frozenset(board["codes"]))
        for board in lexicon.load("boards")["board"]
    )


def by_code(code: str) -> str | None:
    """The board whose case identifiers begin with this code."""
    plain = re.sub(r"\s", "", code).upper()
    return next((name for name, _, codes in _known() if plain in {re.sub(r"\s", "", c).upper() for c in codes}), None)


def find(review: Review, code: str | None) -> Named:
    """From the title block and the furniture, then the body, then the case identifier."""
    title = [b for b in review.prose.blocks if b.part == 0 and review.outline.kind(b.index) is SectionKind.TITLE]
    for block in title:
        fact = _in(block)
        if fact:
            return Named(fact, True)
    for line in review.document.furniture:
        name = _name(line.text)
        if name:
            return Named(Fact(name[0], (), "header or footer"), False)
    for block in review.prose.blocks:
        if review.outline.within(block.index, SectionKind.REFERENCES, SectionKind.GLOSSARY):
            continue
        fact = _in(block)
        if fact:
            return Named(fact, False)
    name_by_code = by_code(code) if code else None
    return Named(Fact(name_by_code, (), "case identifier", Confidence.MEDIUM) if name_by_code else None, False)


def _in(block: Block) -> Fact[str] | None:
    found = _name(block.text)
    return None if found is None else Fact(found[0], (Span(block.index, *found[1]),), "name")


def _name(text: str) -> tuple[str, tuple[int, int]] | None:
    best: tuple[str, tuple[int, int]] | None = None
    for name, pattern, _ in _known():
        match = pattern.search(text)
        if match and (best is None or match.start() < best[1][0]):
            best = name, match.span()
    if best:
        return best
    match = UNKNOWN.search(text) or SHOUTED.search(text)
    if match is None or PLACEHOLDER.search(text[max(0, match.start() - 12) : match.end()]):
        return None
    name = NOT_A_NAME.sub("", match.group(1))
    if name.lower().startswith("safeguarding"):
        return None
    return (name.title().replace("’S", "’s").replace("'S", "'s") if name.isupper() else name), match.span(1)
