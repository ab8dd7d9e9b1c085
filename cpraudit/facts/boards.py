"""Safeguarding boards: known ones by their names and codes, others by the form of their names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts import lexicon
from cpraudit.facts.found import Confidence, Fact
from cpraudit.patterns import Pattern, compile_pattern

if TYPE_CHECKING:
    from cpraudit.document import Block
    from cpraudit.facts.review import Review

_CAPITAL = r"[A-ZÂÊÎÔÛŴŶ]"
_OF_CHILDREN = r"(?:(?:Regional|Local) )?(?:Children['’]?s )?Safeguarding (?:Children(?:['’]?s)?(?: (?:and|&) Adults)? |Adults (?:and|&) Children )?(?:Partnership Board|Board|Partnership)"
UNKNOWN = compile_pattern(
    rf"\b((?:{_CAPITAL}[\w'’-]+(?:,| (?:&|and|y|a|yr|of|the|of the|and the))? ){{1,5}}{_OF_CHILDREN})\b(?! for {_CAPITAL})|"
    rf"\b((?:Regional )?(?:Children['’]s )?Safeguarding (?:Children(?:['’]?s)? )?Board for (?:the )?{_CAPITAL}[\w'’-]+(?: (?:(?:&|and|y|a|yr) )?{_CAPITAL}[\w'’-]+){{0,4}})"
)
SHOUTED = compile_pattern(
    r"\b((?:[A-ZÂÊÎÔÛŴŶ'’&-]+ ){1,5}(?:REGIONAL )?(?:CHILDREN['’]?S )?SAFEGUARDING (?:CHILDREN(?:['’]?S)? )?(?:PARTNERSHIP BOARD|BOARD|PARTNERSHIP))\b(?! FOR )|"
    r"\b((?:REGIONAL )?SAFEGUARDING (?:CHILDREN(?:['’]?S)? )?BOARD FOR (?:[A-ZÂÊÎÔÛŴŶ'’&-]+ ?){1,5})\b"
)
WELSH = compile_pattern(
    rf"\b(Bwrdd (?:Rhanbarthol )?Diogelu (?:Plant )?(?:Rhanbarthol )?(?:Plant )?{_CAPITAL}[\w'’-]+(?: (?:(?:a|ac|y|yr|a['’]r|&) )?{_CAPITAL}[\w'’-]+){{0,4}})"
)
PLACEHOLDER = compile_pattern(r"\b(?:insert|xx|name of|\[)\b|\(insert", re.IGNORECASE)
NOT_A_NAME = compile_pattern(
    r"^(?:(?:The|This|A|An|Each|Every|Local|Regional|National|Your|Our|Other|Another|Independent|For|To|By|Of|And|Chair|Report|Review|"
    r"(?:Concise |Extended |Historical )?Child Practice Review(?: Report)?)\b[ ,]*)+(?!for\b)",
    re.IGNORECASE,
)
COMMISSIONS = compile_pattern(
    r"\b(?:commission\w*|agreed|decided|recommend\w*|on behalf of|asked|undertaken for|review for|to the chair|published by)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """The board, and whether the title names it."""

    board: Fact[str] | None
    in_title: bool


@cache
def _known() -> tuple[tuple[str, Pattern, frozenset[str]], ...]:
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
    fact = _in_body(review) or next(filter(None, (_in(block, WELSH) for block in title)), None)
    if fact:
        return Named(fact, any(block.index == fact.spans[0].block for block in title))
    name_by_code = by_code(code) if code else None
    return Named(Fact(name_by_code, (), "case identifier", Confidence.MEDIUM) if name_by_code else None, False)


def _in_body(review: Review) -> Fact[str] | None:
    """The board that the body says commissioned the review, else the first that it names."""
    first: Fact[str] | None = None
    for block in review.prose.blocks:
        if review.outline.within(block.index, SectionKind.REFERENCES, SectionKind.GLOSSARY):
            continue
        fact = _in(block)
        if fact is None:
            continue
        if COMMISSIONS.search(block.text):
            return fact
        first = first or fact
    return first


def _in(block: Block, *forms: Pattern) -> Fact[str] | None:
    found = _name(block.text, *forms)
    return None if found is None else Fact(found[0], (Span(block.index, *found[1]),), "name")


def _name(text: str, *forms: Pattern) -> tuple[str, tuple[int, int]] | None:
    """The known board named first, else the first name that has the form of a board's."""
    best: tuple[str, tuple[int, int]] | None = None
    for name, pattern, _ in _known():
        match = pattern.search(text)
        if match and (best is None or match.start() < best[1][0]):
            best = name, match.span()
    if best:
        return best
    for form in forms or (UNKNOWN, SHOUTED):
        for match in form.finditer(text):
            if PLACEHOLDER.search(text[max(0, match.start() - 12) : match.end()]):
                continue
            name = NOT_A_NAME.sub("", match.group()).strip()
            if re.match(r"(?:children['’]?s )?safeguarding (?!.* for )", name, re.IGNORECASE):
                continue
            return _settled(name), match.span()
    return None


def _settled(name: str) -> str:
    """A name in ordinary letters: 'TAF AND TYWI SAFEGUARDING BOARD' is Taf and Tywi Safeguarding Board."""
    if not name.isupper():
        return name
    words = name.title().replace("’S", "’s").replace("'S", "'s")
    return re.sub(r"(?<= )(?:And|For|Of|The|A|Y|Yr)(?= )", lambda match: match.group().lower(), words)
