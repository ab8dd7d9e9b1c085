"""Agencies and services: canonical names from gazetteers, specific or bare, wherever they are mentioned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cpraudit.document import BlockKind, SectionKind, Span
from cpraudit.facts.agencies import bare, gazetteer
from cpraudit.facts.text import places
from cpraudit.facts.text.prose import Sentence

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

_UNREAD = (SectionKind.REFERENCES, SectionKind.CONTENTS, SectionKind.WELSH_GOVERNMENT)


@dataclass(frozen=True, slots=True)
class AgencyMention:
    """One use of an agency's or service's name."""

    name: str
    """Canonical name ('North Wales Police', 'health visiting')."""
    service: str
    """Kind of service, the key of the gazetteer: "children's services", 'police', 'health visiting', 'gp', 'camhs',
    'health board', 'education', 'housing', 'probation', ..."""
    span: Span
    sector: str = ""
    """'health', 'care', 'police', 'justice', 'education', 'community', 'council' or 'oversight'."""


@dataclass(frozen=True, slots=True)
class Agencies:
    """Every mention, and the bare uses."""

    mentions: tuple[AgencyMention, ...]
    bare: tuple[Span, ...]
    """Acts told of 'Health', 'agencies', 'professionals', 'Social Care', ... with no specific service beside them
    (narrative and learning only; recommendations, headings and the form's wording are left out)."""
    withheld: tuple[Span, ...]
    """'some agencies held information', 'one agency': a key act with no named agency."""
    told: tuple[AgencyMention, ...] = ()
    """Those of the mentions that stand in the account of the case (circumstances, narrative, chronology, learning)."""
    words_of_case: int = 0
    """Number of words of that account."""
    by_block: dict[int, tuple[AgencyMention, ...]] = field(default_factory=dict)

    def services(self) -> frozenset[str]:
        """Kinds of service that are mentioned anywhere."""
        return frozenset(mention.service for mention in self.mentions)

    def within(self, span: Span) -> Iterator[AgencyMention]:
        """The mentions inside a span."""
        for mention in self.by_block.get(span.block, ()):
            if span.start <= mention.span.start and mention.span.end <= span.end:
                yield mention


def find(review: Review) -> Agencies:
    """Match the gazetteers (organisations, services, roles) over the whole document."""
    outline = review.outline
    blocks = [
        block
        for block in review.prose.blocks
        if block.kind is BlockKind.NOTE or not outline.within(block.index, *_UNREAD)
    ]
    namings = gazetteer.namings((block.text for block in blocks), review.local.agencies)
    by_block = {
        block.index: tuple(
            AgencyMention(n.entry.name, n.entry.kind, Span(block.index, n.start, n.end), n.entry.sector) for n in named
        )
        for block, named in zip(blocks, namings, strict=True)
        if named
    }
    mentions = tuple(mention for named in by_block.values() for mention in named)
    case = [s for s in review.prose.sentences if places.tells_case(outline, s.block)]
    return Agencies(
        mentions=mentions,
        bare=tuple(_bare(case, by_block)),
        withheld=tuple(_withheld(case, by_block)),
        told=tuple(mention for mention in mentions if places.tells_case(outline, mention.span.block)),
        words_of_case=sum(len(sentence.text.split()) for sentence in case),
        by_block=by_block,
    )


def _bare(case: list[Sentence], named: dict[int, tuple[AgencyMention, ...]]) -> Iterator[Span]:
    for number, sentence in enumerate(case):
        uses = bare.uses(sentence.text)
        if not uses:
            continue
        here = _named_in(sentence, named)
        beside = [
            m for s in case[max(0, number - 1) : number + 2] if s.block == sentence.block for m in _named_in(s, named)
        ]
        for use in uses:
            span = Span(sentence.block, sentence.start + use.start, sentence.start + use.end)
            if any(m.span.start < span.end and span.start < m.span.end for m in here):
                continue
            if use.kind == "health" and any(m.sector == "health" and m.service != "health board" for m in beside):
                continue
            if use.kind == "general" and len({m.service for m in here}) >= 2:
                continue
            yield span


def _withheld(case: list[Sentence], named: dict[int, tuple[AgencyMention, ...]]) -> Iterator[Span]:
    for number, sentence in enumerate(case):
        place = bare.withheld(sentence.text)
        if place is None:
            continue
        start, end = (sentence.start + offset for offset in place)
        holders = any(start <= mention.span.start < end for mention in _named_in(sentence, named))
        explained = any(
            s.text.startswith(("These ", "They ", "Those ")) and len(_named_in(s, named)) >= 2
            for s in case[number + 1 : number + 2]
        )
        if not holders and not explained:
            yield sentence.span


def _named_in(sentence: Sentence, named: dict[int, tuple[AgencyMention, ...]]) -> list[AgencyMention]:
    return [mention for mention in named.get(sentence.block, ()) if sentence.start <= mention.span.start < sentence.end]
