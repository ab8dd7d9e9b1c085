"""Who scrutinised or challenged the findings, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts import places
from cpraudit.facts.lexicon import pattern
from cpraudit.facts.prose import Sentence

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

_NEVER = (*places.NOT_OF_REVIEW, SectionKind.IMPROVING, SectionKind.LEARNING_EVENT, SectionKind.ENGAGEMENT)


@dataclass(frozen=True, slots=True)
class Scrutiny:
    """What the report tells of scrutiny of itself."""

    challenged: tuple[Span, ...]
    """Where somebody debated, questioned or challenged a finding or the draft."""
    settled: tuple[Span, ...]
    """When that was, or what was changed or upheld."""
    presented: tuple[Span, ...]
    """Where the report is only said to have been presented, considered or accepted."""


def find(review: Review) -> Scrutiny:
    """Challenge between services in the case, and what the Board will do later, are no scrutiny of the findings."""
    told = [sentence for sentence in review.prose.sentences if _may_tell(review, sentence)]
    challenged = [sentence for sentence in told if _is_challenge(sentence)]
    blocks = {sentence.block for sentence in challenged}
    settled = [s.span for s in told if s.block in blocks and (_has("outcome", s) or _dated(review, s))]
    presented = [s.span for s in told if _has("presented", s) and not _has("aside", s)]
    return Scrutiny(tuple(s.span for s in challenged), tuple(settled), tuple(presented))


def _may_tell(review: Review, sentence: Sentence) -> bool:
    block = sentence.block
    if block in review.outline.headings or review.outline.within(block, *_NEVER):
        return False
    of_itself = review.outline.kind(block) in places.UNTOLD and _has("of_itself", sentence)
    return of_itself or not places.tells_case(review.outline, block)


def _is_challenge(sentence: Sentence) -> bool:
    if not _has("challenge", sentence) or not _has("who", sentence) or _has("aside", sentence):
        return False
    return _has("findings", sentence)


def _dated(review: Review, sentence: Sentence) -> bool:
    span = sentence.span
    return any(m.span.block == span.block and span.start <= m.span.start < span.end for m in review.date_mentions)


def _has(key: str, sentence: Sentence) -> bool:
    return pattern("scrutiny", key).search(sentence.text) is not None
