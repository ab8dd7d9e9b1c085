"""Whether the case is told agency by agency, and whether what they did is then brought together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import Section, SectionKind, Span
from cpraudit.facts.agencies import gazetteer
from cpraudit.facts.agencies.local_names import LocalAgencies
from cpraudit.facts.text import places
from cpraudit.facts.text.lexicon import pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

_NOT_ACCOUNTS = (
    *(kind for kind in places.ASIDE_FROM_CASE if kind is not SectionKind.AGENCIES),
    SectionKind.GOOD_PRACTICE,
    SectionKind.CHRONOLOGY,
)
MOST_OF_TITLE = 0.4
"""Share of a heading that names of agencies make up where it heads an account of one."""
IN_TURN = 4
"""Kinds of service that a paragraph names which goes through the agencies in turn."""
_OPENING = 60
"""Characters in which a paragraph on one agency names it."""
_LABEL = 45
"""Characters of the longest name that opens a paragraph as its label."""


@dataclass(frozen=True, slots=True)
class Accounts:
    """Accounts by agency."""

    headed: tuple[Span, ...]
    """Headings (or bold openings) that name one agency, over what it did."""
    services: tuple[str, ...]
    """Kinds of service that have such an account."""
    together: tuple[Span, ...]
    """Where the accounts are brought together in a judgement on joint working."""


def find(review: Review) -> Accounts:
    """Headings of the account of the case that name an agency; lists of good practice by agency are none."""
    headed = {
        section.heading: kinds
        for section in review.outline.sections
        if section.heading is not None and _is_account(review, section) and (kinds := _named(section.title, review.local.agencies))
    }
    headed |= dict(_opened(review))
    turns = [(span, kind) for span, kind in _in_turn(review) if span.block not in headed]
    spans = (*(review.document.whole(block) for block in headed), *(span for span, _ in turns))
    kinds_told = [*(kind for kinds in headed.values() for kind in kinds), *(kind for _, kind in turns)]
    services = tuple(dict.fromkeys(kinds_told))
    return Accounts(spans, services, tuple(_together(review)) if spans else ())


def _named(title: str, local: LocalAgencies) -> list[str]:
    """Kinds of service in a heading that is little but their names ('Health (GP)', 'School and college')."""
    named = next(gazetteer.namings([title], local))
    places_taken = [(n.start, n.end, n.entry.kind) for n in named]
    for kind, word in gazetteer.listed_words():
        for match in word.finditer(title):
            if not any(start < match.end() and match.start() < end for start, end, _ in places_taken):
                places_taken.append((match.start(), match.end(), kind))
    if sum(end - start for start, end, _ in places_taken) < MOST_OF_TITLE * len(title):
        return []
    return [kind for _, _, kind in sorted(places_taken)]


def _is_account(review: Review, section: Section) -> bool:
    """Whether a section tells what one agency did: a short title over prose, in the account of the case."""
    if section.heading is None or review.outline.within(section.heading, *_NOT_ACCOUNTS):
        return False
    return 1 <= len(section.title.split()) <= 8 and section.end > section.first


def _opened(review: Review) -> Iterator[tuple[int, list[str]]]:
    """Paragraphs that open with an agency's name as a label: 'Health visiting. On 3 May ...', 'School: ...'."""
    for block in review.prose.blocks:
        if block.index in review.outline.headings or review.outline.within(block.index, *_NOT_ACCOUNTS):
            continue
        if block.cell is not None or len(block.text) < 4 * _OPENING:
            continue
        first = review.agencies.by_block.get(block.index, ())[:1]
        for mention in first:
            after = block.text[mention.span.end : mention.span.end + 1]
            if mention.span.start == 0 and after in {":", ".", "–"} and mention.span.end <= _LABEL:
                yield block.index, [mention.service]


def _in_turn(review: Review) -> Iterator[tuple[Span, str]]:
    """The first sentence on each agency in a paragraph that takes them one at a time."""
    says = pattern("accounts", "in_turn")
    for block in review.prose.blocks:
        if review.outline.within(block.index, *_NOT_ACCOUNTS) or not says.search(block.text):
            continue
        first = {mention.service: mention for mention in reversed(review.agencies.by_block.get(block.index, ()))}
        if len(first) >= IN_TURN:
            for kind, mention in first.items():
                sentence = review.prose.sentence_at(mention.span)
                if sentence is not None:
                    yield sentence.span, kind


def _together(review: Review) -> Iterator[Span]:
    heading, says = pattern("accounts", "together_heading"), pattern("accounts", "together")
    for section in review.outline.sections:
        own = section.heading is not None and not review.outline.within(section.heading, *_NOT_ACCOUNTS)
        if own and section.heading is not None and heading.search(section.title):
            yield review.document.whole(section.heading)
    for sentence in review.prose.sentences:
        if says.search(sentence.text) and not review.outline.within(sentence.block, *_NOT_ACCOUNTS):
            yield sentence.span
