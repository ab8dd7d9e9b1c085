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
from cpraudit.patterns import compile_pattern

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
ALL_OF_LABEL = 0.7
"""Share of a label that names make up ('Police checks.' is a theme)."""
_LABEL = compile_pattern(
    r"\W*(?:\d+(?:\.\d+)*[.)]?\s+|[a-z]{1,3}\)\s*)?(?P<title>[A-Z][^.:;!?–—]{1,60}?)(?:[.:](?=\s)|\s[–—-](?=\s))(?=\s+\S)"
)
"""The label that opens a paragraph, behind its number."""
_FEWEST_WORDS = 18
"""Words of the shortest paragraph that gives an account."""


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


def _named(title: str, local: LocalAgencies, share: float = MOST_OF_TITLE) -> list[str]:
    """Kinds of service in a heading that is little but their names ('Health (GP)', 'School and college')."""
    named = next(gazetteer.namings([title], local))
    places_taken = [(n.start, n.end, n.entry.kind) for n in named]
    for kind, word in gazetteer.listed_words():
        for match in word.finditer(title):
            if not any(start < match.end() and match.start() < end for start, end, _ in places_taken):
                places_taken.append((match.start(), match.end(), kind))
    if sum(end - start for start, end, _ in places_taken) < share * len(title):
        return []
    return [kind for _, _, kind in sorted(places_taken)]


def _is_account(review: Review, section: Section) -> bool:
    """Whether a section tells what one agency did: a short title over prose, in the account of the case."""
    if section.heading is None or review.outline.within(section.heading, *_NOT_ACCOUNTS):
        return False
    return 1 <= len(section.title.split()) <= 8 and section.end > section.first


def _opened(review: Review) -> Iterator[tuple[int, list[str]]]:
    """Paragraphs that open with agencies' names as a label: '6.1 Health visiting. On 3 May ...', '(b) School: ...'."""
    for block in review.prose.blocks:
        if block.index in review.outline.headings or review.outline.within(block.index, *_NOT_ACCOUNTS):
            continue
        label = _LABEL.match(block.text)
        if block.cell is not None or label is None or len(block.text.split()) < _FEWEST_WORDS:
            continue
        if kinds := _named(label["title"].removeprefix("The "), review.local.agencies, share=ALL_OF_LABEL):
            yield block.index, kinds


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
