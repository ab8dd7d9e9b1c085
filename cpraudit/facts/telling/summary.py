"""A summary at the front of a report: a section, or an opening paragraph that gives the findings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span, leadins
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

OF_THE_CASE = (SectionKind.BACKGROUND, SectionKind.FAMILY, SectionKind.CHILD, SectionKind.CHRONOLOGY, SectionKind.PROCESS,
               SectionKind.AGENCIES, SectionKind.PROCEEDINGS)  # fmt: skip
"""Sections whose findings are facts of the family or of the process, and no summary."""
FINDING = compile_pattern(
    r"\b(?:I|we|(?:the|this) (?:review(?:ers?)?|panel)) (?:have |has )?(?:\w+ )?(?:found|concluded)\b(?! it\b)|"
    r"\b(?:(?:the|this) (?:review|panel) (?:finds|concludes)|(?:I|we) conclude)\b|"
    r"\bin (?:short|summary|brief)\b|"
    r"\b(?:main|key|central|principal) (?:findings?|messages?|lessons?|learning)\b|"
    r"\bthe (?:difficulty|problem|weakness|failing)s? (?:lay|lies|was|were)\b|"
    r"\bthe learning (?:from|in) this (?:review|report)\b",
    re.IGNORECASE,
)
SUMMARY = compile_pattern(
    r"^\W*(?!what happened|timeline|narrative|chronology|background)(?:[\dA-Z]{1,2}[.)] )?(?:(?:executive|plain|easy[- ]read) summary|(?:the |our )?(?:key|main|principal|"
    r"headline) (?:findings|messages)"
    r"(?: (?:of|from|in) .{3,40})?|(?:.{3,30} )?(?:at a glance|in brief|in a nutshell|(?:on|in) (?:a|one)(?: single)? (?:page|box|sheet|paragraph|minute))|(?:what )?(?:this|"
    r"the) review (?:in short|found)|"
    r"what (?:we|the review|the panel|this review) (?:found|learned|learnt)(?: in (?:brief|short))?|"
    r"overview of (?:the )?findings)\W*$",
    re.IGNORECASE,
)
"""Headings of a summary, besides those that the outline knows."""
_MESSAGES = compile_pattern(
    r"^\W*(?:the |our )?(?:(?:main|key|principal|central|headline) )?(?:messages?|findings|lessons|learning|conclusions?|summary)(?: (?:in (?:brief|short)|of the review|at a glance))?\W*$|"
    r"^\W*what (?:we|the review|the panel) (?:found|learned|learnt)\W*$",
    re.IGNORECASE,
)
"""The label of a row that sums the review up."""
ROW_WORDS = 25
"""Words beside the label that make a summary."""
NEAR_START = 0.3
"""Share of the report's body within which a summary is up front (this project's own)."""
OPENING_WORDS = 900
MEETING = compile_pattern(r"\b(?:sub-?group|criteria)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class UpFront:
    """What of a summary stands near the start."""

    section: tuple[Span, ...]
    """The first lines of a summary section."""
    paragraph: tuple[Span, ...]
    """An opening paragraph that gives findings."""


def find(review: Review) -> UpFront:
    """Look at the start of the report, annexes left out."""
    outline, document = review.outline, review.document
    body = [block.index for block in document.blocks if block.part == 0]
    limit = body[0] + max(len(body) * NEAR_START, 12) if body else 0
    section: tuple[Span, ...] = ()
    learning = min(
        (s.first for s in outline.of_kind(SectionKind.LEARNING) if s.part == 0), default=len(document.blocks)
    )
    named = [s for s in outline.sections if s.kind is SectionKind.SUMMARY or SUMMARY.search(s.title or "")]
    for found in named:
        lines = [index for index in range(found.first, found.end) if document.blocks[index].text]
        if found.part == 0 and lines and lines[0] <= limit and (lines[0] <= learning or SUMMARY.search(found.title)):
            section = tuple(document.whole(index) for index in lines[:2])
            break
    section = section or _row(review, limit)
    return UpFront(section, () if section else _opening(review))


def _row(review: Review, limit: float) -> tuple[Span, ...]:
    """A row of a table, or a box, on the first pages that gives the main messages or findings."""
    for table in review.document.tables:
        if not table.blocks or table.blocks[0] > limit or review.document.blocks[table.blocks[0]].part:
            continue
        for number, row in enumerate(table.rows):
            below = table.rows[number + 1] if number + 1 < len(table.rows) else ()
            beside = row[1:] if table.width > 1 else below  # a box has its label in the row above
            told = [index for cell in beside for index in cell.blocks]
            words = sum(len(review.document.blocks[index].text.split()) for index in told)
            label = review.document.cell_text(row[0]) if row else ""
            if words >= ROW_WORDS and (_MESSAGES.search(label) or SUMMARY.search(label)):
                return tuple(review.document.whole(index) for index in (*row[0].blocks, *told))[:2]
    return ()


def _opening(review: Review) -> tuple[Span, ...]:
    words = 0
    for block in review.prose.blocks:
        if review.outline.within(block.index, SectionKind.TITLE, SectionKind.CONTENTS, SectionKind.GLOSSARY):
            continue
        words += len(block.text.split())
        if words > OPENING_WORDS or review.outline.within(block.index, SectionKind.LEARNING, SectionKind.NARRATIVE):
            return ()
        apart = review.outline.within(block.index, *OF_THE_CASE) or leadins.title(block.text)
        if apart or len(block.text.split()) < 30 or MEETING.search(block.text):
            continue
        if FINDING.search(block.text):
            return (review.document.whole(block.index),)
    return ()
