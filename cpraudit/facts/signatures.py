"""The signature block: who signed, as what, when; typed, blank, or a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts import calendar
from cpraudit.facts.calendar import PartialDate
from cpraudit.facts.identity import ReviewType
from cpraudit.facts.signing import FIELD, Line, Record, records
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.document import Table
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
    """The form's place for a second reviewer, blank, on a concise review, or marked 'not applicable'."""


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


SIGNING = compile_pattern(r"\b(?:signature|signed|sign(?:ed)?[- ]?off|llofnod\w*)\b|^\(?signature\)?", re.IGNORECASE)
LABEL = compile_pattern(
    r"^\(?(?:signature|signed(?: by)?|name and signature|signatory)\b\)?\s*:?|\(signature\)", re.IGNORECASE
)
OPENS = compile_pattern(r"^(?:signed(?: by)?\b|signature\b|\(signature\))", re.IGNORECASE)
NAME_LABEL = compile_pattern(r"^(?:print(?:ed)? )?name\b", re.IGNORECASE)
ROLE_LABEL = compile_pattern(r"^(?:independent |lead |joint )?reviewers?(?: \d)?\b|^(?:panel )?chair\b", re.IGNORECASE)
FIELD_OF_PLACE = compile_pattern(r"^(?:print(?:ed)? )?(?:name|dated?|reviewer|(?:panel )?chair)\b", re.IGNORECASE)
ROLE_HEADER = compile_pattern(r"^(?:role|signed by|signatory|position|capacity|who)\b", re.IGNORECASE)
DATE_HEADER = compile_pattern(r"^date\b", re.IGNORECASE)
NAME_HEADER = compile_pattern(r"\bname\b|\bsign", re.IGNORECASE)
ABSENCE = compile_pattern(
    r"\b(?:reviewer|she|he|they|(?:Mr|Mrs|Ms|Dr) [A-Z][\w-]+)\b[^.]{0,120}\b(?:taken ill|fell ill|became ill|illness|unwell|"
    r"sick leave|unavailable|not available to sign|unable to (?:carry on|continue|complete|sign)|died|retired|"
    r"left (?:the|her|his) (?:post|organisation|role)|maternity leave|withdrew|redeployed)\b",
    re.IGNORECASE,
)


def find(review: Review) -> SignOff:
    """Find the block by its words (signature, name, date, signed) in tables and in lines, in any layout."""
    found = [record for stream in _streams(review) for record in records(stream)]
    concise = review.identity.type is None or review.identity.type.value is ReviewType.CONCISE
    signatures = tuple(_signature(record, concise) for record in _merged(found))
    return SignOff(bool(signatures), signatures, _reasons(review))


def _reasons(review: Review) -> tuple[Span, ...]:
    return tuple(
        sentence.span
        for sentence, _ in review.prose.search(ABSENCE)
        if re.search(r"\breviewer\b", review.document.blocks[sentence.block].text, re.IGNORECASE)
    )


def _streams(review: Review) -> Iterator[list[Line]]:
    """The lines of the block, column by column in tables, as they are read."""
    document = review.document
    tables = {index: table for table in document.tables for index in table.blocks}
    done: set[int] = set()
    lines: list[Line] = []
    opened = -9
    for block in document.blocks:
        table = tables.get(block.index)
        stated = review.outline.within(block.index, SectionKind.STATEMENT)
        if table is not None and table.width > 1:
            if table.index not in done and _signs(review, table, stated):
                yield from _of_table(review, table)
            done.add(table.index)
            continue
        if OPENS.match(block.text) and not stated:
            opened = block.index
        if stated or block.index - opened <= 4:
            lines.append(Line(block.text, block.index, bool(block.pictures)))
    yield lines


def _signs(review: Review, table: Table, stated: bool) -> bool:
    """Whether a table is there to be signed; outside the reviewers' statement its labels must say so."""
    texts = [review.document.blocks[index].text for index in table.blocks]
    dated = any(re.search(r"\bdate\b", text, re.IGNORECASE) for text in texts)
    named = any(NAME_LABEL.match(text) for text in texts) and any(ROLE_LABEL.match(text) for text in texts)
    if not stated or (dated and named):
        return dated and (named or any(LABEL.search(text) for text in texts))
    roles = " ".join(texts).lower()
    return dated and (any(SIGNING.search(text) for text in texts) or ("reviewer" in roles and "chair" in roles))


def _of_table(review: Review, table: Table) -> Iterator[list[Line]]:
    """A listing (role, name, date) row by row; any other layout column by column."""
    document = review.document
    header = [document.cell_text(cell) for cell in table.rows[0]]
    dated = len(header) > 1 and any(DATE_HEADER.match(title) for title in header)
    listing = dated and (ROLE_HEADER.match(header[0]) or any(NAME_HEADER.search(title) for title in header))
    if listing:
        for row in table.rows[1:]:
            yield [_line(review, index, header, cell.column) for cell in row for index in cell.blocks]
        return
    columns = [[document.cell_text(cell) for row in table.rows for cell in row if cell.column == n] for n in range(2)]
    labels = all(FIELD.match(text) for text in columns[0] if text)
    if table.width == 2 and labels and not any(FIELD_OF_PLACE.match(text) for text in columns[1]):
        yield [_line(review, index) for row in table.rows for cell in row for index in cell.blocks]
        return
    for column in range(table.width):
        yield [
            _line(review, index) for row in table.rows for cell in row if cell.column == column for index in cell.blocks
        ]


def _line(review: Review, index: int, header: list[str] | None = None, column: int = 0) -> Line:
    """A block as a line to sign on; in a listing its column's title is its label."""
    block = review.document.blocks[index]
    title = header[column] if header and column < len(header) else ""
    if DATE_HEADER.match(title):
        return Line(f"Date: {block.text}", index, bool(block.pictures))
    if column and OPENS.match(title):
        return Line(f"Signature: {block.text}", index, bool(block.pictures))
    if column and NAME_HEADER.search(title):
        return Line(f"Name: {block.text}", index, bool(block.pictures))
    return Line(block.text, index, bool(block.pictures))


def _merged(found: list[Record]) -> list[Record]:
    """Places of the same role and number, one of them empty, are one place (a heading, then the lines under it)."""
    kept: list[Record] = []
    for record in found:
        twin = next(
            (k for k in kept if (k.role, k.number) == (record.role, record.number) and (k.empty or record.empty)), None
        )
        if twin is None:
            kept.append(record)
        else:
            kept[kept.index(twin)] = twin.with_(record)
    return [record for record in kept if record.asked or not record.empty]


def _signature(record: Record, concise: bool) -> Signature:
    dates = [written.value for written in calendar.find(record.date) if written.value]
    second = record.number not in ("", "1", "one")
    blank = record.empty and not record.picture
    return Signature(
        signer=Signer.CHAIR if record.role == "chair" else Signer.REVIEWER,
        name=record.who,
        date=dates[0] if dates else None,
        picture=record.picture,
        spans=tuple(Span(index, 0, length) for index, length in record.places),
        optional=blank and second and (concise or record.not_applicable),
    )
