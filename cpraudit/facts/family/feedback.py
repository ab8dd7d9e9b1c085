"""Whether the family was kept informed of the review and told what it found, and how."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.family import views
from cpraudit.facts.text.lexicon import pattern
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review
    from cpraudit.facts.text.prose import Sentence

OF_THE_CASE = (
    *views.TELLING,
    SectionKind.LEARNING,
    SectionKind.GOOD_PRACTICE,
    SectionKind.CORE_TASKS,
    SectionKind.CHILD,
)
"""Sections where 'the report was shared with Mother' is, as a rule, a report of that time."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """What the report says of keeping the family informed."""

    given: tuple[Span, ...]
    """With how or when: a visit, a draft that was read, before publication."""
    informed: tuple[Span, ...]
    """'Kept informed', and no more."""
    withheld: tuple[Span, ...]
    """Why there was none."""


_PLACE = compile_pattern(
    r"(?i)\b(?:in|of|for|from|throughout|to contribute to|part in) (?:the|this) (?:\w+ )?(?:report|review|findings)$"
    r"|\bin (?:the|this)\b"
)


def find(review: Review) -> Feedback:
    """Sentences on informing relatives, outside the terms of reference and the form's wording."""
    account = frozenset(span.block for span in review.family.passages)
    given, informed, withheld = [], [], []
    for sentence in review.prose.sentences:
        if not _of_the_review(review, sentence, account):
            continue
        text, mentions = review.kin.of(sentence)
        if not mentions and not (
            sentence.block in account and re.search(r"(?i)\b(?:he|she|they|him|her|them|all three|both)\b", text)
        ):
            continue
        if pattern("family", "feedback.not_given").search(text):
            withheld.append(sentence.span)
        elif any(not _PLACE.search(match.group()) for match in pattern("family", "feedback.given").finditer(text)):
            given.append(sentence.span)
        elif pattern("family", "feedback.informed").search(text):
            informed.append(sentence.span)
    return Feedback(tuple(given), tuple(informed), tuple(withheld))


def _of_the_review(review: Review, sentence: Sentence, account: frozenset[int]) -> bool:
    block = sentence.block
    if (
        any(span.block == block and sentence.start <= span.start < sentence.end for span in review.outline.residue)
        or block in review.outline.headings
        or review.document.blocks[block].part
        or review.outline.within(block, *views.NOT_READ)
    ):
        return False
    if review.outline.kind(block) is SectionKind.PROCESS:
        return True
    if review.outline.kind(block) in OF_THE_CASE:
        return bool(re.search(r"(?i)\breviewers?\b|\bbefore publication\b|\bthis (?:report|review)\b", sentence.text))
    if block in account:
        return True
    return bool(pattern("family", "feedback.own_review").search(sentence.text)) or review.outline.kind(block) in (
        SectionKind.ENGAGEMENT, SectionKind.KEY_DATES, SectionKind.SCOPE,
    )  # fmt: skip
