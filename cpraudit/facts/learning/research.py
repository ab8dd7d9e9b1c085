"""Research, guidance and law cited at the learning, and lists of references."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.text import lexicon
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

AT = (
    SectionKind.LEARNING,
    SectionKind.CORE_TASKS,
    SectionKind.NARRATIVE,
    SectionKind.CONCLUSION,
    SectionKind.GOOD_PRACTICE,
)
OWN_LAW = compile_pattern(
    r"\bWorking Together to Safeguard People\b|\bguidance for multi[- ]agency child practice reviews\b", re.IGNORECASE
)
OWN_RECORD = compile_pattern(
    r"\b(?:own policy|local guidance|unit['’]s own|under its procedure|guidance in place)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Research:
    """What is cited and where."""

    at_learning: tuple[Span, ...]
    listed: tuple[Span, ...]


def find(review: Review) -> Research:
    """Citations in sentences of the learning; entries of reference sections."""
    words = lexicon.load("analysis")["research"]
    cues, sources = lexicon.any_of(words["cues"], case=True), lexicon.any_of(words["sources"], case=True)
    authors = lexicon.any_of(words["authors"], case=True)
    cited = [
        sentence.span
        for sentence in review.prose.sentences_in(*AT)
        if sentence.block not in review.outline.headings and _at_learning(review, sentence.block)
        and (authors.search(sentence.text) or (cues.search(sentence.text) and sources.search(sentence.text)))
        and not OWN_LAW.search(sentence.text) and not OWN_RECORD.search(sentence.text)
    ]  # fmt: skip
    listed = [
        review.document.whole(block.index)
        for block in review.prose.blocks
        if review.outline.within(block.index, SectionKind.REFERENCES) and block.index not in review.outline.headings
    ]
    return Research(tuple(cited), tuple(listed))


def _at_learning(review: Review, block: int) -> bool:
    """Whether the nearest section that decides is of the learning and not of the outline or the recommendations."""
    apart = (SectionKind.RECOMMENDATIONS, SectionKind.CIRCUMSTANCES)
    return next((s.kind in AT for s in review.outline.lineage(block) if s.kind in (*AT, *apart)), False)
