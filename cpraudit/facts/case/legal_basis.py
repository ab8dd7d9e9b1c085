"""What a review is held under: the guidance or Act, the criteria, who commissioned it and on whose recommendation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.text.lexicon import load, pattern
from cpraudit.facts.text.prose import Sentence
from cpraudit.patterns import Pattern, compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

_TELLS = (
    SectionKind.TITLE, SectionKind.SUMMARY, SectionKind.CIRCUMSTANCES, SectionKind.SCOPE, SectionKind.KEY_DATES, SectionKind.PROCESS,
    SectionKind.OTHER, SectionKind.AGENCIES, SectionKind.BACKGROUND, SectionKind.FAMILY, SectionKind.OBJECTIVES,
    SectionKind.LEARNING_EVENT, SectionKind.PROCEEDINGS, SectionKind.ENGAGEMENT,
)  # fmt: skip
"""Sections that may tell of the review itself."""
_NEVER = (
    SectionKind.TERMS, SectionKind.CHRONOLOGY, SectionKind.RECOMMENDATIONS, SectionKind.ACTION_PLAN,
    SectionKind.CHANGES, SectionKind.REFERENCES, SectionKind.GLOSSARY, SectionKind.GOOD_PRACTICE, SectionKind.CONTENTS,
    SectionKind.WELSH_GOVERNMENT,
)  # fmt: skip

_OPENING = (
    SectionKind.CIRCUMSTANCES, SectionKind.SCOPE, SectionKind.SUMMARY, SectionKind.PROCESS, SectionKind.OTHER, SectionKind.NARRATIVE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """What the report says it is held under."""

    guidance: tuple[Span, ...]
    """Where the guidance, regulations or Act is named as what this review is held under."""
    criteria: tuple[Span, ...]
    """Where the criteria, or their paragraph, are said to be met."""
    board: tuple[Span, ...]
    """Where a board, or its chair, is said to have commissioned the review."""
    recommended: tuple[Span, ...]
    """Where the Sub-Group's recommendation is told."""
    unsaid: tuple[Span, ...]
    """Where the report says why it does not tell who commissioned it."""


def find(review: Review) -> LegalBasis:
    """From the sentences that tell of the review; guidance cited in the analysis and tasks set are no evidence."""
    told = list(_told(review))

    def where(holds: Callable[[Sentence], bool]) -> tuple[Span, ...]:
        return tuple(sentence.span for sentence in told if holds(sentence))

    return LegalBasis(
        guidance=where(lambda sentence: _names_guidance(review, sentence)),
        criteria=where(_tells_criteria),
        board=where(lambda sentence: _board_commissions(review, sentence)),
        recommended=tuple(
            sentence.span
            for before, sentence in zip([None, *told], told, strict=False)
            if _subgroup_recommends(sentence) or _goes_on_to_recommend(before, sentence)
        ),
        unsaid=where(_left_out),
    )


def _told(review: Review) -> Iterator[Sentence]:
    """Sentences of the report proper that may tell of the review, in sections that do."""
    for sentence in review.prose.sentences:
        if review.document.blocks[sentence.block].part or sentence.block in review.outline.headings:
            continue
        if review.outline.within(sentence.block, *_NEVER):
            continue
        in_place = review.outline.kind(sentence.block) in _TELLS or review.outline.within(sentence.block, *_TELLS)
        if review.outline.within(sentence.block, SectionKind.NARRATIVE):
            in_place = _PRACTICE_REVIEW.search(review.document.blocks[sentence.block].text) is not None
        if in_place:
            yield sentence


_PRACTICE_REVIEW = compile_pattern(r"\bpractice review\b", re.IGNORECASE)
"""Where the story tells of the review in passing ('.., which a practice review would later ask about')."""


def _has(key: str, sentence: Sentence) -> bool:
    return pattern("legal", key).search(sentence.text) is not None


def _names_guidance(review: Review, sentence: Sentence) -> bool:
    """Guidance that the review is said to be held under, or that is named in a passage on the review in the opening."""
    if not _has("guidance", sentence):
        return False
    if _has("held", sentence) and _has("review", sentence):
        return True
    opening = review.outline.kind(sentence.block) in _OPENING and not _has("of_practice", sentence)
    return opening and _REVIEW.search(review.document.blocks[sentence.block].text) is not None


_REVIEW = compile_pattern(r"\b(?:reviews?|CPRs?)\b", re.IGNORECASE)


def _tells_criteria(sentence: Sentence) -> bool:
    """The criteria by their name or paragraph, or by what they say: known or suspected abuse, and what came of it."""
    if _has("criteria_aside", sentence) or _has("left_open", sentence):
        return False
    if _has("criteria", sentence) and _has("review_criteria", sentence):
        return True
    known = _has("abuse_known", sentence) or (_has("abused", sentence) and _has("status", sentence))
    return known and _has("outcome", sentence)


@cache
def _board() -> Pattern:
    return compile_pattern(load("legal")["board"], re.IGNORECASE)


def _board_commissions(review: Review, sentence: Sentence) -> bool:
    """Whether a board acts on the review; 'the Board' must stand for one, not for a health board or a Sub-Group."""
    if _left_out(sentence):
        return False
    text = re.sub(r"(?i)\b(?:university |teaching |local )*health boards?\b", " ", sentence.text)
    board = review.identity.board
    named = _board().search(text) or (board is not None and board.value.split(" Safeguarding")[0] in text)
    return (
        bool(named)
        and _has("commissioned", sentence)
        and _has("of_review", sentence)
        and not _has("subgroup_aside", sentence)
    )


def _subgroup_recommends(sentence: Sentence) -> bool:
    """Whether the group itself, and not the Chair or the Board after it, is said to have advised or decided."""
    if _has("subgroup_aside", sentence):
        return False
    groups = list(pattern("legal", "subgroup").finditer(sentence.text))
    return any(
        (verb.end() <= group.start() and group.start() - verb.end() < _NEAR)
        or (
            group.end() <= verb.start()
            and not _DECIDERS.search(sentence.text, group.end(), verb.start())
            and not _BY_NOBODY.search(sentence.text, group.end(), verb.end())
        )
        for verb in pattern("legal", "recommended").finditer(sentence.text)
        for group in groups
    )


_IT = compile_pattern(r"(?:(?:On|In|At|By|After)\b[^,;.]{0,60}?,? )?(?:it|they|the group|members|its members)\b", re.IGNORECASE)


def _goes_on_to_recommend(before: Sentence | None, sentence: Sentence) -> bool:
    """Whether 'it advised ..' is said of the group that the sentence before began with."""
    subject = _IT.match(sentence.text)
    if before is None or before.block != sentence.block or subject is None or _has("subgroup_aside", sentence):
        return False
    group = pattern("legal", "subgroup").search(before.text, 0, _NEAR)
    verb = pattern("legal", "recommended").search(sentence.text, subject.end(), subject.end() + _NEAR // 2)
    return bool(group and verb) and (_has("of_review", sentence) or _has("review_criteria", sentence))


_NEAR = 60
"""Characters between 'on the recommendation of' and the group."""
_DECIDERS = compile_pattern(r"(?:\band|[,;])\s+(?:the\s+|its\s+)?(?:independent\s+)?(?:chair|board)\b", re.IGNORECASE)

_BY_NOBODY = compile_pattern(r"(?:\band|[,;])\s+(?:the|a)\s+decision$", re.IGNORECASE)
"""'.. went to the Sub-Group, and the decision was made': whose it was is not said."""


_UNSAID = compile_pattern(
    r"(?i)\b(?:board|commission\w*|sub-?group|area|"
    r"authority)\b[^.]{0,80}\b(?:not (?:been )?(?:named|identified|given|included|shown|"
    r"published)|withheld|omitted|left out|removed|redacted)\b[^.]{0,120}\b(?:anonym\w+|"
    r"identif\w+|protect\w*|confidential\w*|because|in order to)\b"
)


def _left_out(sentence: Sentence) -> bool:
    return _UNSAID.search(sentence.text) is not None
