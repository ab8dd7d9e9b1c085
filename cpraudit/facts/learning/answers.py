"""Which of its own questions a report answers: explicitly (by number, or by restating it), or by a finding on its subject."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from cpraudit.document import Block, Section, SectionKind, Span, leadins
from cpraudit.facts.learning.learning import TOLD
from cpraudit.facts.recommendations.tracing import subjects
from cpraudit.facts.text.lexicon import load
from cpraudit.patterns import Pattern, compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

_ELSEWHERE = (SectionKind.OBJECTIVES, SectionKind.TERMS, SectionKind.CONTENTS, SectionKind.RECOMMENDATIONS,
              SectionKind.SCOPE, SectionKind.PROCESS, SectionKind.STATEMENT, SectionKind.REFERENCES,
              SectionKind.CHRONOLOGY)  # fmt: skip
_ANSWERING = (SectionKind.LEARNING, SectionKind.CORE_TASKS, SectionKind.CONCLUSION, SectionKind.GOOD_PRACTICE,
              SectionKind.SUMMARY)  # fmt: skip
RESTATED = 0.6
"""Share of a question's subject that a heading repeats when it restates it (this project's own)."""
COVERED = 0.5
"""Share of a question's own subject that one section of the learning must hold to be a finding on it."""
FEWEST_SHARED = 2
SPLIT = compile_pattern(r"(?:,|;|\band\b)\s+(?:and\s+)?(?=(?:whether|how|what|why|when|who)\b)", re.IGNORECASE)
OUR_ANSWERS = compile_pattern(r"^\W*(?:[\d.]+\s+)?(?:our |the |the panel['’]s )?answers\b", re.IGNORECASE)
MARKER = compile_pattern(r"(?:^|[.;]\s)(\(?(?:[a-j]|\d{1,2}|[ivx]{1,4})\))(?=\s)")
RESTATES = compile_pattern(
    r"\b(?:question|line of (?:en|in)quiry|objective|one|first|second|third|fourth|fifth|last) (?:asked|asks|was|concerned|concerns) "
    r"(?:whether|how|what|why|who|when)\b",
    re.IGNORECASE,
)
ASKED = compile_pattern(r"\b(?:whether|how|what|why)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the case, and where it is answered."""

    text: str
    span: Span
    explicit: Span | None
    """Where it is answered by its number, or under a heading that restates it."""
    finding: Span | None
    """Where the learning finds on its subject, without naming it."""

    @property
    def answered(self) -> Span | None:
        """The best place that answers it."""
        return self.explicit or self.finding


@dataclass(frozen=True, slots=True)
class Answers:
    """The questions of a case in order, each with its answer."""

    questions: tuple[Question, ...]
    analysed: bool
    """There is learning or a conclusion in which an answer could stand."""


def find(review: Review) -> Answers:
    """Match the questions of the case with what stands outside the objectives and the terms of reference."""
    asked = list(_asked(review))
    by_number = _by_number(review, len(asked))
    topics = [subjects(text) for text, _ in asked]
    restated = _restated(review, topics)
    found = _findings(review, topics)
    questions = tuple(
        Question(text, span, by_number.get(number + 1) or restated.get(number), found.get(number))
        for number, (text, span) in enumerate(asked)
    )
    words = sum(len(s.text.split()) for s in review.prose.sentences_in(*_ANSWERING))
    return Answers(questions, words >= MUCH)


MUCH = 250
"""Words of learning and conclusion in which an answer can be overlooked."""


def _asked(review: Review) -> Iterator[tuple[str, Span]]:
    """The questions; several asked in one sentence are taken apart, and a sentence that only leads to them is left out."""
    for span in review.objectives.questions:
        text = review.document.quote(span)
        if not text.rstrip().endswith("?") and len(ASKED.findall(text)) >= FEWEST_SHARED:
            first = ASKED.search(text)
            yield from ((part.strip(), span) for part in SPLIT.split(text[first.start() if first else 0 :]))
        elif not _names_questions(text):
            yield text, span


def _names_questions(text: str) -> bool:
    """'The panel set five questions.'"""
    return bool(
        re.search(r"\b(?:questions|lines of enquiry|objectives|issues)\b", text)
    ) and not text.rstrip().endswith("?")


@cache
def _numbered() -> tuple[Pattern, ...]:
    """'question 2', 'questions 1 to 4', 'Q3', 'question (ii)'; 'the second question'; 'On the second, '."""
    data = load("answers")
    nouns, ordinals = "|".join(data["nouns"]), "|".join(data["ordinals"])
    number = rf"(?:\d{{1,2}}|{'|'.join(data['numerals'])}|\(?(?:{'|'.join(sorted(data['romans'], key=len, reverse=True))})\b\)?)"
    by_number = rf"\b(?:(?:{nouns})\s+\(?|Q)(?P<numbers>{number}(?:(?:\s*,\s*|\s+and\s+|\s*,\s*and\s+|\s+to\s+|\s*[–-]\s*){number})*)(?!\w)"
    by_ordinal = rf"\b(?P<ordinal>{ordinals}|last|final)\s+(?:of\s+(?:the|these|those|our)\s+)?(?:[\w’']+\s+)?(?:{nouns})\b"
    bare = (
        rf"^(?:(?:{'|'.join(data['openers'])})\s+the\s+)?(?P<ordinal>{ordinals}|last|final)(?:ly)?\b(?=\s*[,:]|\s+\w+)"
    )
    several = rf"\b(?:the|these|those|our|{'|'.join(data['numerals'])}|\d)\s+(?:\w+\s+)?(?:{nouns})\b"
    return tuple(compile_pattern(words, re.IGNORECASE) for words in (by_number, by_ordinal, bare, several))


def _by_number(review: Review, count: int) -> dict[int, Span]:
    """Answers that name a question by its number, or that stand in its place in a list of answers."""
    found: dict[int, Span] = {}
    by_number, by_ordinal, bare, by_noun = _numbered()
    for block, sentences in review.prose.by_block.items():
        if review.outline.within(block, *_ELSEWHERE):
            continue
        spoken_of = False
        for sentence in sentences:
            numbers = [n for match in by_number.finditer(sentence.text) for n in _numbers(match["numbers"])]
            ordinals = [match["ordinal"] for match in by_ordinal.finditer(sentence.text)]
            opened = bare.match(sentence.text)
            spoken_of = spoken_of or bool(numbers or ordinals or by_noun.search(sentence.text))
            if opened and spoken_of:
                ordinals.append(opened["ordinal"])
            if RESTATES.search(sentence.text) and sentence is sentences[-1]:
                continue  # 'The third asked what part the uncle played.', and no more
            for number in (*numbers, *(_place(ordinal, count) for ordinal in ordinals)):
                if 0 < number <= count:
                    found.setdefault(number, sentence.span)
    for number, span in _in_order(review, count):
        if 0 < number <= count:
            found.setdefault(number, span)
    return found


def _numbers(text: str) -> list[int]:
    """The numbers of '1', '(ii)', '1, 2 and 5', '1 to 4'."""
    data = load("answers")
    words = re.findall(r"\w+", text.lower())
    values: list[int] = []
    through = False
    for word in words:
        if word == "to":
            through = True
        value = int(word) if word.isdigit() else _listed(word, data["numerals"]) or _listed(word, data["romans"])
        if not value:
            continue
        if through or (values and re.search(rf"{values[-1]}\s*[–-]\s*{word}\b", text)):
            values += range(values[-1] + 1, value)
            through = False
        values.append(value)
    return values


def _listed(word: str, words: list[str]) -> int:
    return words.index(word) + 1 if word in words else 0


def _place(ordinal: str, count: int) -> int:
    return count if ordinal.lower() in {"last", "final"} else _listed(ordinal.lower(), load("answers")["ordinals"])


def _in_order(review: Review, count: int) -> Iterator[tuple[int, Span]]:
    """Entries '1.' or 'b)', or as many paragraphs as questions, under a heading of answers to them."""
    data = load("answers")
    nouns, answering = (
        compile_pattern("|".join(data["nouns"]), re.IGNORECASE),
        compile_pattern(rf"\b(?:{'|'.join(data['answering'])})", re.IGNORECASE),
    )
    for section in review.outline.sections:
        alone = OUR_ANSWERS.search(section.title)
        if not (alone or (nouns.search(section.title) and (answering.search(section.title) or _takes_each(review, section)))):
            continue
        if section.heading is None or review.outline.within(section.heading, *_ELSEWHERE):
            continue
        own = [
            b for b in review.prose.blocks
            if section.first <= b.index < section.end and b.cell is None and b.index not in review.outline.headings
        ]  # fmt: skip
        for block in own:
            for marker in [block.label, *MARKER.findall(block.text)]:
                yield _of_marker(marker), review.document.whole(block.index)
        if len(own) == count or (own and len(own) >= count and all(_opens_with_question(review, b) for b in own)):
            yield from ((place, review.document.whole(block.index)) for place, block in enumerate(own, 1))


def _takes_each(review: Review, section: Section) -> bool:
    """Whether a section of findings takes questions in turn: each of its paragraphs asks one and answers it."""
    own = [b for b in review.prose.blocks if section.first <= b.index < section.end]
    return section.kind is SectionKind.CORE_TASKS and len(own) > 1 and all(_opens_with_question(review, b) for b in own)


def _opens_with_question(review: Review, block: Block) -> bool:
    """'Was he heard? Seldom, and never alone.': asked of the case and not of the reader."""
    sentences = review.prose.by_block.get(block.index, ())
    asked = len(sentences) > 1 and sentences[0].text.endswith("?") and not sentences[-1].text.endswith("?")
    return asked and _OF_READERS.search(block.text) is None


_OF_READERS = compile_pattern(r"\b(?:you|your|yours)\b", re.IGNORECASE)


def _of_marker(marker: str) -> int:
    """The place that 'b)', '2.' or '(iii)' stands for; 0 for a bullet."""
    word = marker.strip("().: ").lower()
    if word.isdigit():
        return int(word)
    roman = _listed(word, load("answers")["romans"])
    return roman or (ord(word) - ord("a") + 1 if len(word) == 1 and word.isalpha() else 0)


def _restated(review: Review, topics: list[Counter[str]]) -> dict[int, Span]:
    """Questions that a heading, a lead-in, a question in the text or the first cell of a row repeats."""
    found: dict[int, Span] = {}
    for text, span in _heads(review):
        words = subjects(text)
        scores = [len(topic.keys() & words.keys()) / len(topic) if topic else 0.0 for topic in topics]
        best = max(range(len(scores)), key=scores.__getitem__, default=None)
        if best is not None and scores[best] >= RESTATED and len(topics[best].keys() & words.keys()) >= FEWEST_SHARED:
            found.setdefault(best, span)
    return found


def _heads(review: Review) -> Iterator[tuple[str, Span]]:
    """What can restate a question, with the place of what stands under or beside it."""
    document, outline = review.document, review.outline
    for section in outline.sections:
        outside = section.heading is not None and not outline.within(section.heading, *_ELSEWHERE)
        if outside and section.first < section.end:
            yield section.title, document.whole(section.first)
    for block, sentences in review.prose.by_block.items():
        if outline.within(block, *_ELSEWHERE) or document.blocks[block].cell is not None:
            continue
        opening = sentences[0].text if sentences[0].text.endswith("?") else leadins.title(document.blocks[block].text)
        if opening and len(sentences) > 1:
            yield opening, sentences[1].span
    for table in document.tables:
        if table.width > 1 and table.blocks and not outline.within(table.blocks[0], *_ELSEWHERE):
            for row in table.rows:
                answer = [index for cell in row[1:] for index in cell.blocks if document.blocks[index].text]
                if answer:
                    yield document.cell_text(row[0]), document.whole(answer[0])


def _findings(review: Review, topics: list[Counter[str]]) -> dict[int, Span]:
    """Sections of the learning or the conclusion that share most of what only this question asks about."""
    weak = frozenset(load("answers")["weak"])
    common = Counter(word for topic in topics for word in topic)
    own = [{w for w in topic if common[w] == 1 and w not in weak} for topic in topics]
    found: dict[int, tuple[float, Span]] = {}
    for sections in _sections(review):
        words = subjects(" ".join(review.document.blocks[index].text for index in sections))
        for number, wanted in enumerate(own):
            matched = wanted & words.keys()
            score = len(matched) / len(wanted) if wanted else 0.0
            if score < COVERED or len(matched) < min(FEWEST_SHARED, len(wanted)):
                continue
            place = _sentence(review, sections, matched)
            if place is not None and score > found.get(number, (0.0, place))[0]:
                found[number] = (score, place)
    return {number: span for number, (_, span) in found.items()}


def _sections(review: Review) -> Iterator[list[int]]:
    """The blocks of each innermost section of learning or conclusion, its heading among them."""
    grouped: dict[int, list[int]] = {}
    for block in review.prose.blocks:
        inside = review.outline.within(block.index, *_ANSWERING)
        if inside and not review.outline.within(block.index, *_ELSEWHERE):
            grouped.setdefault(review.outline.innermost[block.index], []).append(block.index)
    yield from grouped.values()


def _sentence(review: Review, blocks: list[int], matched: set[str]) -> Span | None:
    """The sentence that tells most of it, in the past tense."""
    told = [
        (len(subjects(s.text).keys() & matched), s.span)
        for index in blocks for s in review.prose.by_block.get(index, ())
        if TOLD.search(s.text) and index not in review.outline.headings
    ]  # fmt: skip
    best = max(told, key=lambda pair: pair[0], default=None)
    return best[1] if best is not None and best[0] else None
