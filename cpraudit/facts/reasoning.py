"""How a report reasons: why decisions were made, what else was open, what surrounded them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts import lexicon
from cpraudit.facts.learning import TOLD

if TYPE_CHECKING:
    from cpraudit.facts.prose import Sentence
    from cpraudit.facts.review import Review

ANALYSED = (SectionKind.LEARNING, SectionKind.CORE_TASKS, SectionKind.NARRATIVE, SectionKind.CIRCUMSTANCES,
            SectionKind.GOOD_PRACTICE, SectionKind.CONCLUSION, SectionKind.OTHER, SectionKind.CHILD)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reasoning:
    """Where a report explains, weighs and sets in context."""

    explanations: tuple[Span, ...]
    """Sentences of the learning that say why."""
    alternatives: tuple[Span, ...]
    """Sentences of the learning that weigh what else could have been done."""
    unexplained: tuple[Span, ...]
    """Sentences that ask why and give no answer."""
    words: int
    """Words of the learning sections."""
    points_explained: int
    """Learning points with at least one explanation."""
    points: int
    """Learning points in all."""
    factors: tuple[Span, ...]
    """Contextual factors that are only mentioned."""
    factors_at_work: tuple[Span, ...]
    """Contextual factors with their effect on practice, in the same or the next sentence."""


def find(review: Review) -> Reasoning:
    """Read the learning for reasons and alternatives, and the whole account for its context."""
    learning = [s for s in review.prose.sentences_in(SectionKind.LEARNING, SectionKind.CORE_TASKS) if _told(review, s)]
    why, asked = lexicon.pattern("analysis", "why"), lexicon.pattern("analysis", "unexplained")
    weighed = lexicon.pattern("analysis", "alternatives")
    unexplained = [s for s in learning if asked.search(s.text)]
    explanations = [s for s in learning if why.search(s.text) and not asked.search(s.text)]
    explained_in = {s.block for s in explanations}
    points = review.learning.points
    return Reasoning(
        explanations=tuple(s.span for s in explanations),
        alternatives=tuple(s.span for s in learning if weighed.search(s.text)),
        unexplained=tuple(s.span for s in unexplained),
        words=sum(len(s.text.split()) for s in learning),
        points_explained=sum(bool(explained_in & set(point.blocks)) for point in points),
        points=len(points),
        **_context(review),
    )


def _told(review: Review, sentence: Sentence) -> bool:
    """A sentence of prose about what was done: no heading, no advice for practice in general."""
    return (
        sentence.block not in review.outline.headings
        and len(sentence.text.split()) > 4
        and bool(TOLD.search(sentence.text))
    )


def _context(review: Review) -> dict[str, tuple[Span, ...]]:
    factor, effect = lexicon.pattern("analysis", "context.factors"), lexicon.pattern("analysis", "context.effects")
    only, at_work = [], []
    for sentences in review.prose.by_block.values():
        if not review.outline.within(sentences[0].block, *ANALYSED) or not _told(review, sentences[-1]):
            continue
        for number, sentence in enumerate(sentences):
            if not factor.search(sentence.text):
                continue
            following = sentences[number + 1].text if number + 1 < len(sentences) else ""
            works = effect.search(sentence.text) or effect.search(following[:120])
            (at_work if works else only).append(sentence.span)
    return {"factors": tuple(only), "factors_at_work": tuple(at_work)}
