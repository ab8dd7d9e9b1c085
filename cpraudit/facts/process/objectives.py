"""The terms of reference, and the questions that are asked of this case alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from cpraudit.document import Block, BlockKind, SectionKind, Span
from cpraudit.document.naming import name
from cpraudit.facts.text import listing
from cpraudit.facts.text.lexicon import load
from cpraudit.patterns import Pattern, Phrases, compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

FEWEST_TASKS = 3
"""Core tasks, of six, that make a printed list of them."""
TASKS_IN_LIST = 4
"""Core tasks of a list whose heading does not say that it is one."""
LONGEST_TITLE = 8
"""Words of a line that is a title over a list, without a colon or a heading's style."""
LONGEST = 60
"""Words of the longest question of a case."""
ANNOUNCED = compile_pattern(r"\b(?:questions?|lines? of (?:en|in)quiry|objectives?|issues?)\b", re.IGNORECASE)
ASKED = compile_pattern(r"\?(?:\W*|\s*\W?[\da-z]{1,2}\W*)$")
"""A question, perhaps with the number of the next one after it."""
_NEVER = (
    SectionKind.LEARNING,
    SectionKind.RECOMMENDATIONS,
    SectionKind.STATEMENT,
    SectionKind.REFERENCES,
    SectionKind.GLOSSARY,
    SectionKind.CONTENTS,
    SectionKind.NARRATIVE,
    SectionKind.CORE_TASKS,
    SectionKind.CONCLUSION,
    SectionKind.WELSH_GOVERNMENT,
)


@dataclass(frozen=True, slots=True)
class Objectives:
    """Terms of reference and case questions."""

    core_tasks: tuple[Span, ...]
    """The core tasks as set (in the report or an annex); empty where fewer than three stand there."""
    purpose: tuple[Span, ...]
    """Purpose or principles, in the terms of reference."""
    elsewhere: tuple[Span, ...]
    """Where the terms of reference are said to be in another document."""
    questions: tuple[Span, ...]
    """Questions or objectives of this case."""


def find(review: Review) -> Objectives:
    """The form's own wording counts here: these checks ask whether it is there."""
    tasks = _core_tasks(review)
    questions = tuple(_questions(review)) or tuple(_set_where_answered(review))
    return Objectives(tuple(tasks), tuple(_purpose(review, tasks)), tuple(_elsewhere(review)), questions)


def _core_tasks(review: Review) -> list[Span]:
    found: dict[str, Span] = {}
    for block in review.document.blocks:
        if block.index in review.outline.headings:
            continue
        if block.index in review.outline.printed or review.outline.within(block.index, SectionKind.TERMS):
            for task, words in _patterns("core").items():
                if task not in found and words.search(block.text):
                    found[task] = review.document.whole(block.index)
    return list(found.values()) if len(found) >= FEWEST_TASKS else _tasks_in_list(review)


def _tasks_in_list(review: Review) -> list[Span]:
    """The core tasks in a list that stands under a heading which does not say so."""
    by_section: dict[int, dict[str, Span]] = {}
    for block in review.prose.blocks:
        if block.kind is not BlockKind.LIST_ITEM or review.outline.within(block.index, *_NEVER):
            continue
        found = by_section.setdefault(review.outline.section(block.index).index, {})
        for task, words in _patterns("core").items():
            if task not in found and words.search(block.text):
                found[task] = review.document.whole(block.index)
                break
    tasks = max(by_section.values(), key=len, default={})
    return list(tasks.values()) if len(tasks) >= TASKS_IN_LIST else []


def _purpose(review: Review, tasks: list[Span]) -> Iterator[Span]:
    purpose = _patterns("words")["purpose"]
    listed = {review.outline.section(span.block).index for span in tasks}
    for block in review.document.blocks:
        here = review.outline.within(block.index, SectionKind.TERMS)
        if (here or review.outline.section(block.index).index in listed) and purpose.search(block.text):
            yield review.document.whole(block.index)


def _elsewhere(review: Review) -> Iterator[Span]:
    elsewhere = _patterns("words")["elsewhere"]
    for sentence in review.prose.sentences:
        heading = sentence.block in review.outline.headings
        if not heading and elsewhere.search(sentence.text) and not _is_contents(review, sentence.block):
            yield sentence.span


def _is_contents(review: Review, block: int) -> bool:
    return review.outline.within(block, SectionKind.CONTENTS)


def _questions(review: Review) -> Iterator[Span]:
    words = _patterns("words")
    seen: set[int] = set()
    for block in review.prose.blocks:
        if review.outline.within(block.index, *_NEVER):
            continue
        here = review.outline.kind(block.index) is SectionKind.OBJECTIVES
        asking = words["leads_to_questions"].search(block.text) is not None
        if not (words["lead"].search(block.text) or here or asking or words["matters"].search(block.text)):
            continue
        if words["discussion"].search(block.text):
            continue
        if block.index not in seen:  # not a point of a list that its heading has given already
            yield from _inline(review, block)
        if not _opens(review, block) or not (
            words["lead"].search(block.text) or asking or block.index in review.outline.headings
        ):
            continue
        points = _points(review, block)
        if asking and not words["lead"].search(block.text):
            points = [point for point in points if words["question"].search(review.document.blocks[point].text)]
        for point in points:
            text = review.document.blocks[point].text
            if point in seen or words["generic"].search(text) or not 4 <= len(text.split()) <= LONGEST:
                continue
            seen.add(point)
            yield review.document.whole(point)


def _set_where_answered(review: Review) -> Iterator[Span]:
    """The questions of a report that sets them only where it answers them: headings, or the openings of paragraphs."""
    words = _patterns("words")
    for block in review.document.blocks:
        sentences = review.prose.by_block.get(block.index, ())
        if not sentences or not sentences[0].text.endswith("?") or words["generic"].search(sentences[0].text):
            continue
        titles = [section for section in review.outline.lineage(block.index) if section.kind is SectionKind.CORE_TASKS]
        if any((naming := name(section.title)) and naming.kind is SectionKind.OBJECTIVES for section in titles):
            yield sentences[0].span


def _inline(review: Review, block: Block) -> Iterator[Span]:
    """'The panel asked in particular whether ... , how ... and what ...' in one sentence."""
    words = _patterns("words")
    sentences = review.prose.by_block.get(block.index, ())
    put = [s for s in sentences if ASKED.search(s.text) and not words["generic"].search(s.text)]
    announced = any(ANNOUNCED.search(s.text) or words["lead"].search(s.text) for s in sentences)
    if announced and len(put) >= 2 and block.index not in review.outline.headings:
        yield from (s.span for s in put)
    for sentence in sentences:
        asked = words["asks"].findall(sentence.text)
        leads = words["lead"].search(sentence.text) or review.outline.kind(block.index) is SectionKind.OBJECTIVES
        sets = (leads and len(asked) >= 2) or words["matters"].search(sentence.text)
        if sets and not words["generic"].search(sentence.text):
            yield sentence.span


def _opens(review: Review, block: Block) -> bool:
    text = block.text.rstrip()
    if block.kind is BlockKind.LIST_ITEM and text.endswith("."):
        return False  # itself a point of a list: a task of the panel that speaks of 'hypotheses'
    titled = len(text.split()) <= LONGEST_TITLE and _before_list(review, block)
    return titled or block.index in review.outline.headings or text.endswith((":", ":-", "–", ".")) or block.cell is not None


def _before_list(review: Review, block: Block) -> bool:
    """Whether a line stands straight over a list: a title, though it is set as any other line."""
    after = review.document.blocks[block.index + 1 : block.index + 2]
    return block.kind is BlockKind.PARAGRAPH and bool(after) and after[0].kind is BlockKind.LIST_ITEM


def _points(review: Review, block: Block) -> list[int]:
    """The points after a lead-in; numbered or bulleted, ending in a question mark, or under a heading of questions."""
    found: list[int] = []
    for following in review.document.blocks[block.index + 1 : block.index + 25]:
        if following.index in review.outline.headings or following.part != block.part:
            break
        if following.index in review.outline.printed:
            continue
        question = following.text.rstrip().endswith("?")
        if not question and not (following.label and listing.is_point(following, after_table=block.cell is None)):
            if found or block.index not in review.outline.headings or following.text.rstrip().endswith("."):
                break
            continue
        found.append(following.index)
    return found


@cache
def _patterns(key: str) -> dict[str, Pattern]:
    return {name: Phrases(words, re.IGNORECASE, kept=True) for name, words in load("objectives")[key].items()}
