"""Which agency or practitioner contributed to the review, and in what form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from cpraudit.document import BlockKind, SectionKind, Span, Table
from cpraudit.facts.agencies import panel
from cpraudit.facts.text import listing, places
from cpraudit.facts.text.lexicon import any_of, load, pattern
from cpraudit.facts.text.prose import Sentence
from cpraudit.patterns import Pattern, compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

_OF_OTHER_THINGS = (
    *places.NOT_OF_REVIEW,
    SectionKind.IMPROVING,
    SectionKind.CHANGES,
    SectionKind.LEARNING_EVENT,
)
_NOT_HERE = (*_OF_OTHER_THINGS, SectionKind.ENGAGEMENT)
_SUBJECT = compile_pattern(r"^[^–—:;(-]*")


@dataclass(frozen=True, slots=True)
class Contribution:
    """One contributor."""

    contributor: str
    services: tuple[str, ...]
    form: str | None
    """'written account', 'interview', 'discussion', 'records', 'described by another', ... None where not told."""
    spans: tuple[Span, ...]
    collective: bool = False
    """'each agency', 'all services': nobody in particular."""


def find(review: Review) -> tuple[Contribution, ...]:
    """From a table or list of contributions, or a passage that says who gave what."""
    tables = [given for table in review.document.tables for given in _from_table(review, table)]
    listed = tables or list(_from_lists(review))
    return tuple(listed) if len(listed) >= 2 else (*listed, *_from_passages(review))


def form_of(text: str) -> str | None:
    """The form of a contribution that a text tells, or None."""
    for form, words in _forms():
        if words.search(text):
            return form
    return None


def _from_table(review: Review, table: Table) -> Iterator[Contribution]:
    rows = [row for row in table.rows if row]
    if len(rows) < 2 or len(rows[0]) < 2 or not table.blocks:
        return
    if review.outline.within(table.blocks[0], *_OF_OTHER_THINGS):
        return
    document = review.document
    heads = [document.cell_text(cell) for cell in rows[0]]
    who, how = pattern("contributions", "who"), pattern("contributions", "how")
    columns = [number for number, head in enumerate(heads) if number and how.search(head)]
    if who.search(heads[0]) and columns:
        given, column = rows[1:], columns[0]
    elif (
        not review.outline.within(table.blocks[0], *_NOT_HERE)
        and _headed(review, table.blocks[0])
        and all(len(row) == 2 for row in rows)
    ):
        given, column = rows, 1
    else:
        return
    for row in given:
        text = document.cell_text(row[0])
        if not text or len(row) <= column:
            continue
        told = document.cell_text(row[column])
        spans = tuple(
            document.whole(block)
            for cell in (row[0], row[column])
            for block in cell.blocks
            if document.blocks[block].text
        )
        named = panel.services_in(review, (document.whole(block) for block in row[0].blocks))
        yield Contribution(text, tuple(named), form_of(told) or (told.lower() if told.strip(" –-") else None), spans)


def _headed(review: Review, block: int) -> bool:
    return review.outline.within(block, SectionKind.AGENCIES)


def _from_lists(review: Review) -> Iterator[Contribution]:
    lead = pattern("contributions", "lead")
    seen: set[int] = set()
    for block in review.prose.blocks:
        index = block.index
        if index in seen or review.outline.within(index, *_NOT_HERE) or places.tells_case(review.outline, index):
            continue
        text = block.text.rstrip()
        heading = index in review.outline.headings
        leads = lead.search(text) or (heading and review.outline.kind(index) is SectionKind.AGENCIES)
        if not leads or not (heading or text.endswith((":", ":-", "–"))):
            continue
        points = [point for point in listing.points_after(review, index) if review.document.blocks[point].text.strip()]
        if sum(1 for point in points if review.agencies.by_block.get(point)) < 2:
            continue
        seen.update(points)
        common = None if heading else form_of(text)
        for point in points:
            words = review.document.blocks[point].text
            whole = review.document.whole(point)
            subject = _SUBJECT.match(words)
            name = (subject.group() if subject else words).strip() or words
            told = words[len(name) :]
            yield Contribution(name, tuple(panel.services_in(review, [whole])), form_of(told) or common, (whole,))


def _headed_so(review: Review, block: int) -> bool:
    """Whether a section on the event is headed as one on the contributions, too ('Contributions and learning event')."""
    section = review.outline.section(block)
    return section.kind is SectionKind.LEARNING_EVENT and _CONTRIBUTIONS.search(section.title) is not None


_CONTRIBUTIONS = compile_pattern(r"\bcontribut\w+|\bagenc(?:y|ies)\b.*\band\b", re.IGNORECASE)


def _from_passages(review: Review) -> Iterator[Contribution]:
    gave, aside = pattern("contributions", "passages.gave"), pattern("contributions", "passages.aside")
    generic = pattern("contributions", "passages.generic")
    for sentence in review.prose.sentences:
        here = not review.outline.within(sentence.block, *_NOT_HERE) or _headed_so(review, sentence.block)
        if not here or not _of_review(review, sentence):
            continue
        told = []
        if gave.search(sentence.text) and not aside.search(_OF_ITS_WORK.sub("", sentence.text)):
            told = list(_told_in(review, sentence))
            if len(told) < 2:  # 'each agency on the panel sent one, though the GP's was late' names one of them
                told = list(_told_of_members(review, sentence)) or told
        yield from told
        collective = None if told else generic.search(sentence.text)
        if collective and form_of(sentence.text):
            yield Contribution(collective.group(), (), form_of(sentence.text), (sentence.span,), collective=True)


def _of_review(review: Review, sentence: Sentence) -> bool:
    """Whether a sentence stands where the review's own work is told, by the kind of section or by its heading."""
    if not places.tells_case(review.outline, sentence.block):
        return True
    title = review.outline.section(sentence.block).title
    untold = review.outline.kind(sentence.block) in (*places.UNTOLD, SectionKind.SUMMARY)
    return untold and pattern("contributions", "heading").search(title) is not None


def _told_in(review: Review, sentence: Sentence) -> Iterator[Contribution]:
    form = form_of(sentence.text)
    named = [
        m for m in review.agencies.within(sentence.span) if m.sector != "oversight" and m.service != "local authority"
    ]
    services = dict.fromkeys(mention.service for mention in named)
    if form is None and (len(services) < 2 or not pattern("contributions", "passages.something").search(sentence.text)):
        return
    for service in services:
        first = next(mention for mention in named if mention.service == service)
        yield Contribution(review.document.quote(first.span), (service,), form, (sentence.span,))


_OF_ITS_WORK = compile_pattern(
    r"\b(?:contacts?|involvement|dealings?|work|knowledge|history|records?|relationship|support|care|part|services?)\b"
    r"(?: \w+){0,2} (?:with|of|for|to|on|in) (?:(?:the |her |his |their )?(?:child(?:ren)?|baby|twins|boys?|girls?) and )?"
    r"(?:the |this |each |her |his |their )?(?:whole )?(?:\w+.s )?(?:famil(?:y|ies)|mother|father|parents?|grandmother|grandparents?)\b|"
    r"\bfamil(?:y|ies) (?:support|liaison|first|nurses?|intervention|centres?|courts?|justice|solutions|workers?|services?)\b",
    re.IGNORECASE,
)
"""What an agency's account is of ('its contact with the family'): there, and in 'family support
worker', the family is not the one that gives."""
_OF_THEM = compile_pattern(
    r"\b(?:each|all|both|most|nearly all|every one) of (?:them|these|those)(?: (?:agencies|services|organisations|bodies))?\b|"
    r"\b(?:they|these (?:agencies|services)|those (?:agencies|services)) (?:all|each|both)\b|^each\b",
    re.IGNORECASE,
)
"""'Each of them produced a timeline', said of the services just listed."""
_OF_PANEL = compile_pattern(
    r"\b(?:each|every|all)(?: of)?(?: the)? (?:\w+ )?(?:agenc(?:y|ies)|services?|organisations?|members?)(?: that (?:was|were|sat)| which (?:was|were|sat))? (?:represented|on (?:it|the panel)|of the panel|there)\b",
    re.IGNORECASE,
)
"""'Each agency on the panel supplied a timeline', wherever its members are listed."""


def _told_of_members(review: Review, sentence: Sentence) -> Iterator[Contribution]:
    """What each of the panel's services gave, where the sentence follows their list."""
    form = form_of(sentence.text)
    of_panel = _OF_PANEL.search(sentence.text)
    listed = list(review.panel.spans) if of_panel else _just_listed(review, sentence)
    if form is None or not listed or not (of_panel or _OF_THEM.search(sentence.text)):
        return
    for service in panel.services_in(review, listed):
        yield Contribution(service, (service,), form, (*listed, sentence.span))


def _just_listed(review: Review, sentence: Sentence) -> list[Span]:
    """The panel as it is told in the sentence's paragraph or the one before; of a list, every point."""
    first = sentence.block - 1
    while first > 0 and review.document.blocks[first].kind is review.document.blocks[first - 1].kind is BlockKind.LIST_ITEM:
        first -= 1
    return [span for span in review.panel.spans if first <= span.block <= sentence.block]


@cache
def _forms() -> tuple[tuple[str, Pattern], ...]:
    return tuple((form, any_of(words)) for form, words in load("contributions")["forms"].items())
