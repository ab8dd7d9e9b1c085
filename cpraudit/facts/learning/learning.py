"""Learning points: numbered, headed or listed, and whether each stands on facts of the case."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import Block, BlockKind, Section, SectionKind, Span, leadins
from cpraudit.document.naming import Match, name, unnumbered
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

NAMED = compile_pattern(
    r"\b(?:learning (?:point|theme|point)|theme|finding|lesson|message|key learning|issue)\s*\d*\b", re.IGNORECASE
)
FACTUAL_WORDS = 35
"""Words from which a passage can hold facts of the case (this project's own)."""
FEWEST_WORDS = 12
"""Words that make a paragraph more than a lead-in."""
FEWEST_OF_FACT = 8
"""Words from which a passage with a mark of the case (a date, a number, a relative, the child, a worker) can tell facts of it."""
RUNNING_WORDS = 40
FEWEST_LED = 2
NUMBERED = compile_pattern(
    r"(?:key )?(?:learning(?: (?:point|theme|message))?|theme|finding|lesson|message|issue)s? (?:\d{1,2}|[A-H]|one|two|three|"
    r"four|five|six|seven|eight)\b",
    re.IGNORECASE,
)
"""How a paragraph opens that is a learning point in itself."""
COLLECTIVE = compile_pattern(r"\b(?:learning|lessons|findings|themes|messages|points)(?: learn(?:ed|t)| identified)?\W*$", re.IGNORECASE)
"""A heading of several points ('Key learning'), where a list gives them one by one."""
ORDINAL = compile_pattern(
    r"(?:(?:the|a|our|my) )?(?:first|second|third|fourth|fifth|sixth|last|final)(?:ly)?(?:\s*,|\s+(?:is|was|concerns?|lesson|point|theme|"
    r"finding|thing|matter|issue|question)\b)",
    re.IGNORECASE,
)
"""'Thirdly, ...', 'The second is about ...': a paragraph that counts the points off."""
BARE_NUMBER = compile_pattern(r"\W*\d*\W*$")
OF_THE_CASE = compile_pattern(
    r"\b(?:[A-HJ-Z]|(?:Child|Baby|Infant|Young Person|Sibling|Adult) [A-Z0-9]{1,2})(?:['’]s)?(?= )|"
    r"\b(?i:(?:mother|father|mum|dad|stepfather|partner|grand(?:mother|father|parents)|aunt|uncle|twins?|siblings?|sister|"
    r"brother|baby|boy|girl|placement)(?:['’]s)?)\b|"
    r"\b(?i:the (?:\w+ )?(?:health visitor|midwife|GP|social worker|teacher|nurse|doctor|paediatrician|duty (?:officer|worker)|conference|core group|"
    r"clinic|ward|hospital|nursery|school|college|landlord|surgery|police)) (?!should\b|must\b|needs?\b|is\b|are\b|has to\b)|"
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d|"
    r"(?i:(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+) (?:\w+ )?(?:calls|visits|referrals|reports|"
    r"occasions|times|appointments|notices|meetings|nights|weeks|months|days|years)|once|twice))\b"
)
"""Marks of this case: the child by a letter, a relative, a month or year, a count."""
APART = (SectionKind.GOOD_PRACTICE, SectionKind.CORE_TASKS, SectionKind.NARRATIVE, SectionKind.ENGAGEMENT,
         SectionKind.CHILD, SectionKind.FAMILY, SectionKind.BACKGROUND, SectionKind.CONCLUSION, SectionKind.CHANGES,
         SectionKind.RECOMMENDATIONS, SectionKind.CHRONOLOGY, SectionKind.SUMMARY, SectionKind.OBJECTIVES)  # fmt: skip
TOLD = compile_pattern(
    r"\b(?:was|were|had|did|could|would|told|said|saw|knew|made|took|came|went|gave|found|held|wrote|spoke|meant|led|kept|"
    r"lay|fell|grew|became|brought|thought|felt|got|ran|sat|stood|rang|lost|sent|left|began|chose|drew|heard|met|paid|rose|"
    r"(?:who|which|and|not|then|also|she|he|they|it|we|there|[a-z]+(?:er|or|ist|ian)s?|[B-HJ-Z]|[A-Z]\w+|mother|father|parents|family|"
    r"staff|nurses?|midwi(?:fe|ves)|doctors|police|panel|review|(?:team|school|service|board|college|hospital|clinic)s?|"
    r"agency|agencies) [a-z]{3,}ed)\b"
)
"""Told of what was done or thought: a past tense, and no bare participle ('a concern shared early')."""
GENERAL = compile_pattern(
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
    running: tuple[Span, ...] = ()
    """Paragraphs of the learning, where there are enough of them to be more than a lead-in."""


def find(review: Review) -> Learning:
    """The headed parts of the learning sections; else what is led in by a few words, listed, or told row by row."""
    outline = review.outline
    sections = outline.of_kind(SectionKind.LEARNING)
    points: list[LearningPoint] = []
    for section in sections:
        points += (
            _headed(review, section) or _led(review, section) or _in_rows(review, section) or _listed(review, section)
        )
    running = [b for section in sections for b in _own(review, section) if len(b.text.split()) >= FEWEST_WORDS]
    at_length = sum(len(b.text.split()) for b in running) >= RUNNING_WORDS
    return Learning(
        tuple(points), bool(sections), tuple(review.document.whole(b.index) for b in running) if at_length else ()
    )


def _headed(review: Review, section: Section) -> list[LearningPoint]:
    """Innermost headed parts of a learning section that are learning themselves."""
    outline = review.outline
    inner = [
        s for s in outline.sections
        if section.first <= s.first and s.end <= section.end and s.index != section.index and s.heading is not None
        and s.kind is SectionKind.LEARNING and not outline.within(s.heading, *APART)
    ]  # fmt: skip
    numbered = [s for s in inner if NUMBERED.match(unnumbered(s.title))]
    if len(numbered) >= FEWEST_LED:  # where some are numbered as learning points, only those are
        return [point for s in numbered if (point := _point(review, s)).blocks]
    leaves = [s for s in inner if not any(o.parent == s.index for o in inner)] or inner
    themed = section.recognised_by == "content" or naming_of(section.title) is Match.GRAMMAR
    several = COLLECTIVE.search(section.title) and sum(b.kind is BlockKind.LIST_ITEM for b in _own(review, section)) >= FEWEST_LED
    if not leaves and section.heading is not None and not several and (themed or NAMED.search(section.title)):
        leaves = [section]
    points = [_point(review, s) for s in leaves]
    return [point for point in points if point.blocks]


def naming_of(title: str) -> Match | None:
    """How a heading tells what it heads."""
    naming = name(title)
    return None if naming is None else naming.match


def _point(review: Review, section: Section) -> LearningPoint:
    heading = section.heading if section.heading is not None else section.first
    blocks = tuple(
        block.index for block in review.prose.blocks
        if section.first <= block.index < section.end and block.index != heading
    )  # fmt: skip
    return LearningPoint(section.title, review.document.whole(heading), blocks, _factual(review, blocks))


def _own(review: Review, section: Section) -> list[Block]:
    """The blocks of a learning section that are learning, its heading left out."""
    return [
        block for block in review.prose.blocks
        if section.first <= block.index < section.end and review.outline.kind(block.index) is SectionKind.LEARNING
    ]  # fmt: skip


def _led(review: Review, section: Section) -> list[LearningPoint]:
    """Paragraphs that open with 'Learning point 1' or, where two or more do, with 'Thirdly' or a few words of their own."""
    own = [block for block in _own(review, section) if block.cell is None or review.document.tables[block.cell.table].width == 1]
    titles = {block.index: _opening(block) for block in own}
    first = [block.index for block in own if titles[block.index]]
    counted = any(NUMBERED.match(block.text) for block in own)
    listed = [block.index for block in own if block.kind is BlockKind.LIST_ITEM]
    unled = [index for index in listed if not titles[index]]
    if not counted and (len(first) < FEWEST_LED or len(unled) > len(first)):
        return []
    points = []
    bounds = zip(first, [*first[1:], section.end], strict=True)
    if counted and own[0].index != first[0] and own[-1].index == first[-1]:  # each stands below the passage that it is drawn from
        bounds = zip([own[0].index, *(index + 1 for index in first[:-1])], [index + 1 for index in first], strict=True)
        return [_below(review, own, titles, place) for place in bounds]
    for start, end in bounds:
        blocks = tuple(block.index for block in own if start <= block.index < end)
        heading = Span(start, 0, len(titles[start]))
        points.append(LearningPoint(titles[start], heading, blocks, _factual(review, blocks)))
    return points


def _below(review: Review, own: list[Block], titles: dict[int, str], place: tuple[int, int]) -> LearningPoint:
    """A point at the end of the passage that it is drawn from."""
    blocks = tuple(block.index for block in own if place[0] <= block.index < place[1])
    title = titles[blocks[-1]]
    return LearningPoint(title, Span(blocks[-1], 0, len(title)), blocks, _factual(review, blocks))


def _opening(block: Block) -> str:
    """The words with which a paragraph opens as a point of its own; empty where it goes on from the one before."""
    match = NUMBERED.match(block.text) or (ORDINAL.match(block.text) if block.kind is BlockKind.PARAGRAPH else None)
    return match.group() if match else leadins.title(block.text)


def _in_rows(review: Review, section: Section) -> list[LearningPoint]:
    """The rows of a table of learning, its header left out."""
    own = {block.index for block in _own(review, section) if block.cell is not None}
    points = []
    for table in review.document.tables:
        if table.width < 2 or not own & set(table.blocks):
            continue
        for row in table.rows[1:]:
            blocks = tuple(index for cell in row for index in cell.blocks if index in own)
            words = [index for index in blocks if not BARE_NUMBER.match(review.document.blocks[index].text)]
            if words:
                title = review.document.blocks[words[0]].text[:80]
                heading = review.document.whole(words[0])
                points.append(LearningPoint(title, heading, blocks, _factual(review, blocks)))
    return points


def _listed(review: Review, section: Section) -> list[LearningPoint]:
    return [
        LearningPoint(
            block.text[:80], review.document.whole(block.index), (block.index,), _factual(review, (block.index,))
        )
        for block in _own(review, section)
        if block.kind is BlockKind.LIST_ITEM
    ]


def _factual(review: Review, blocks: tuple[int, ...]) -> bool:
    """Told in the past tense about what was done, at some length or with marks of the case, more than laid down."""
    told = general = words = marked = 0
    for index in blocks:
        for sentence in review.prose.by_block.get(index, ()):
            words += len(sentence.text.split())
            past = bool(TOLD.search(sentence.text))
            told += past
            marked += past and bool(OF_THE_CASE.search(sentence.text))
            general += bool(GENERAL.search(sentence.text)) and not past
    at_length = words >= FACTUAL_WORDS and told >= 2 and told > general
    return at_length or (words >= FEWEST_OF_FACT and marked > 0 and told >= general)
