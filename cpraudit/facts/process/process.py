"""How the review is said to have been done: its steps, the decision to hold it, an interim event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import Section, SectionKind, Span
from cpraudit.facts.dates.keydates import Step
from cpraudit.facts.text import places
from cpraudit.facts.text.lexicon import pattern
from cpraudit.facts.text.prose import Sentence
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

_OPENING = (SectionKind.CIRCUMSTANCES, SectionKind.SUMMARY, *places.UNTOLD)
"""Sections that may tell both the case and how it came to be reviewed."""
DATE_CELL = 40
"""Characters of the longest table cell that gives its row's date."""
_KINDS = (
    SectionKind.PROCESS,
    SectionKind.SCOPE,
    SectionKind.LEARNING_EVENT,
    SectionKind.AGENCIES,
    SectionKind.PROCEEDINGS,
    SectionKind.ENGAGEMENT,
)
"""Sections that may tell the process, under one heading with the family's part in it as often as not."""
_DATED = (SectionKind.CHRONOLOGY, SectionKind.KEY_DATES, SectionKind.SUMMARY)
"""Sections that tell the process too where their heading says so ('The dates, and how the review was done')."""
STEPS_WITHOUT_HEADING = 5
"""Sentences that tell a step, in a section that is then about the process whatever its heading says."""


@dataclass(frozen=True, slots=True)
class ProcessSection:
    """A section on the review's process."""

    heading: Span | None
    words: int
    """Words that its authors wrote."""
    steps: int
    """Sentences that tell a step."""


@dataclass(frozen=True, slots=True)
class Process:
    """What the report tells of how it came about."""

    steps: tuple[Span, ...]
    """Sentences that tell a step of the process."""
    sections: tuple[ProcessSection, ...]
    decisions: tuple[Span, ...]
    """Where the Sub-Group's recommendation or the Chair's decision is told."""
    dated_decisions: tuple[Span, ...]
    """Those of them that have a date."""
    referral_history: tuple[Span, ...]
    """Where earlier or repeat referrals are told, or said not to have been."""
    interim: tuple[Span, ...]
    """Where a briefing, debrief or interim reflection is told."""
    dated_interim: tuple[Span, ...]


def find(review: Review) -> Process:
    """Outside the terms of reference and the form's wording."""
    told = list(_told(review))
    steps = [sentence for sentence in told if _has("steps", sentence)]
    decisions = [s.span for s in told if _has("decision", s) and not _has("decided_aside", s)]
    interim = [s.span for s in told if _has("interim", s) and not _has("interim_aside", s) and not _in_case(review, s)]
    return Process(
        steps=tuple(sentence.span for sentence in steps),
        sections=tuple(_sections(review, steps)),
        decisions=_with(review, decisions, review.dates.decision.mentions),
        dated_decisions=_with(review, _dated(review, decisions), _spans(review.dates.decision)),
        referral_history=tuple(s.span for s in told if _has("referral_history", s)),
        interim=_with(review, interim, review.dates.interim_event.mentions),
        dated_interim=_with(review, _dated(review, interim), _spans(review.dates.interim_event)),
    )


def _spans(step: Step) -> tuple[Span, ...]:
    return step.date.spans if step.date else ()


def _with(review: Review, own: Iterable[Span], dated: tuple[Span, ...]) -> tuple[Span, ...]:
    """What was found here, with what the dates found: but for that which stands in the story of the case."""
    outside = (span for span in dated if not places.tells_case(review.outline, span.block))
    return tuple(dict.fromkeys([*own, *outside]))


def _told(review: Review) -> Iterator[Sentence]:
    for sentence in review.prose.sentences:
        block = sentence.block
        if block in review.outline.headings or not places.tells_review(review.outline, block):
            continue
        if review.outline.kind(block) in _OPENING or not places.tells_case(review.outline, block):
            yield sentence


def _sections(review: Review, steps: list[Sentence]) -> Iterator[ProcessSection]:
    heading = pattern("process", "heading")
    for section in review.outline.sections:
        titled = bool(heading.search(section.title))
        untold = section.kind is SectionKind.OTHER or section.recognised_by == "content" or section.kind in _DATED
        if section.kind not in _KINDS and not (untold and (titled or section.kind is SectionKind.OTHER)):
            continue
        blocks = _own_blocks(review, section)
        named = section.kind is SectionKind.PROCESS or titled
        told = sum(1 for step in (_wide(review, blocks) if named else steps) if step.block in blocks)
        if named or (section.kind in _KINDS and told >= STEPS_WITHOUT_HEADING):
            words = sum(len(review.document.blocks[block].text.split()) for block in blocks)
            place = None if section.heading is None else review.document.whole(section.heading)
            yield ProcessSection(place, words, told)


def _wide(review: Review, blocks: set[int]) -> Iterator[Sentence]:
    """Sentences of a section headed as the process that tell of anything done in it."""
    for block in sorted(blocks - review.outline.headings):
        for sentence in review.prose.by_block.get(block, ()):
            if _has("steps", sentence) or _has("steps_there", sentence):
                yield sentence


def _own_blocks(review: Review, section: Section) -> set[int]:
    """What its authors wrote in a section, without a chronology that the form prints under the same heading."""
    return {
        block.index
        for block in review.prose.blocks
        if section.first <= block.index < section.end
        and places.nearest(review.outline, block.index, SectionKind.CHRONOLOGY, *_KINDS) is not SectionKind.CHRONOLOGY
    }


def _dated(review: Review, spans: list[Span]) -> Iterator[Span]:
    """Those with a date in the sentence, or in another cell of their row in a table of short cells."""
    blocks = review.document.blocks
    rows = {
        (cell.table, cell.row): cell.column
        for mention in review.date_mentions
        if (cell := blocks[mention.span.block].cell) is not None and len(blocks[mention.span.block].text) <= DATE_CELL
    }
    for span in spans:
        cell = blocks[span.block].cell
        start = max(_start_with_meeting(review, span), _start_after_referral(review, span))
        inside = any(
            m.span.block == span.block and start <= m.span.start < span.end and (not m.value or m.value.at_least_month)
            for m in review.date_mentions
        )
        if inside or (cell is not None and rows.get((cell.table, cell.row), cell.column) != cell.column):
            yield span


def _start_with_meeting(review: Review, span: Span) -> int:
    """Where the sentence before starts, if it tells of the meeting at which the decision was made."""
    sentences = review.prose.by_block.get(span.block, ())
    before = [sentence for sentence in sentences if sentence.end <= span.start][-1:]
    return before[0].start if before and _has("meeting", before[0]) else span.start


def _start_after_referral(review: Review, span: Span) -> int:
    """Where the clause on the decision starts, if the one before it tells of the referral and has the date for itself."""
    text = review.document.quote(span)
    decided = next((match for match in _CLAUSE.finditer(text) if pattern("process", "decision").search(text, match.end())), None)
    if decided is None or not _REFERRED.search(text, 0, decided.start()) or _WEIGHED.search(text, 0, decided.start()):
        return span.start
    return span.start + decided.end()


_CLAUSE = compile_pattern(r",? (?:and|which|who|whereupon|after which|but) (?=the\b|its\b|it\b|agreed\b|decided\b|recommended\b|concluded\b)|; ", re.IGNORECASE)
_REFERRED = compile_pattern(r"\b(?:told|referred|referral|reported|notified|brought|drew)\b", re.IGNORECASE)
_WEIGHED = compile_pattern(r"\b(?:considered|discussed|met|meeting|heard|received|examined|looked at)\b", re.IGNORECASE)
"""What the Sub-Group did with a referral on the day that is told."""


def _in_case(review: Review, sentence: Sentence) -> bool:
    return places.tells_case(review.outline, sentence.block) and not _has("steps", sentence)


def _has(key: str, sentence: Sentence) -> bool:
    return pattern("process", key).search(sentence.text) is not None
