"""The chair of the review panel and the reviewers."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts import names
from cpraudit.facts.found import Confidence, Fact
from cpraudit.facts.signatures import Signer
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpraudit.facts.review import Review


@dataclass(frozen=True, slots=True)
class Person:
    """A named professional of the review; the name is None for 'an Independent Reviewer was appointed'."""

    name: str | None
    role: str | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class People:
    """Who led the review."""

    chair: Fact[Person] | None
    reviewers: tuple[Fact[Person], ...]


NOT_READ = (SectionKind.TERMS, SectionKind.REFERENCES, SectionKind.CONTENTS, SectionKind.RECOMMENDATIONS)
REVIEWER = r"(?:(?:independent|external|internal|lead|joint|co-?|overview|second|first|agency)[ -]?)*(?:reviewers?|(?:overview |report |review )authors?)"
REVIEWER_LABEL = compile_pattern(rf"^(?:the )?{REVIEWER}(?:\(s\))?(?: \d| one| two| and \w+)?(?: of (?:the|this) (?:review|report))?(?: \(.*\))?\s*:?$|^(?:report |review )?(?:written|prepared|undertaken|completed|carried out) by\s*:?$|^(?:report |overview )?authors?(?:\(s\))?(?: of (?:the|this) (?:review|report))?\s*:?$", re.IGNORECASE)
CHAIR_LABEL = compile_pattern(
    r"^(?:the )?(?:independent )?chair(?:ed by|person|man|woman)?(?: of (?:the )?(?:child practice |CPR )?(?:review )?panel)?\s*:?$|"
    r"^(?:the )?(?:independent )?(?:review )?panel chair(?:ed by|person|man|woman)?\s*:?$",
    re.IGNORECASE,
)
CHAIR_LINE = compile_pattern(
    r"^(?:independent )?(?:panel )?chair(?: of (?:the )?(?:child practice )?(?:review )?panel)?\s*[:–-]\s*",
    re.IGNORECASE,
)
CHAIRED_BY = compile_pattern(
    r"\b(?:panel|which|it)\b[^.]{0,80}?\b(?:was |were |is )?chaired by\s+|\bchaired by\s+|\bchair(?:person)? of (?:the )?(?:review )?panel(?: (?:was|is)|,)\s+|\bpanel chair(?:person)?(?: (?:was|is)|,)\s+",
    re.IGNORECASE,
)
CHAIRED = compile_pattern(
    r"\s+(?:\([^)]*\)\s+|,[^,]{3,90},\s+)?(?:chaired|was (?:the )?chair of|acted as (?:the )?chair of)\s+(?:the )?(?:review )?panel|"
    r"\s*[,(–—-]\s*(?:an? |the )?(?:independent )?(?:(?:review )?panel chair\b|chair(?:person|man|woman)? of (?:the )?(?:child practice )?(?:review )?panel\b)",
    re.IGNORECASE,
)
APPOINTED = compile_pattern(
    rf"\b{REVIEWER}\b(?: (?:for|of) (?:this|the) review)?\s+(?:is|are|was|were|has been|have been)\s+(?:both )?(?:appointed\b[^:.]{{0,80}}?[:,–]\s*|appointed\s+)?|"
    rf"\b{REVIEWER} (?:were|was) appointed\b[^.]{{0,60}}?[:,]\s*|\breport (?:of|by) the {REVIEWER}\b|\b{REVIEWER}(?:,| [–-])?\s+|"
    r"\b(?:review|report)\b(?! panel)[^.;]{0,60}?\b(?:undertaken|written|completed|carried out|prepared|authored|conducted) (?:jointly )?by\s+(?:two |an? )?",
    re.IGNORECASE,
)
IS_REVIEWER = compile_pattern(
    rf"^[^.;]{{0,140}}?\b(?:was|were|has been|have been|is|are|am) (?:\w+ )?(?:appointed|commissioned|engaged|selected|asked to act|invited to act|identified)\b[^.;]{{0,40}}\b{REVIEWER}\b|^\s*(?:\([^)]*\)\s*)?[,(–-]\s*(?:an? |the )?{REVIEWER}\b|"
    rf"^[^.;]{{0,90}}?\b(?:was|were|is|are) (?:the |an? )?{REVIEWER}\b",
    re.IGNORECASE,
)  # fmt: skip
UNNAMED = compile_pattern(
    rf"\b(?:an?|one|two|the) ({REVIEWER})\b(?: \w+){{0,3}} (?:was|were|has been|have been) (?:appointed|commissioned|identified|asked)",
    re.IGNORECASE,
)
AGENCY = compile_pattern(
    r"\b(?:the )?((?:[A-ZÂÊÎÔÛŴŶ][\w'’&-]+ ){0,5}(?:(?:University )?Health Board|NHS Trust|Police|(?:County )?(?:Borough )?Council|City Council|Probation Service|"
    r"Youth Justice Service|Safeguarding Board|Education Department|Children['’]s Services|Ambulance Service[s]?|University|Public Health Wales|Housing Association|"
    r"Local Authority|Barnardo['’]s(?: Cymru)?|NSPCC(?: Cymru)?))\b"
)


def find(review: Review) -> People:
    """From the scope of the panel, the title page, the process and the signature block."""
    chair = _chair(review)
    return People(chair, _reviewers(review, chair.value.name if chair else None))


def _chair(review: Review) -> Fact[Person] | None:
    signed = next((s for s in review.signoff.by(Signer.CHAIR) if s.name), None)
    for name, rest, span, how in _chairs(review):
        person = Person(name, _post(rest), _agency(rest))
        return Fact(person, (span, *(signed.spans[:1] if signed else ())), how)
    if signed and signed.name:
        return Fact(Person(signed.name, None, None), signed.spans[:2], "signature block")
    return None


def _chairs(review: Review) -> Iterator[tuple[str, str, Span, str]]:
    for label, value, index, at in _labelled(review):
        if CHAIR_LABEL.match(label):
            found = names.names_in(value)
            if found:
                yield found[0][0], value[found[0][2] :], Span(index, at, at + len(value)), "label"
    for block in review.prose.blocks:
        if review.outline.within(block.index, *NOT_READ, SectionKind.STATEMENT):
            continue
        match = CHAIR_LINE.match(block.text) or CHAIRED_BY.search(block.text)
        if match:
            found = [n for n in names.names_in(block.text) if n[1] >= match.end() and n[1] - match.end() <= 6]
            if found:
                yield (
                    found[0][0],
                    block.text[found[0][2] :].split(".")[0],
                    Span(block.index, match.start(), found[0][2]),
                    "text",
                )
        for name, start, end in names.names_in(block.text):
            if CHAIRED.match(block.text[end:]):
                yield name, "", Span(block.index, start, end), "text"


def _labelled(review: Review) -> Iterator[tuple[str, str, int, int]]:
    """Label and value of two-column rows and of 'Label: value' lines, with the value's place."""
    document = review.document
    for table in document.tables:
        for row in table.rows:
            if len(row) == 2 and len(row[0].blocks) >= 1:
                label = document.cell_text(row[0])
                for index in row[1].blocks:
                    yield label, document.blocks[index].text, index, 0
            elif len(row) > 2:
                yield from _in_row(review, [(document.cell_text(cell), cell.blocks) for cell in row])
    for block in review.prose.blocks:
        mark = re.search(r":| [–—-] ", block.text[:60])
        if mark:
            value = block.text[mark.end() :]
            yield block.text[: mark.start()].strip(), value.strip(), block.index, len(block.text) - len(value.lstrip())


def _in_row(review: Review, cells: list[tuple[str, tuple[int, ...]]]) -> Iterator[tuple[str, str, int, int]]:
    """The role and the name of a row of three cells and more, in whichever order its table has them."""
    label = next((text for text, _ in cells if REVIEWER_LABEL.match(text) or CHAIR_LABEL.match(text)), None)
    if label is None:
        return
    for text, blocks in cells:
        if text != label and blocks and names.names_in(text):
            yield label, review.document.blocks[blocks[0]].text, blocks[0], 0
            return


def _reviewers(review: Review, chair: str | None) -> tuple[Fact[Person], ...]:
    found: list[Fact[Person]] = []

    def add(name: str, rest: str, span: Span, how: str) -> None:
        name = names.settled(name)
        if chair and names.same(name, chair):
            return
        person = Person(name, _post(rest), _agency(rest))
        for place, known in enumerate(found):
            if known.value.name and names.same(known.value.name, name):
                fuller = max(known.value.name, name, key=len)
                value = replace(
                    known.value,
                    name=fuller,
                    role=known.value.role or person.role,
                    agency=known.value.agency or person.agency,
                )
                found[place] = Fact(value, (*known.spans, span), known.how)
                return
        found.append(Fact(person, (span,), how))

    for name, rest, span, how in _named_reviewers(review):
        add(name, rest, span, how)
    for signature in review.signoff.by(Signer.REVIEWER):
        if signature.name and signature.spans:
            add(signature.name, "", signature.spans[0], "signature block")
    if not found:
        unnamed = next(review.prose.search(UNNAMED), None)
        if unnamed:
            sentence, match = unnamed
            role = re.sub(r"s$", "", match.group(1)).title()
            return (Fact(Person(None, role, None), (sentence.span,), "text", Confidence.MEDIUM),)
    return tuple(found)


def _named_reviewers(review: Review) -> Iterator[tuple[str, str, Span, str]]:
    for label, value, index, at in _labelled(review):
        if REVIEWER_LABEL.match(label) and not review.outline.within(index, SectionKind.STATEMENT):
            yield from _all_in(value, index, at, label)
    yield from _signed_letter(review)
    following = False
    for block in review.prose.blocks:
        text = block.text
        title = review.outline.kind(block.index) is SectionKind.TITLE
        if review.outline.within(block.index, *NOT_READ, SectionKind.STATEMENT):
            following = False
            continue
        if following and title:
            yield from _all_in(text, block.index, 0, "reviewer")
        matches = list(APPOINTED.finditer(text))
        following = title and bool(matches) and not names.names_in(text)
        for match in matches if not title else ():
            start = match.end()
            yield from _all_in(text[start:].split(". ")[0], block.index, start, "reviewer", near=True)
        for name, begin, end in names.names_in(text):
            after = text[end:]
            if IS_REVIEWER.match(after) and (title or not _another(after)):
                role = IS_REVIEWER.match(after)
                yield name, after[: (role.end() if role else 0) + 80], Span(block.index, begin, end), "text"


def _signed_letter(review: Review) -> Iterator[tuple[str, str, Span, str]]:
    """A line that is a name above a line that is the reviewer's role, as a letter or a title page ends."""
    blocks = [b for b in review.prose.blocks if not review.outline.within(b.index, *NOT_READ, SectionKind.STATEMENT)]
    for above, below in pairwise(blocks):
        if REVIEWER_LABEL.match(below.text.strip()) and below.cell == above.cell:
            found = names.names_in(above.text)
            if len(found) == 1 and found[0][0] == above.text.strip(" ,."):
                yield found[0][0], below.text, Span(above.index, found[0][1], found[0][2]), "text"


def _another(after: str) -> bool:
    """Another name stands between a name and the words that make a reviewer of somebody."""
    role = IS_REVIEWER.match(after)
    return bool(role) and bool(names.names_in(after[: role.end()] if role else "")) and " and " not in after[:8]


def _all_in(value: str, block: int, at: int, label: str, near: bool = False) -> Iterator[tuple[str, str, Span, str]]:
    """Every name of a value; with `near`, only those that follow one another as a list of people."""
    found = names.names_in(value)
    if near and (not found or found[0][1] > 4):
        return
    for place, (name, start, end) in enumerate(found):
        until = found[place + 1][1] if place + 1 < len(found) else len(value)
        between = value[found[place - 1][2] : start] if place else ""
        if place and near and not re.search(r"\band\s*$|;\s*$", between):
            return
        yield name, value[end:until] or label, Span(block, at + start, at + end), label


def _post(rest: str) -> str | None:
    """The post or role that is told after a name."""
    text = re.sub(r"^[\s,;:(–-]+(?:who (?:is|was) )?|^\s*(?:is|was|who is) ", "", rest.strip("."))
    text = re.split(r"[.;)]| who | and (?=[A-Z])", text)[0].strip(" ,–-")
    if text.lower().startswith(("chaired", "was appointed", "were appointed")) or not text:
        match = re.search(REVIEWER, rest, re.IGNORECASE)
        return match.group() if match else None
    return text if len(text) > 3 else None


def _agency(rest: str) -> str | None:
    match = AGENCY.search(rest.split(". ", maxsplit=1)[0])
    return match.group(1).strip() if match else None
