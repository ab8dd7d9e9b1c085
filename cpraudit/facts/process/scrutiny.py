"""Who scrutinised or challenged the findings, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.text import places
from cpraudit.facts.text.lexicon import pattern
from cpraudit.facts.text.prose import Sentence
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

_NEVER = (*places.NOT_OF_REVIEW, SectionKind.IMPROVING, SectionKind.LEARNING_EVENT, SectionKind.ENGAGEMENT)

_PLANS = (SectionKind.TERMS, SectionKind.RECOMMENDATIONS, SectionKind.ACTION_PLAN)

_PRONOUN = compile_pattern(r"(?:She|He|They|It|Both)\b")


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
    drafts = {s.block for s in review.prose.sentences if _of_draft(review, s)}
    told = [s for s in review.prose.sentences if _may_tell(review, s, of_draft=s.block in drafts)]
    before = dict(zip(told[1:], told, strict=False))
    challenged = [sentence for sentence in told if _is_challenge(review, sentence, before.get(sentence))]
    blocks = {sentence.block for sentence in challenged}
    settled = [s.span for s in told if s.block in blocks and (_has("outcome", s) or _dated(review, s))]
    presented = [s.span for s in told if _has("presented", s) and not _has("aside", s)]
    return Scrutiny(tuple(s.span for s in challenged), tuple(settled), tuple(presented))


def _of_draft(review: Review, sentence: Sentence) -> bool:
    """Whether a sentence shows that its paragraph is on the making of the report, under whatever heading."""
    if _has("of_draft", sentence) and _has("who", sentence):
        return True
    untold = review.outline.kind(sentence.block) in places.UNTOLD
    return untold and _has("of_itself", sentence) and _has("challenge", sentence)


def _may_tell(review: Review, sentence: Sentence, *, of_draft: bool) -> bool:
    """A block in which somebody reads the draft tells of scrutiny under any heading but a plan's."""
    block = sentence.block
    if of_draft and not review.outline.within(block, *_PLANS):
        return True
    if block in review.outline.headings or review.outline.within(block, *_NEVER):
        return False
    of_itself = review.outline.kind(block) in places.UNTOLD and _has("of_itself", sentence)
    return of_itself or not places.tells_case(review.outline, block)


def _is_challenge(review: Review, sentence: Sentence, before: Sentence | None) -> bool:
    """Somebody challenges, and what they challenge is named in the sentence or in the one before it."""
    if not _has("challenge", sentence) or _has("aside", sentence):
        return False
    beside = before if before is not None and before.block == sentence.block else None
    goes_on = beside is not None and _PRONOUN.match(sentence.text) and _has("who", beside)
    someone = _has("who", sentence) or any(True for _ in review.agencies.within(sentence.span)) or goes_on
    if not someone and not _has("passive", sentence):
        return False
    if _has("findings", sentence):
        return True
    return beside is not None and _has("presented", beside)


def _dated(review: Review, sentence: Sentence) -> bool:
    span = sentence.span
    return any(m.span.block == span.block and span.start <= m.span.start < span.end for m in review.date_mentions)


def _has(key: str, sentence: Sentence) -> bool:
    return pattern("scrutiny", key).search(sentence.text) is not None
