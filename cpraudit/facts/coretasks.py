"""Answers to the core tasks of the terms of reference: findings, or discussion without one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts import lexicon
from cpraudit.facts.learning import TOLD

if TYPE_CHECKING:
    from cpraudit.facts.prose import Sentence
    from cpraudit.facts.review import Review


class CoreTask(StrEnum):
    """The core tasks that a report answers in its analysis."""

    POLICY = "policy"
    INTERAGENCY = "interagency"
    INTERESTS = "interests"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a report says to one core task, outside its terms of reference."""

    findings: tuple[Span, ...]
    """Explicit findings."""
    under_heading: tuple[Span, ...]
    """Sentences under a heading of its own."""
    reasoned: bool
    """A finding, or the passage under the heading, says why."""
    discussed: tuple[Span, ...]
    """The subject is spoken of without a finding."""


NOT_READ = (SectionKind.TERMS, SectionKind.TITLE, SectionKind.CONTENTS, SectionKind.REFERENCES, SectionKind.GLOSSARY,
            SectionKind.STATEMENT, SectionKind.OBJECTIVES, SectionKind.RECOMMENDATIONS, SectionKind.ACTION_PLAN)  # fmt: skip
PROCESS = (SectionKind.PROCESS, SectionKind.SCOPE, SectionKind.ENGAGEMENT, SectionKind.AGENCIES,
           SectionKind.LEARNING_EVENT, SectionKind.KEY_DATES)  # fmt: skip
ANALYSED = (
    SectionKind.LEARNING,
    SectionKind.CORE_TASKS,
    SectionKind.CONCLUSION,
    SectionKind.GOOD_PRACTICE,
    SectionKind.SUMMARY,
)
GENERAL = re.compile(
    r"\b(?:should|must|needs? to|can|may|will|is|are) (?:\w+ )?be\b|\b(?:should|must|needs? to)\b", re.IGNORECASE
)
BASIS = re.compile(
    r"\bcommissioned\b|\bcriteria\b|\bin accordance with (?:the )?(?:guidance|working together)\b", re.IGNORECASE
)


def find(review: Review) -> dict[CoreTask, Answer]:
    """Read headings, explicit findings and discussion for each core task."""
    return {task: _answer(review, task) for task in CoreTask}


def _answer(review: Review, task: CoreTask) -> Answer:
    subject = lexicon.pattern("analysis", f"core_tasks.{task}")
    says = lexicon.pattern("analysis", f"core_tasks.{task}_finding")
    finding, why = lexicon.pattern("analysis", "core_tasks.finding"), lexicon.pattern("analysis", "why")
    findings, under, discussed = [], [], []
    reasoned = False
    for sentence in review.prose.sentences_outside(*NOT_READ):
        if sentence.block in review.outline.headings or len(sentence.text.split()) < 5:
            continue
        if _under_own_heading(review, sentence, subject):
            under.append(sentence.span)
            reasoned = reasoned or bool(why.search(sentence.text))
        if BASIS.search(sentence.text) or review.outline.within(sentence.block, *PROCESS):
            continue
        if not subject.search(sentence.text) or not _of_the_case(sentence.text):
            continue
        if says.search(sentence.text) and (task is not CoreTask.POLICY or finding.search(sentence.text)):
            findings.append(sentence.span)
            reasoned = reasoned or _reason_follows(review, sentence, why)
        elif review.outline.within(sentence.block, *ANALYSED) or (task is CoreTask.POLICY and _told_of(review, sentence)):
            discussed.append(sentence.span)
    return Answer(tuple(findings), tuple(under), reasoned, tuple(discussed))


def _told_of(review: Review, sentence: Sentence) -> bool:
    """Policies come up where the agencies' acts are told, as much as in the analysis."""
    return review.outline.within(sentence.block, SectionKind.NARRATIVE)


def _of_the_case(text: str) -> bool:
    """Told of what was done, and not laid down for practice in general."""
    return bool(TOLD.search(text)) and not GENERAL.search(text)


def _under_own_heading(review: Review, sentence: Sentence, subject: re.Pattern[str]) -> bool:
    """Its innermost heading is in the findings on the core tasks and names the subject."""
    section = review.outline.section(sentence.block)
    answering = review.outline.within(sentence.block, SectionKind.CORE_TASKS)
    return answering and bool(subject.search(section.title))


def _reason_follows(review: Review, sentence: Sentence, why: re.Pattern[str]) -> bool:
    sentences = review.prose.by_block[sentence.block]
    at = sentences.index(sentence)
    return any(why.search(s.text) for s in sentences[max(0, at - 1) : at + 3])
