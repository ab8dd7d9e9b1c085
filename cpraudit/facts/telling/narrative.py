"""How the narrative is carried by dates, ages and other marks of time, and whether they ascend."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.text import lexicon

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

TOLD = (SectionKind.NARRATIVE, SectionKind.CIRCUMSTANCES, SectionKind.BACKGROUND, SectionKind.LEARNING)

RUNNING = 3
"""Sentences that make a paragraph of a chronology running text."""


@dataclass(frozen=True, slots=True)
class Narrative:
    """The marks of time in what is told."""

    dates: tuple[Span, ...]
    relative: tuple[Span, ...]
    words: int
    ascending: float
    """Share of neighbouring dates within one section that do not go back in time (1 where there are too few)."""
    left_out: tuple[Span, ...] = ()
    """Where it says that dates are left out, and why."""


FEWEST_DATES = 5
"""Dates with which the circumstances are the narrative, so that the learning is none of it."""


def _tells(review: Review, blocks: set[int]) -> bool:
    """Whether what comes before the learning tells the story, with its dates."""
    return sum(m.span.block in blocks and m.value is not None for m in review.date_mentions) >= FEWEST_DATES


def find(review: Review) -> Narrative:
    """Read the narrative, or where there is none, the circumstances and the learning."""
    outline = review.outline
    kinds = (SectionKind.NARRATIVE,) if outline.of_kind(SectionKind.NARRATIVE) else TOLD
    told = {b.index for b in review.prose.blocks if b.part == 0 and outline.within(b.index, *kinds)}
    told -= {index for index in told if outline.within(index, SectionKind.CHRONOLOGY, SectionKind.RECOMMENDATIONS)}
    if len(kinds) > 1 and _tells(review, story := {index for index in told if not outline.within(index, SectionKind.LEARNING)}):
        told = story
    if len(kinds) > 1:  # a chronology told in prose stands in for the narrative
        told |= {
            b.index for b in review.prose.blocks
            if b.part == 0 and b.cell is None and outline.within(b.index, SectionKind.CHRONOLOGY)
            and len(review.prose.by_block.get(b.index, ())) >= RUNNING
        }  # fmt: skip
    dated = [m for m in review.date_mentions if m.span.block in told and m.value is not None]
    forward = pairs = 0
    for earlier, later in pairwise(dated):
        if (
            outline.innermost[earlier.span.block] == outline.innermost[later.span.block]
            and earlier.value
            and later.value
        ):
            pairs += 1
            forward += later.value.last >= earlier.value.first
    relative = lexicon.pattern("analysis", "time.relative")
    marks = tuple(
        Span(s.block, s.start + m.start(), s.start + m.end())
        for s in review.prose.sentences if s.block in told for m in relative.finditer(s.text)
    )  # fmt: skip
    without, reason = lexicon.pattern("analysis", "time.left_out"), lexicon.pattern("analysis", "time.reason")
    left_out = tuple(s.span for s in review.prose.sentences if without.search(s.text) and reason.search(s.text))
    words = sum(len(review.document.blocks[index].text.split()) for index in told)
    return Narrative(tuple(m.span for m in dated), marks, words, forward / pairs if pairs >= 3 else 1.0, left_out)
