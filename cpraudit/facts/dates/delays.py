"""Why the review took as long as it did, where the report says so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.text import lexicon, places
from cpraudit.patterns import Pattern, compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review
    from cpraudit.facts.text.prose import Sentence

_ELSEWHERE = (
    SectionKind.TERMS,
    SectionKind.RECOMMENDATIONS,
    SectionKind.ACTION_PLAN,
    SectionKind.NARRATIVE,
    SectionKind.BACKGROUND,
    SectionKind.CORE_TASKS,
    SectionKind.REFERENCES,
    SectionKind.GLOSSARY,
)
_BACK = compile_pattern(
    r"^\W*(?:these|those|this|that|such|both|all (?:of )?(?:this|that|these))(?: (?:\w+ )?(?:events|things|matters|delays))? (?:is|are|was|were|has|have|had|explains?)\b[^.;]{0,40}\b(?:reasons?|causes?|why)\b|"
    r"^\W*(?:for (?:these|those|both|that|this) reasons?|because of (?:this|that|these|all this)|so|therefore|as a result)\b|\b(?:which|that|this) (?:is|explains) why\b",
    re.IGNORECASE,
)
"""'These are the reasons why the review has taken so long': the cause stands before."""
_REACH = 2
"""Sentences after the one on the review's length in which its cause may follow."""
_BEHIND = 4
"""Sentences before one that points back at its cause."""
_OF_REVIEW = compile_pattern(
    r"\b(?:review|report|process|panel|reviewers?|board|sub-?group|learning events?|publication|referral)\b",
    re.IGNORECASE,
)
_OTHER_REVIEW = compile_pattern(
    r"\b(?:review|child protection|core group|lac|looked[- ]after|case) conference|looked[- ]after (?:child(?:ren)? )?"
    r"reviews?|medication review|statutory review|lac review|development(?:al)? delay|speech delay|police report|"
    r"school report|court report",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Delays:
    """What the report says of how long the review took."""

    reasons: tuple[Span, ...]
    """Passages with a specific cause."""
    remarks: tuple[Span, ...]
    """Passages that regret or mention delay without a cause."""


@cache
def _words(key: str) -> Pattern:
    return lexicon.any_of(lexicon.load("delays")[key])


def find(review: Review) -> Delays:
    """Read what is said of the review's length, and the two sentences after it."""
    reasons: list[Span] = []
    remarks: list[Span] = []
    for sentences in review.prose.by_block.values():
        if not sentences or review.outline.within(sentences[0].block, *_ELSEWHERE) or _in_chronology(review, sentences):
            continue
        for index, sentence in enumerate(sentences):
            if not _of_length(sentence) and not _of_length_freely(review, sentence):
                continue
            cause = _cause(sentences[index : index + 1 + _REACH])
            if cause is None and _BACK.search(sentence.text):
                cause = _cause(tuple(reversed(sentences[max(0, index - _BEHIND) : index])))
            if cause:
                reasons += [sentence.span] if cause is sentence else [cause.span, sentence.span]
            else:
                remarks += [said.span for said in sentences[index : index + 2] if _regrets(said, sentence)]
    return Delays(tuple(dict.fromkeys(reasons)), tuple(dict.fromkeys(remarks)))


def _in_chronology(review: Review, sentences: tuple[Sentence, ...]) -> bool:
    """Whether a block is a cell of a chronology; the form prints the process under the same heading."""
    block = sentences[0].block
    return review.document.blocks[block].cell is not None and review.outline.kind(block) is SectionKind.CHRONOLOGY


def _of_length(sentence: Sentence) -> bool:
    """Whether a sentence speaks of how long this review took."""
    text = sentence.text
    return bool(_OF_REVIEW.search(text) and _words("length").search(text) and not _OTHER_REVIEW.search(text))


def _of_length_freely(review: Review, sentence: Sentence) -> bool:
    """Whether a sentence speaks of it without naming the review, where the report tells how it was done."""
    outline, block = review.outline, sentence.block
    if places.tells_case(outline, block) and outline.kind(block) not in places.UNTOLD:
        return False
    return bool(_words("length_freely").search(sentence.text)) and not _words("other_lengths").search(sentence.text)


def _regrets(said: Sentence, of_length: Sentence) -> bool:
    """Whether the sentence on the length, or the one after it where that too is of the review, regrets it."""
    return bool(_words("remarks").search(said.text)) and (said is of_length or bool(_OF_REVIEW.search(said.text)))


def _cause(sentences: tuple[Sentence, ...]) -> Sentence | None:
    return next((sentence for sentence in sentences if _words("causes").search(sentence.text)), None)
