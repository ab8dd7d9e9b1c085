"""The signature block: who signed, as what, when; typed, blank, or a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from cpraudit.document import BlockKind, SectionKind, Span
from cpraudit.facts.case.identity import ReviewType
from cpraudit.facts.dates import calendar
from cpraudit.facts.dates.calendar import PartialDate
from cpraudit.facts.people import absent_reviewers, independence, names, signing_sentences, signing_tables
from cpraudit.facts.people.signing import is_place, names_signer, records, role_of_heading
from cpraudit.facts.people.signing_lines import Line, Record
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review


class Signer(StrEnum):
    """In what role someone signs."""

    REVIEWER = "reviewer"
    CHAIR = "chair of the review panel"


@dataclass(frozen=True, slots=True)
class Signature:
    """One signer's place in the block."""

    signer: Signer
    name: str | None
    """None where the name (print or signature) is blank."""
    date: PartialDate | None
    picture: bool
    """A picture stands where the signature, name or date would be."""
    spans: tuple[Span, ...]
    optional: bool = False
    """The form's place for a second reviewer, blank, on a review that is not extended, or marked 'not applicable'."""


@dataclass(frozen=True, slots=True)
class SignOff:
    """The signature block, if there is one."""

    present: bool
    signatures: tuple[Signature, ...]
    absence_reason: tuple[Span, ...]
    """Why a reviewer did not sign ('taken ill', 'unavailable')."""

    def by(self, signer: Signer) -> tuple[Signature, ...]:
        """The places of one role that are meant to be filled."""
        return tuple(s for s in self.signatures if s.signer is signer and not s.optional)


HEADED = compile_pattern(
    r"\b(?:signatures?|signatories|signed|signing|sign[- ]?off|approv(?:al|ed)|authoris(?:ation|ed)|declarations?|llofnod\w*)\b",
    re.IGNORECASE,
)
"""A heading over places to sign."""
OPENS = compile_pattern(r"^\W*(?:electronically )?(?:counter)?(?:signed\b|signature\b)(?! (?:up|off)\b)", re.IGNORECASE)
CLOSES_LETTER = compile_pattern(
    r"^(?:yours (?:sincerely|faithfully|truly)|(?:with )?kind(?:est)? regards|yr eiddoch)\b", re.IGNORECASE
)
AFTER_THE_END = (
    SectionKind.REFERENCES, SectionKind.GLOSSARY, SectionKind.TERMS, SectionKind.CHRONOLOGY, SectionKind.WELSH_GOVERNMENT,
    SectionKind.ACTION_PLAN,
)  # fmt: skip
"""Sections that may stand after the lines that close a report."""
LINES_TO_SIGN = 6
"""How many lines after 'Signed' or 'Yours sincerely' are read as places to sign."""


def find(review: Review) -> SignOff:
    """Find the block by its words (signature, name, date, signed) and its layout, in tables and in lines."""
    found = [record for stream in _streams(review) for record in records(stream)] or records(_last_lines(review))
    single = review.identity.type is None or review.identity.type.value is not ReviewType.EXTENDED
    signatures = tuple(_signature(record, single) for record in _merged(found) if record.role != "another")
    return SignOff(bool(signatures), signatures, absent_reviewers.reasons(review))


def _streams(review: Review) -> Iterator[list[Line]]:
    """The runs of lines that are there to be signed: sections so headed, what follows 'Signed', the end of a letter."""
    document = review.document
    tables = {index: table for table in document.tables for index in table.blocks}
    done: set[int] = set()
    lines: list[Line] = []
    opened = -99
    avowed = independence.stated_in(review)
    for block in document.blocks:
        table = tables.get(block.index)
        stated = _to_sign(review, block.index)
        beside = review.outline.section(block.index).index in avowed
        if table is not None and table.width > 1:
            if table.index not in done:
                above = [
                    line for line in lines[-1:] if line.block == table.blocks[0] - 1 and role_of_heading(line.text)
                ]
                yield from signing_tables.streams(document, table, stated or beside, above)
            done.add(table.index)
            continue
        if block.index in review.outline.headings and HEADED.search(block.text) and not is_place(block.text):
            yield lines
            told = [*role_of_heading(block.text), *(day.text for day in calendar.find(block.text) if day.value)]
            lines = [Line(words, block.index) for words in told]
            continue
        if not stated and (OPENS.match(block.text) or CLOSES_LETTER.match(block.text)):
            opened = block.index
        if stated or block.index - opened <= LINES_TO_SIGN or signing_sentences.told(Line(block.text, block.index)):
            lines.append(Line(block.text, block.index, bool(block.pictures)))
    yield lines


def _last_lines(review: Review) -> list[Line]:
    """Names with roles, one of them dated, on the last lines of the report's own text."""
    lines: list[Line] = []
    for block in reversed(review.document.blocks):
        if block.part or block.kind is BlockKind.NOTE or review.outline.within(block.index, *AFTER_THE_END):
            continue
        if block.cell is not None or not names_signer(block.text):
            break
        lines.insert(0, Line(block.text, block.index, bool(block.pictures)))
    return lines if any(calendar.find(line.text) for line in lines) else []


def _to_sign(review: Review, block: int) -> bool:
    """Whether a block stands under a heading that is over places to sign."""
    outline = review.outline
    if outline.within(block, SectionKind.STATEMENT):
        return True
    return any(HEADED.search(section.title) for section in outline.lineage(block) if len(section.title.split()) <= 6)


def _merged(found: list[Record]) -> list[Record]:
    """Places of the same role and number, one of them empty, are one place (a heading, then the lines under it)."""
    told = [replace(record, role=record.role or "reviewer") for record in found if record.told]
    kept = _folded(_folded(told))  # a name that stands before its numbered place meets it once that has its name
    return [record for record in kept if record.asked or not record.empty or _REFUSES.search(record.refused)]


def _folded(told: list[Record]) -> list[Record]:
    kept: list[Record] = []
    for record in told:
        twin = next((k for k in kept if _one_place(k, record)), None)
        if twin is None:
            kept.append(record)
        else:
            kept[kept.index(twin)] = twin.with_(record)
    return kept


_REFUSES = compile_pattern(r"\b(?:not|no|unable|unavailable|awaiting|pending|to be|tb[cad])\b", re.IGNORECASE)


def _one_place(one: Record, other: Record) -> bool:
    if one.role != other.role:
        return False
    if one.who and other.who and names.same(one.who, other.who):
        return not (one.date and other.date)
    return one.number == other.number and (one.empty or other.empty)


def _signature(record: Record, single: bool) -> Signature:
    dates = [written.value for written in calendar.find(record.date) if written.value]
    second = record.number not in ("", "1", "one")
    blank = record.empty and not record.picture
    return Signature(
        signer=Signer.CHAIR if record.role == "chair" else Signer.REVIEWER,
        name=record.who,
        date=dates[0] if dates else None,
        picture=record.picture,
        spans=tuple(Span(index, 0, length) for index, length in record.places),
        optional=blank and second and (single or record.not_applicable),
    )
