"""Investigations and proceedings beside the review: stated as such, or only met in the story."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.text import places
from cpraudit.facts.text.lexicon import any_of, load, pattern
from cpraudit.patterns import Pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

_OF_THE_REVIEW = (
    SectionKind.PROCESS,
    SectionKind.PROCEEDINGS,
    SectionKind.SCOPE,
    SectionKind.KEY_DATES,
    SectionKind.AGENCIES,
    SectionKind.LEARNING_EVENT,
)
_NEVER = (*places.NOT_OF_REVIEW, SectionKind.IMPROVING, SectionKind.OBJECTIVES, SectionKind.CHANGES)


@dataclass(frozen=True, slots=True)
class Proceedings:
    """What the report tells of investigations and proceedings."""

    stated: tuple[Span, ...]
    """Where it says which ran beside the review, or that none did."""
    kinds: tuple[str, ...]
    """Which, among those stated: 'criminal', 'inquest', 'family court', 'PRUDiC', 'employer', ..."""
    implied: tuple[Span, ...]
    """Where one is met only in the circumstances or the story: an arrest, a charge, an inquest."""


def find(review: Review) -> Proceedings:
    """Outside the terms of reference; a sentence of the process, one under a heading on them, or one that ties them to the review, states."""
    stated: list[Span] = []
    implied: list[Span] = []
    kinds: list[str] = []
    says, linked, paused, aside = (
        pattern("proceedings", f"cues.{key}") for key in ("stated", "linked", "paused", "aside")
    )
    for sentence in review.prose.sentences:
        block = sentence.block
        if block in review.outline.headings or review.outline.within(block, *_NEVER) or aside.search(sentence.text):
            continue
        named = [kind for kind, words in _kinds() if words.search(sentence.text)]
        explicit = says.search(sentence.text) is not None
        if not named and not explicit:
            continue
        explicit = explicit or says.search(review.outline.section(block).title) is not None
        place = places.nearest(review.outline, block, SectionKind.CHRONOLOGY, *_OF_THE_REVIEW)
        of_review = place in _OF_THE_REVIEW and not places.tells_case(review.outline, block)
        waited = places.may_tell_review(review.outline, block) and paused.search(sentence.text)
        if explicit or of_review or waited or linked.search(sentence.text):
            stated.append(sentence.span)
            kinds += named
        else:
            implied.append(sentence.span)
    return Proceedings(tuple(stated), tuple(dict.fromkeys(kinds)), tuple(implied))


@cache
def _kinds() -> tuple[tuple[str, Pattern], ...]:
    return tuple((kind, any_of(words)) for kind, words in load("proceedings")["kinds"].items())
