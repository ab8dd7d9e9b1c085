"""The conclusion, and whether it comes back to the objectives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.learning.coretasks import CoreTask
from cpraudit.facts.text import lexicon
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

REFERS = compile_pattern(
    r"\b(?:terms of reference|core tasks?|(?:review|case|its|our|specific|these|those|the|three|four|five|six)(?:['’]s)? objectives?|"
    r"objectives? (?:of|for|set|that|which|one|two|three|\d)|(?:panel|review)['’]s questions?|"
    r"(?:on|to|in answer to|as to|in response to) (?:the )?(?:first|second|third|fourth|fifth|questions?)\b(?: question)?|"
    r"questions? (?:\d+|one|two|three|four|five|\([ivx]+\))|lines? of (?:en|in)quiry|"
    r"(?:questions|matters|issues|tasks) (?:that |which )?(?:the panel|we|it|I|the review|the reviewers?|the board) (?:was |were )?"
    r"(?:set|asked|posed|put|given)|(?:questions?|issues|tasks) (?:put|posed|set|asked|given|raised|before|for) (?:to |by |at )?"
    r"(?:the |this |us|our|me)?\s?(?:review|panel|us|me|start|outset|board)?|"
    r"(?:asked|set|given|posed|answer(?:ed)?) (?:\w+ ){0,2}(?:two|three|four|five|six|seven|\d) (?:questions|tasks|things)|"
    r"(?:review|we|panel|reviewers?) (?:was|were) asked (?:to|whether|how|what)|remit|our answers?)\b",
    re.IGNORECASE,
)
OPENS = compile_pattern(
    r"^(?:in conclusion|to conclude|in closing|in summary,|overall, the review|the (?:review|panel|reviewers?) (?:therefore )?concludes?\b|"
    r"(?:we|I) (?:therefore )?conclude)\b",
    re.IGNORECASE,
)

CONCLUDING = compile_pattern(r"\bconclu|\bclosing\b|\bsumm(?:ary|ing)\b|\banswers\b", re.IGNORECASE)
NOT_READ = (SectionKind.TERMS, SectionKind.RECOMMENDATIONS, SectionKind.PROCESS, SectionKind.STATEMENT,
            SectionKind.CONTENTS, SectionKind.OBJECTIVES)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Closing:
    """What concludes the report."""

    spans: tuple[Span, ...]
    refers: tuple[Span, ...]
    """Where it comes back to the objectives, core tasks or terms of reference."""


def find(review: Review) -> Closing:
    """Sections of conclusion (answers to the core tasks may be headed as one), else paragraphs that open as one."""
    sentences = [
        s for s in review.prose.sentences
        if s.block not in review.outline.headings and _concludes(review, s.block) and not _unwritten(review, s.block)
    ]  # fmt: skip
    if not sentences:
        opening = [
            block.index for block in review.prose.blocks
            if OPENS.match(block.text) and not review.outline.within(block.index, *NOT_READ)
        ]  # fmt: skip
        sentences = [s for index in opening for s in review.prose.by_block.get(index, ())]
    titles = {review.outline.section(s.block).heading: s.span for s in sentences}
    referring = [span for heading, span in titles.items() if heading is not None and _refers(review, heading)]
    return Closing(
        tuple(s.span for s in sentences),
        tuple(dict.fromkeys((*(s.span for s in sentences if REFERS.search(s.text)), *referring))),
    )


_NOTE = compile_pattern(r"\[[^\[\]]*\]")
_NOT_YET = compile_pattern(
    r"\W*(?:(?:still |yet )?to (?:follow|come|do|be (?:written|drafted|completed|added|agreed|confirmed|done))|not (?:yet )?(?:started|written|begun|"
    r"drafted|done|completed)(?: yet)?|unwritten|awaited|pending|tb[acd])?\W*",
    re.IGNORECASE,
)


def _unwritten(review: Review, block: int) -> bool:
    """Whether a paragraph of a draft holds its author's notes and nothing else: 'To follow.', '[half a page]'."""
    return _NOT_YET.fullmatch(_NOTE.sub(" ", review.document.blocks[block].text)) is not None


def _concludes(review: Review, block: int) -> bool:
    outline = review.outline
    if outline.within(block, SectionKind.RECOMMENDATIONS):
        return False
    if outline.within(block, SectionKind.CONCLUSION):
        return True
    lineage = [section for section in outline.lineage(block) if section.kind is SectionKind.CORE_TASKS]
    return any(CONCLUDING.search(section.title) for section in lineage)


def _refers(review: Review, heading: int) -> bool:
    """The heading itself, or one above it, names the objectives or the tasks, or what one of them asks about."""
    tasks = [lexicon.pattern("analysis", f"core_tasks.{task}_heads") for task in CoreTask]
    if any(task.search(review.document.blocks[heading].text) for task in tasks):
        return True
    return any(REFERS.search(section.title) for section in review.outline.lineage(heading))
