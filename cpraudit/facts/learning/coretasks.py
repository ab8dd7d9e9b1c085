"""Answers to the core tasks of the terms of reference: findings, or discussion without one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span, leadins
from cpraudit.facts.learning.learning import TOLD
from cpraudit.facts.text import lexicon
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review
    from cpraudit.facts.text.prose import Sentence


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
    in_row: bool = False
    """A row of a table answers the task."""


NOT_READ = (SectionKind.TERMS, SectionKind.TITLE, SectionKind.CONTENTS, SectionKind.REFERENCES, SectionKind.GLOSSARY,
            SectionKind.STATEMENT, SectionKind.OBJECTIVES, SectionKind.RECOMMENDATIONS, SectionKind.ACTION_PLAN)  # fmt: skip
FEWEST_WORDS = 4
LONG_NAME = 25
"""Most words of a table cell that names a core task."""
LONG_ANSWER = 12
"""Words of a table cell that can hold a finding and its reason."""
ORDINAL = compile_pattern(r"\b(?:first|second|third|core task|task (?:\d|one|two|three))\b", re.IGNORECASE)
NUMBERED = compile_pattern(r"\W*(?:core )?task (?P<number>\d|one|two|three)\b", re.IGNORECASE)
"""'Task 2.': a paragraph that answers the tasks in the order in which the form prints them."""
AS_TO = compile_pattern(
    r"(?:as (?:to|for|regards)|on|regarding|with regard to|in (?:relation|respect|terms) (?:to|of)|concerning|turning to)\b",
    re.IGNORECASE,
)
NEAR = 60
"""Characters in which a sentence that opens 'As to joint working, ...' names what it answers."""
RESTATES = compile_pattern(
    r"\b(?:terms of reference|core tasks?|(?:first|second|third|fourth|last) (?:task|question)|(?:we|I|the (?:review|panel|reviewers?)) (?:was|were)|the (?:panel|board) )\b"
    r"[^.;]{0,60}?\b(?:ask|asks|asked|set)\b[^.;]{0,40}\b(?:whether|how (?:far|well)|to what extent|if)\b",
    re.IGNORECASE,
)
"""A conclusion that opens by saying what was asked: 'We were asked whether procedures were followed.'"""
CONCLUDED = (SectionKind.CORE_TASKS, SectionKind.CONCLUSION)
PROCESS = (SectionKind.PROCESS, SectionKind.SCOPE, SectionKind.ENGAGEMENT, SectionKind.AGENCIES,
           SectionKind.LEARNING_EVENT, SectionKind.KEY_DATES)  # fmt: skip
ANALYSED = (
    SectionKind.LEARNING,
    SectionKind.CORE_TASKS,
    SectionKind.CONCLUSION,
    SectionKind.GOOD_PRACTICE,
    SectionKind.SUMMARY,
)
GENERAL = compile_pattern(
    r"\b(?:should|must|needs? to|can|may|will|is|are) (?:\w+ )?be\b|\b(?:should|must|needs? to)\b", re.IGNORECASE
)
KEPT = compile_pattern(
    r"\b(?:polic(?:y|ies)|procedures?|protocols?|guidance|guidelines|pathways?) (?:was|were|had been) "
    r"(?:(?:not|only|never|otherwise|largely|fully|partly|therefore|in part) ){0,2}"
    r"(?:followed|complied with|kept to|observed|adhered to|breached|disregarded|applied)\b",
    re.IGNORECASE,
)
"""The finding itself, with the procedure as its subject."""
BASIS = compile_pattern(
    r"\bcommissioned\b|\bcriteria\b|\bin accordance with (?:the )?(?:guidance|working together)\b", re.IGNORECASE
)


def find(review: Review) -> dict[CoreTask, Answer]:
    """Read headings, questions, table rows, explicit findings and discussion for each core task."""
    return {task: _Reading(review, task).answer() for task in CoreTask}


class _Reading:
    """One core task, with the words that tell of it."""

    def __init__(self, review: Review, task: CoreTask) -> None:
        self.review = review
        self.task = task
        self.subject = lexicon.pattern("analysis", f"core_tasks.{task}")
        self.heads = lexicon.pattern("analysis", f"core_tasks.{task}_heads")
        self.says = lexicon.pattern("analysis", f"core_tasks.{task}_finding")
        self.voice = lexicon.pattern("analysis", "core_tasks.finding")
        self.verdict = lexicon.pattern("analysis", "core_tasks.verdict")
        self.why = lexicon.pattern("analysis", "why")

    def answer(self) -> Answer:
        """Everything that the report says to the task, outside its terms of reference."""
        findings, under, discussed = [], [], []
        reasoned = False
        asked = self._asked()
        rows, tabled = self._rows()
        for sentence in self.review.prose.sentences_outside(*NOT_READ):
            block = sentence.block
            if block in self.review.outline.headings or block in tabled or len(sentence.text.split()) < FEWEST_WORDS:
                continue
            if block in asked or self._under_own_heading(block):
                under.append(sentence.span)
                reasoned = reasoned or bool(self.why.search(sentence.text))
            if BASIS.search(sentence.text) or self.review.outline.within(block, *PROCESS):
                continue
            if self._finds(sentence):
                findings.append(sentence.span)
                reasoned = reasoned or self._reason_near(sentence)
            elif self._discusses(sentence):
                discussed.append(sentence.span)
        for row in rows:
            under.append(row)
            words = self.review.document.quote(row)
            reasoned = reasoned or bool(self.why.search(words)) or len(words.split()) >= LONG_ANSWER
        return Answer(tuple(findings), tuple(under), reasoned or len(findings) > 1, tuple(discussed), bool(rows))

    def _finds(self, sentence: Sentence) -> bool:
        """A finding on the subject: in its own words, or a verdict in the voice of one or where findings stand."""
        text = sentence.text
        title = self.review.outline.section(sentence.block).title
        named = bool(self.heads.search(title)) or self._under_own_heading(sentence.block)
        about = bool(self.subject.search(text) or (AS_TO.match(text) and self.heads.search(text[:NEAR])))
        concluded = self.review.outline.within(sentence.block, *CONCLUDED)
        if AS_TO.match(text) and self.heads.search(text[:NEAR]) and TOLD.search(text):
            return concluded or self.review.outline.within(sentence.block, *ANALYSED)
        if not (about or named) or not (_of_the_case(text) or (concluded and TOLD.search(text))):
            return False
        voiced = concluded or self._voiced(sentence) or self._outright(sentence)
        if about and self.says.search(text):
            return voiced or named or self.task is CoreTask.INTERAGENCY
        if self.task is not CoreTask.INTERAGENCY:
            return False
        told = named and lexicon.pattern("analysis", "core_tasks.interagency_told").search(text)
        return bool(told or (voiced and self.verdict.search(text)))

    def _voiced(self, sentence: Sentence) -> bool:
        """It, or the sentence before it, speaks as the panel or the reviewers."""
        sentences = self.review.prose.by_block[sentence.block]
        at = sentences.index(sentence)
        return any(self.voice.search(s.text) for s in sentences[max(0, at - 1) : at + 1])

    def _outright(self, sentence: Sentence) -> bool:
        """In the learning, a procedure said to have been followed or not, with the reason beside it: no voice is needed."""
        outright = self.task is CoreTask.POLICY and KEPT.search(sentence.text)
        return bool(
            outright
            and self.review.outline.within(sentence.block, SectionKind.LEARNING)
            and self._reason_near(sentence)
        )

    def _discusses(self, sentence: Sentence) -> bool:
        analysed = self.review.outline.within(sentence.block, *ANALYSED)
        told = self.task is CoreTask.POLICY and self.review.outline.within(sentence.block, SectionKind.NARRATIVE)
        if not ((analysed or told) and self.subject.search(sentence.text)):
            return False
        return _of_the_case(sentence.text) or (analysed and self._set_beside_the_case(sentence))

    def _set_beside_the_case(self, sentence: Sentence) -> bool:
        """What a policy says, and in the next sentence what was done."""
        sentences = self.review.prose.by_block[sentence.block]
        at = sentences.index(sentence)
        return self.task is CoreTask.POLICY and any(_of_the_case(s.text) for s in sentences[at + 1 : at + 2])

    def _under_own_heading(self, block: int) -> bool:
        """Its heading, or the lead-in of its paragraph, is among the findings on the core tasks and names the subject."""
        outline = self.review.outline
        title = outline.section(block).title
        if outline.within(block, SectionKind.CONCLUSION) and self.heads.search(title):
            return True
        if not outline.within(block, SectionKind.CORE_TASKS):
            return False
        if numbered := NUMBERED.match(self.review.document.blocks[block].text):
            return _place(numbered["number"]) == list(CoreTask).index(self.task) + 1
        opening = leadins.title(self.review.document.blocks[block].text) or self._ordinal(block)
        return bool(self.subject.search(title) or self.heads.search(title) or (opening and self.heads.search(opening)))

    def _ordinal(self, block: int) -> str:
        """'The second core task concerns ...': the sentence that says which task a paragraph answers."""
        sentences = self.review.prose.by_block.get(block, ())
        return sentences[0].text if sentences and ORDINAL.search(sentences[0].text) else ""

    def _asked(self) -> frozenset[int]:
        """Blocks that answer a question on the subject: it heads their section or opens their paragraph, or is restated there."""
        outline, found = self.review.outline, set()
        for block, sentences in self.review.prose.by_block.items():
            if outline.within(block, *NOT_READ, *PROCESS):
                continue
            title = outline.section(block).title
            heads_section = title.endswith("?") and self._names(title) and block not in outline.headings
            first = sentences[0].text
            concluded = outline.within(block, *CONCLUDED) and RESTATES.search(first)
            opens = len(sentences) > 1 and bool(first.endswith("?") or concluded) and self._names(first)
            if heads_section or opens:
                found.add(block)
        return frozenset(found)

    def _names(self, question: str) -> bool:
        return bool(self.heads.search(question) or (self.task is CoreTask.INTERESTS and self.subject.search(question)))

    def _rows(self) -> tuple[list[Span], frozenset[int]]:
        """Rows that name the task in their first cell and answer it in another; and their blocks."""
        rows, blocks = [], set()
        document = self.review.document
        for table in document.tables:
            if not table.blocks or table.width < 2 or self.review.outline.within(table.blocks[0], *NOT_READ, *PROCESS):
                continue
            for row in table.rows:
                names = document.cell_text(row[0]) if row else ""
                if not names or len(names.split()) > LONG_NAME or not self.heads.search(names):
                    continue
                answers = [
                    i for cell in row[1:] for i in cell.blocks if len(document.blocks[i].text.split()) >= FEWEST_WORDS
                ]
                if answers and self._answers(names, document.blocks[answers[0]].text, row_kind=table.blocks[0]):
                    rows.append(document.whole(answers[0]))
                    blocks |= {index for cell in row for index in cell.blocks}
        return rows, frozenset(blocks)

    def _answers(self, names: str, text: str, *, row_kind: int) -> bool:
        """A row answers the task among the findings on the core tasks; elsewhere only with a verdict."""
        if self.review.outline.within(row_kind, SectionKind.CORE_TASKS):
            return True
        return bool(self.verdict.search(text) or self.says.search(f"{names} {text}")) and _of_the_case(text)

    def _reason_near(self, sentence: Sentence) -> bool:
        sentences = self.review.prose.by_block[sentence.block]
        at = sentences.index(sentence)
        return any(self.why.search(s.text) for s in sentences[max(0, at - 1) : at + 3])


def _of_the_case(text: str) -> bool:
    """Told of what was done, and not laid down for practice in general."""
    return bool(TOLD.search(text)) and not GENERAL.search(text)


def _place(number: str) -> int:
    """The number of a task, in figures or in words."""
    words = ("one", "two", "three")
    return int(number) if number.isdigit() else words.index(number.lower()) + 1
