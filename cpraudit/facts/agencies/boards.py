"""Safeguarding boards: known ones by their names and codes, others by the form of their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.agencies.local_names import LocalBoards
from cpraudit.facts.found import Confidence, Fact
from cpraudit.facts.text import lexicon
from cpraudit.patterns import Pattern, compile_pattern

if TYPE_CHECKING:
    from cpraudit.document import Block
    from cpraudit.facts.review import Review

_CAPITAL = r"[A-ZÂÊÎÔÛŴŶ]"
_OF_CHILDREN = (
    r"Safeguarding (?:\(?Children(?:['’]?s)?(?: (?:and|&) (?:Adults?|Young People)(?:['’]?s)?)?\)? |Adults? (?:and|&) Children )?"
    r"(?:Partnership Board|Board|Partnership)"
)
UNKNOWN = compile_pattern(
    rf"\b((?:{_CAPITAL}[\w'’-]+(?:,| (?:&|and|y|a|yr|of|the|of the|and the))? ){{1,6}}{_OF_CHILDREN})\b(?! (?:for|of) (?:the )?{_CAPITAL})|"
    rf"\b((?:Regional |Local )?(?:Children['’]?s )?{_OF_CHILDREN} (?:for|of) (?:the )?{_CAPITAL}[\w'’-]+(?: (?:(?:&|and|y|a|yr) )?{_CAPITAL}[\w'’-]+){{0,4}})"
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
    r"^(?:(?:The|This|A|An|Each|Every|Local|Regional|National|Your|Our|Other|Another|Independent|For|To|By|Of|And|Chair|Report|Review|(?:Case )?(?:Review )?Sub-?Group|"
    r"(?:(?:Concise |Extended |Historical )?Child )?Practice Review(?: Report)?)\b[ ,]*)+(?!(?:for|of)\b)",
    re.IGNORECASE,
)
_ADDED = compile_pattern(
    r"\s+(?:(?:Regional|Local)\s+)?(?:Children['’]?s\s+)?Safeguarding\b.*$|^Bwrdd\s+.*?Diogelu\s+(?:Rhanbarthol\s+|Plant\s+)*",
    re.IGNORECASE,
)
"""What stands around the place in a board's name."""
_BODY = compile_pattern(r"\b(?:board|partnership|safeguarding|bwrdd|diogelu)\b", re.IGNORECASE)
COMMISSIONS = compile_pattern(
    r"\b(?:commission\w*|agreed|decided|recommend\w*|on behalf of|asked|undertaken for|review for|to the chair|published by)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """The board, and whether the title names it."""

    board: Fact[str] | None
    in_title: bool


@dataclass(frozen=True, slots=True)
class _Board:
    name: str
    forms: Pattern
    codes: frozenset[str]


_PLAIN_CODE = compile_pattern(r"[A-Z&]{4,}")
"""A code that no word is like, so that it names the board where no number follows ('NWSCB Child Practice Review')."""


@cache
def _known(local: LocalBoards = ()) -> tuple[_Board, ...]:
    """The boards of the configuration, then the built-in ones that are not named there."""
    data = lexicon.load("boards")
    english, welsh = data["of_place"]["english"], data["of_place"]["welsh"]
    built_in = {
        board["name"]: (
            [
                *(form.replace("{place}", board["english"]) for form in english),
                *(form.replace("{place}", board["welsh"]) for form in welsh),
                *board.get("other", ()),
                *(
                    form.replace("{place}", f"(?:{area})")
                    for area in board.get("former", ())
                    for form in data["of_place"]["former"]
                ),
                *(rf"{re.escape(code)}(?!\W{{0,3}}[SNB]?\W?\d)" for code in board["codes"] if _PLAIN_CODE.fullmatch(code)),
            ],
            board["codes"],
        )
        for board in data["board"]
    }
    added = {
        board.name: (
            [form for name in (board.name, *board.names) for form in _forms(name, (*english, *welsh))],
            list(board.codes),
        )
        for board in local
    }
    none: tuple[list[str], list[str]] = ([], [])
    every = {name: (added.get(name, none), built_in.get(name, none)) for name in {**added, **built_in}}
    return tuple(
        _Board(name, lexicon.any_of([*own[0], *other[0]], kept=not own[0]), frozenset(map(_plain, (*own[1], *other[1]))))
        for name, (own, other) in every.items()
    )


def _forms(name: str, of_place: Iterable[str]) -> Iterator[str]:
    """A name that a person wrote as patterns: as it stands and, for that of a place, with what boards add to theirs."""
    yield _escaped(name)
    place = _ADDED.sub("", name)
    if place and not _BODY.search(place):
        yield from (form.replace("{place}", _escaped(place)) for form in of_place)


def _escaped(name: str) -> str:
    words = " ".join(re.escape(word) for word in name.split())
    return re.sub(r" (?:and|\\&) ", " (?:and|&) ", words)


def _plain(code: str) -> str:
    return re.sub(r"\s", "", code).upper()


def by_code(code: str, local: LocalBoards = ()) -> str | None:
    """The board whose case identifiers begin with this code."""
    return next((board.name for board in _known(local) if _plain(code) in board.codes), None)


_KIND_OF_REVIEW = compile_pattern(r"(?:[SNBCAE]|CPR|CASE|[LR]?SCB|R?SB)?")
"""What may stand between a board's code and the number in an identifier ('WG S 40 2021')."""


def by_identifier(identifier: str, local: LocalBoards = ()) -> str | None:
    """The board whose code a case identifier begins with, however it is spaced ('C&V RSB 01/2020', 'NWSCB/2/2015')."""
    letters = re.sub(r"[^A-Z&]", "", re.split(r"\d", identifier, maxsplit=1)[0])
    found = [
        (len(code), board.name)
        for board in _known(local)
        for code in board.codes
        if letters.startswith(code) and _KIND_OF_REVIEW.fullmatch(letters[len(code) :])
    ]
    return max(found, default=(0, None))[1]


WHAT_IT_IS = compile_pattern(r"\bchild practice review\b|\badolygiad ymarfer plant\b", re.IGNORECASE)
_FIRST_PAGE = 12
"""Blocks at the start of a report among which a heading may be its title, whatever stands above it."""


def title_blocks(review: Review) -> list[Block]:
    """The title block: what stands in its place, and a heading near the start that says what the report is."""
    outline = review.outline
    return [
        block
        for block in review.prose.blocks
        if block.part == 0
        and (
            outline.kind(block.index) is SectionKind.TITLE
            or (block.index < _FIRST_PAGE and block.index in outline.headings and WHAT_IT_IS.search(block.text))
        )
    ]


def find(review: Review, identifier: str | None) -> Named:
    """From the title block and the furniture, then the body, then the case identifier."""
    local = review.local.boards
    title = title_blocks(review)
    for block in title:
        fact = _in(block, local)
        if fact:
            return Named(fact, True)
    for line in review.document.furniture:
        name = _name(line.text, local)
        if name:
            return Named(Fact(name[0], (), "header or footer"), False)
    fact = _in_body(review) or next(filter(None, (_in(block, local, WELSH) for block in title)), None)
    if fact:
        return Named(fact, any(block.index == fact.spans[0].block for block in title))
    name_by_code = by_identifier(identifier, local) if identifier else None
    return Named(Fact(name_by_code, (), "case identifier", Confidence.MEDIUM) if name_by_code else None, False)


def _in_body(review: Review) -> Fact[str] | None:
    """The board that the body says commissioned the review, else the first that it names."""
    first: Fact[str] | None = None
    for block in review.prose.blocks:
        if review.outline.within(block.index, SectionKind.REFERENCES, SectionKind.GLOSSARY):
            continue
        fact = _in(block, review.local.boards)
        if fact is None:
            continue
        if COMMISSIONS.search(block.text):
            return fact
        first = first or fact
    return first


def _in(block: Block, local: LocalBoards, *forms: Pattern) -> Fact[str] | None:
    found = _name(block.text, local, *forms)
    return None if found is None else Fact(found[0], (Span(block.index, *found[1]),), "name")


def _name(text: str, local: LocalBoards, *forms: Pattern) -> tuple[str, tuple[int, int]] | None:
    """The known board named first, else the first name that has the form of a board's."""
    best: tuple[str, tuple[int, int]] | None = None
    for board in _known(local):
        match = board.forms.search(text)
        if match and (best is None or match.start() < best[1][0]):
            best = board.name, match.span()
    if best:
        return best
    for form in forms or (UNKNOWN, SHOUTED):
        for match in form.finditer(text):
            if PLACEHOLDER.search(text[max(0, match.start() - 12) : match.end()]):
                continue
            name = NOT_A_NAME.sub("", match.group()).strip()
            if re.match(r"(?:children['’]?s )?safeguarding (?!.* (?:for|of) )", name, re.IGNORECASE):
                continue
            return _settled(name), match.span()
    return None


def _settled(name: str) -> str:
    """A name in ordinary letters: 'TAF AND TYWI SAFEGUARDING BOARD' is Taf and Tywi Safeguarding Board."""
    if not name.isupper():
        return name
    words = name.title().replace("’S", "’s").replace("'S", "'s")
    return re.sub(r"(?<= )(?:And|For|Of|The|A|Y|Yr)(?= )", lambda match: match.group().lower(), words)
