"""What may identify a family: names in family roles, addresses, numbers, and named schools, surgeries or placements.

Rules alone do the work; people's names are found by `named_people`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.case.event import Outcome
from cpraudit.facts.dates.calendar import Precision
from cpraudit.facts.people import named_people
from cpraudit.facts.people.named_people import Who
from cpraudit.facts.text import lexicon, places
from cpraudit.patterns import Pattern, compile_pattern

if TYPE_CHECKING:
    from cpraudit.document import Block
    from cpraudit.facts.dates.timepoints import DateMention
    from cpraudit.facts.review import Review


class Identifies(StrEnum):
    """How far something identifies a family."""

    DIRECT = "direct"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True)
class Identifier:
    """One thing that may identify a family, at its place."""

    what: str
    """'a family member's full name', 'a postcode', 'a named school', ..."""
    identifies: Identifies
    span: Span
    masked: bool = True
    """Left out of every report; the date of an event is needed there and is not."""


POSTCODE = compile_pattern(r"\b(?:[A-Z]{1,2}\d[A-Z\d]?) ?\d[ABD-HJLNP-UW-Z]{2}\b")
NHS_NUMBER = compile_pattern(r"(?<!\d)(\d{3})[ -]?(\d{3})[ -]?(\d{4})(?!\d)")
INSURANCE = compile_pattern(r"\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b")
TELEPHONE = compile_pattern(r"(?<![\d/.-])(?:\+44 ?|0)(?:7\d{3}|[12]\d{2,4})[ -]?\d{3}[ -]?\d{3,4}(?![\d/.-])")
EMAIL = compile_pattern(r"\b[\w.+-]+@([\w-]+(?:\.[\w-]+)+)\b")
PUBLIC = compile_pattern(
    r"(?:\.gov\.(?:uk|wales)|\.nhs\.(?:uk|wales|net)|\.wales\.nhs\.uk|\.police\.uk|\.org(?:\.uk)?|\.ac\.uk|\.cymru|"
    r"\.wales)$",
    re.IGNORECASE,
)
OFFICE = compile_pattern(
    r"\b(?:enquiries|business unit|business manager|press office|safeguarding (?:children )?board|helpline|"
    r"switchboard|"
    r"further (?:copies|information)|contact the board)\b",
    re.IGNORECASE,
)
"""Whose number or address may stand in a published report."""
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_GOES_ON = r"(?:,? (?!and\b|but\b|who\b|when\b|then\b|after\b|before\b|was\b|were\b|had\b)[\w’'-]+){0,8}?"
_DELIVERED = r"delivered (?:at (?:\w+ weeks|term)|by (?:\w+ )?(?:caesarean|section|forceps)|early|prematurely|vaginally)"
_BORN = rf"(?<!new[ -])\bborn{_GOES_ON}|\b{_DELIVERED}{_GOES_ON}|\bg(?:ave|iving) birth{_GOES_ON}"
BIRTH = compile_pattern(
    rf"(?:\bborn(?: on)?|\bdate of birth:?|\bd\.?o\.?b\.?:?|(?:{_BORN}) on|"
    rf"\b(?:the|his|her|their|\w+['’]s) birth(?:day)?(?: of(?: \w+){{1,3}})?,?(?: was)?(?: on)?)\s*\(?{_WEEKDAY}(?:the )?$",
    re.IGNORECASE,
)
"""What stands before the day of a birth."""
_FARTHEST_BIRTH = 150
"""Characters before a date in which its birth is told."""
_BORN_AFTER = compile_pattern(
    r"^,?\s*(?:(?:the )?(?:\w+ ){1,3}(?:was|were) born|(?:\w+ ){0,3}gave birth)\b(?! (?:in|into|with|outside) )", re.IGNORECASE
)
"""'On 3 May Child A was born'."""
_BORN_IN_ROW = compile_pattern(
    rf"^\W*(?:(?:\w+ ){{1,4}}(?:(?:is|was|were) )?(?:born|{_DELIVERED})\b|birth(?: of\b|\W*$)|(?:\w+ ){{1,3}}g(?:ave|ives) birth\b)",
    re.IGNORECASE,
)
"""The event of a row whose date is that of a birth; 'Birth visit' and 'Unborn baby' are none."""
_PROPER = r"[A-ZÀ-ÝŴŶ][a-zà-ÿŵŷ]+(?:-[A-Za-zÀ-ÿŴŵŶŷ]+)*"
"""A word of a place's name: 'Bryn', 'Pant-yr-Onnen'."""
SCHOOL = compile_pattern(
    rf"\bYsgol(?: (?:Gynradd|Gyfun|Uwchradd|Bro|Y|Yr|Gymraeg|Feithrin|Arbennig|Babanod|Iau))* {_PROPER}(?: (?:y|yr|yn|a) (?={_PROPER})| {_PROPER})*|"
    rf"\b(?:Cylch Meithrin|Cylch Ti a Fi) {_PROPER}(?: {_PROPER})*|"
    rf"\b(?:St\.? )?{_PROPER}(?:['’]s)?(?: {_PROPER})? (?:(?:Church in Wales|C\.?[iI]\.?W\.?|Catholic|R\.?C\.?|Community) )?"
    r"(?:Primary|Infants?|Junior|Nursery|Comprehensive|High|Secondary|Special) School\b"
)
SURGERY = compile_pattern(
    rf"\b{_PROPER}(?: {_PROPER})? (?:Surgery|Medical Centre|Medical Practice|Health Centre|Family Practice|"
    rf"Meddygfa)\b|\bMeddygfa {_PROPER}(?: {_PROPER})*"
)
PLACEMENT = compile_pattern(
    r"\b(?:Ward [A-Z0-9]{1,3}\b|[A-Z][a-z]+ Ward\b|[A-Z][a-z]+ (?:House|Lodge|Cottage|Hall)(?=,? (?:a |the |"
    r"an )?(?:residential|children['’]s home|placement|unit|supported)))"
)
STREET = compile_pattern(
    rf"\b(?:in|on|at|off|along|near|to|from|of|around) (?P<street>(?!High |Downing )(?:{_PROPER} (?:(?:y|yr|yn|ar) )?){{1,3}}"
    r"(?:Street|Road|Avenue|Close|Lane|Drive|Crescent|Terrace|Gardens|Grove|Mews)|"
    rf"(?:Heol|Stryd|L[oô]n|Rhodfa) (?:(?:y|yr|yn|ar) )?(?!Fawr){_PROPER}(?: {_PROPER})?)"
    r"\b(?!['’]? (?:[A-Z]|police|station|hospital|surgery|clinic|centre|office|school|practice|baths|chapel))"
)
"""A street without a number; those whose names are also courts, squares or rows are left to the address."""
SEAT = compile_pattern(
    r"\b(?:offices?|stations?|hospitals?|clinics?|surger(?:y|ies)|centres?|hubs?|headquarters|hotels?|chapels?|venues?|held|met)\b[^.]{0,30}$",
    re.IGNORECASE,
)
"""What stands at a street and is no home."""
NOT_A_SCHOOL = compile_pattern(
    r"^(?:The|A|This|That|Her|His|Their|Each|Every|Local|Special|Primary|Comprehensive|Secondary|High|Mainstream)\b"
)
_NAMES = {
    (Who.RELATIVE, True): ("a family member’s full name", Identifies.DIRECT),
    (Who.RELATIVE, False): ("a family member’s first name or surname", Identifies.INDIRECT),
    (Who.WORKER, True): ("a worker’s full name", Identifies.INDIRECT),
    (Who.WORKER, False): ("a worker’s surname", Identifies.INDIRECT),
    (Who.UNTOLD, True): ("the full name of a person of whom nothing is said", Identifies.INDIRECT),
}


@cache
def _address() -> Pattern:
    data = lexicon.load("identifiers")
    return compile_pattern(
        rf"\b\d{{1,4}}[A-Za-z]?,? (?:(?:[A-Z][a-z'’]+ ){{1,3}}(?:{data['streets']})|"
        rf"(?:{data['streets_welsh']})(?: (?:y|yr|yn|ar))?(?: [A-Z][a-zâêîôûŵŷ]+)+)\b"
    )


def find(review: Review) -> tuple[Identifier, ...]:
    """Every identifier in the report and its annexes, in reading order."""
    exact: dict[int, list[DateMention]] = defaultdict(list)
    for mention in review.date_mentions:
        if mention.value is not None and mention.value.precision is Precision.DAY:
            exact[mention.span.block].append(mention)
    found = [
        identifier
        for block in review.document.blocks
        for identifier in _in_block(review, block, exact.get(block.index, ()))
    ]
    found += [Identifier(*_NAMES[named.who, named.full], named.span) for named in named_people.find(review)]
    incident, outcome = review.dates.incident.date, review.event.outcome
    if incident and outcome and outcome.value is Outcome.DEATH and incident.value.precision is Precision.DAY:
        found += [
            Identifier("the full date of death", Identifies.INDIRECT, s, masked=False) for s in incident.spans[:1]
        ]
    return tuple(sorted(found, key=lambda identifier: identifier.span))


def _in_block(review: Review, block: Block, exact: Sequence[DateMention]) -> Iterator[Identifier]:
    yield from _numbers(block)
    yield from _reached_at(block)
    if review.outline.within(block.index, SectionKind.REFERENCES):
        return
    yield from _places(block)
    yield from _streets(review, block)
    for mention in exact:
        before, after = block.text[: mention.span.start], block.text[mention.span.end :]
        opens = re.search(r"(?i)(?:^|[.;]\s+)\W*on (?:the )?$", before) and _BORN_AFTER.match(after)
        if BIRTH.search(before[-_FARTHEST_BIRTH:]) or opens or (not before.strip() and not after.strip() and _beside_birth(review, block)):
            yield Identifier("a full date of birth", Identifies.INDIRECT, mention.span)


def _beside_birth(review: Review, block: Block) -> bool:
    """Whether a date that fills its cell stands in the row of a birth."""
    if block.cell is None:
        return False
    rows = review.document.tables[block.cell.table].rows
    row = next((row for row in rows if row and row[0].row == block.cell.row), ())
    return any(_BORN_IN_ROW.match(review.document.cell_text(cell)) for cell in row)


def _at(block: Block, match: re.Match[str], what: str, identifies: Identifies) -> Identifier:
    return Identifier(what, identifies, Span(block.index, match.start(), match.end()))


def _numbers(block: Block) -> Iterator[Identifier]:
    """Addresses and personal numbers, but not the postal address of an office."""
    for pattern, what in ((POSTCODE, "a postcode"), (_address(), "a street address")):
        for match in pattern.finditer(block.text):
            if not _of_an_office(block.text, match):
                yield _at(block, match, what, Identifies.DIRECT)
    for match in INSURANCE.finditer(block.text):
        yield _at(block, match, "a National Insurance number", Identifies.DIRECT)
    for match in NHS_NUMBER.finditer(block.text):
        if _checks(match):
            yield _at(block, match, "an NHS number", Identifies.DIRECT)


def _reached_at(block: Block) -> Iterator[Identifier]:
    """Telephone numbers and e-mail addresses, but not those where an office is reached."""
    for match in TELEPHONE.finditer(block.text):
        if not _of_an_office(block.text, match):
            near = Identifies.DIRECT if _family_near(block.text, match) else Identifies.INDIRECT
            yield _at(block, match, "a telephone number", near)
    for match in EMAIL.finditer(block.text):
        if not PUBLIC.search(match.group(1)) and not _of_an_office(block.text, match):
            yield _at(block, match, "an e-mail address", Identifies.DIRECT)


def _places(block: Block) -> Iterator[Identifier]:
    for pattern, what in (
        (SCHOOL, "a named school"),
        (SURGERY, "a named surgery"),
        (PLACEMENT, "a named ward or placement"),
    ):
        for match in pattern.finditer(block.text):
            if not NOT_A_SCHOOL.match(match.group()):
                yield _at(block, match, what, Identifies.INDIRECT)


def _streets(review: Review, block: Block) -> Iterator[Identifier]:
    """A named street in the story of the case, where no number makes it an address."""
    if not places.tells_case(review.outline, block.index):
        return
    for match in STREET.finditer(block.text):
        if not SEAT.search(block.text[: match.start()]) and not _of_an_office(block.text, match):
            span = Span(block.index, match.start("street"), match.end("street"))
            yield Identifier("a named street", Identifies.INDIRECT, span)


def _of_an_office(text: str, match: re.Match[str]) -> bool:
    around = text[max(0, match.start() - 90) : match.start()] + text[match.end() : match.end() + 40]
    return bool(OFFICE.search(around)) and not _family_near(text, match)


def _checks(match: re.Match[str]) -> bool:
    """Whether ten digits are an NHS number: their check digit is right (modulus 11)."""
    digits = [int(digit) for digit in "".join(match.groups())]
    if len(set(digits)) == 1:
        return False
    check = 11 - sum((10 - place) * digit for place, digit in enumerate(digits[:9])) % 11
    return check % 11 == digits[9] and check != 10


def _family_near(text: str, match: re.Match[str]) -> bool:
    around = text[max(0, match.start() - 40) : match.end() + 40]
    return bool(lexicon.pattern("identifiers", "family").search(around))
