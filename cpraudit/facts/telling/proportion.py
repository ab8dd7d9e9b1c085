"""How the words of a report divide between telling what happened and drawing what is to be learned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

TELLING = frozenset({SectionKind.NARRATIVE, SectionKind.CHRONOLOGY, SectionKind.BACKGROUND, SectionKind.CIRCUMSTANCES})
DRAWING = frozenset({
    SectionKind.LEARNING, SectionKind.GOOD_PRACTICE, SectionKind.CORE_TASKS, SectionKind.CONCLUSION,
    SectionKind.IMPROVING, SectionKind.CHANGES, SectionKind.RECOMMENDATIONS, SectionKind.ACTION_PLAN,
    SectionKind.SUMMARY, SectionKind.CHILD,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Proportion:
    """Words by purpose, annexes included, the form's printed wording left out."""

    telling: int
    """Chronology, background and narrative."""
    drawing: int
    """Learning, analysis, conclusions, changes and recommendations."""
    total: int


def measure(review: Review) -> Proportion:
    """Count the words of each block by what its innermost section is for.

    The form has the circumstances open with how the review came about; those sentences tell nothing of the case.
    """
    words = dict.fromkeys(SectionKind, 0)
    for block in review.prose.blocks:
        words[review.outline.kind(block.index)] += len(block.text.split())
    basis, period = review.legal_basis, review.period_as_told.mention
    told = (*review.process.decisions, *basis.guidance, *basis.criteria, *basis.board, *basis.recommended, *period)
    sentences = {review.prose.sentence_at(span) for span in told if review.outline.kind(span.block) is SectionKind.CIRCUMSTANCES}
    aside = sum(len(sentence.text.split()) for sentence in sentences if sentence is not None)
    return Proportion(
        telling=sum(words[kind] for kind in TELLING) - aside,
        drawing=sum(words[kind] for kind in DRAWING),
        total=review.document.words,
    )
