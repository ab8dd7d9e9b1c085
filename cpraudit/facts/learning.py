"""Learning points: numbered, headed or listed, and whether each stands on facts of the case."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import BlockKind, Section, SectionKind, Span

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

NAMED = re.compile(
    r"\b(?:learning (?:point|theme|point)|theme|finding|lesson|message|key learning|issue)\s*\d*\b", re.IGNORECASE
)
FACTUAL_WORDS = 35
"""Words from which a passage can hold facts of the case (this project's own)."""
APART = (SectionKind.GOOD_PRACTICE, SectionKind.CORE_TASKS, SectionKind.NARRATIVE, SectionKind.ENGAGEMENT,
         SectionKind.CHILD, SectionKind.FAMILY, SectionKind.BACKGROUND, SectionKind.CONCLUSION, SectionKind.CHANGES,
         SectionKind.RECOMMENDATIONS, SectionKind.CHRONOLOGY, SectionKind.SUMMARY, SectionKind.OBJECTIVES)  # fmt: skip
TOLD = re.compile(
    r"\b(?:was|were|had|did|could|would|told|said|saw|knew|made|took|came|went|gave|found|held|wrote|spoke|meant|led|kept|"
    r"lay|fell|grew|became|brought|thought|felt|got|ran|sat|stood|rang|lost|sent|"
    r"(?:who|which|and|not|then|also|she|he|they|it|there|[a-z]+er|[a-z]+or|[A-Z]\w+|mother|father|team|police|school|service|board|agency) [a-z]{3,}ed)\b"
)
"""Told of what was done or thought: a past tense, and no bare participle ('a concern shared early')."""
GENERAL = re.compile(
    r"\b(?:should|must|need to|needs to|can be|is important|are important|can have|may have)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class LearningPoint:
    """One learning point or theme."""

    title: str
    heading: Span
    blocks: tuple[int, ...]
    """The blocks that belong to it, its heading left out."""
    factual: bool
    """It tells facts of the case, and not only what should be done."""


@dataclass(frozen=True, slots=True)
class Learning:
    """The learning of a report."""

    points: tuple[LearningPoint, ...]
    present: bool
    """There is a learning section at all."""


def find(review: Review) -> Learning:
    """The headed parts of the learning sections; else its list entries."""
    outline = review.outline
    sections = outline.of_kind(SectionKind.LEARNING)
    points: list[LearningPoint] = []
    for section in sections:
        under = _headed(review, section)
        points += under or _listed(review, section)
    return Learning(tuple(points), bool(sections))


def _headed(review: Review, section: Section) -> list[LearningPoint]:
    """Innermost headed parts of a learning section that are learning themselves."""
    outline = review.outline
    inner = [
        s for s in outline.sections
        if section.first <= s.first and s.end <= section.end and s.index != section.index and s.heading is not None
        and s.kind not in APART and not any(outline.within(s.heading, kind) for kind in APART)
    ]  # fmt: skip
    leaves = [s for s in inner if not any(o.parent == s.index for o in inner)] or inner
    if not leaves and section.heading is not None and NAMED.search(section.title):
        leaves = [section]
    points = [_point(review, s) for s in leaves]
    return [point for point in points if point.blocks]


def _point(review: Review, section: Section) -> LearningPoint:
    heading = section.heading if section.heading is not None else section.first
    blocks = tuple(
        block.index for block in review.prose.blocks
        if section.first <= block.index < section.end and block.index != heading
    )  # fmt: skip
    return LearningPoint(section.title, review.document.whole(heading), blocks, _factual(review, blocks))


def _listed(review: Review, section: Section) -> list[LearningPoint]:
    return [
        LearningPoint(block.text[:80], review.document.whole(block.index), (block.index,), _factual(review, (block.index,)))
        for block in review.prose.blocks
        if section.first <= block.index < section.end and block.kind is BlockKind.LIST_ITEM
        and review.outline.kind(block.index) is SectionKind.LEARNING
    ]  # fmt: skip


def _factual(review: Review, blocks: tuple[int, ...]) -> bool:
    """Enough words, told in the past tense about what was done, more than laid down in general."""
    told = general = words = 0
    for index in blocks:
        for sentence in review.prose.by_block.get(index, ()):
            words += len(sentence.text.split())
            told += bool(TOLD.search(sentence.text))
            general += bool(GENERAL.search(sentence.text)) and not TOLD.search(sentence.text)
    return words >= FACTUAL_WORDS and told >= 2 and told > general
