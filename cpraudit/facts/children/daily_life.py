"""The child as a person in the report: what life was like, the child's own words, and the child's needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from cpraudit.document import Section, SectionKind, Span
from cpraudit.facts.family import views
from cpraudit.facts.family.kin import Kin
from cpraudit.facts.text.lexicon import pattern
from cpraudit.patterns import compile_pattern, passing_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review
    from cpraudit.facts.text.prose import Sentence

ANALYSIS = (
    SectionKind.LEARNING,
    SectionKind.CORE_TASKS,
    SectionKind.CONCLUSION,
    SectionKind.SUMMARY,
    SectionKind.IMPROVING,
    SectionKind.OBJECTIVES,
)
MOSTLY = 0.4
"""Share of a paragraph's sentences that must show the child to make it a picture (this project's own)."""
_CHILDLIKE = compile_pattern(
    r"\b(?:he|she|they|his|her|their|him|them|child|children|baby|boy|girl|sisters?|brothers?|twins?|[A-Z](?=['’]s| [a-z]))\b",
    re.IGNORECASE,
)
"""Someone in the third person, or a pseudonym of one letter."""
SENSES = frozenset({
    "hearing", "speech", "language", "sight", "vision", "visual", "heart", "feeding", "motor", "depression", "anxiety", "mood",
    "self-harm", "autism", "asthma", "diabetes", "epilepsy", "prematurity",
})  # fmt: skip
"""What a condition may be of."""
AIDS = frozenset(
    {
        "aid",
        "aids",
        "glasses",
        "spectacles",
        "inhaler",
        "inhalers",
        "splint",
        "splints",
        "brace",
        "wheelchair",
        "hoist",
        "helmet",
    }
)
"""What a child has for a condition, which the analysis may speak of by itself."""
PORTRAIT_WORDS, PORTRAIT_SENTENCES = 60, 3
"""A section whose heading may be of the child's life needs this many words, and sentences that show the child."""
CHILD_WORDS, CHILD_SENTENCES = 40, 2
"""So does a section that is plainly of the child."""


@dataclass(frozen=True, slots=True)
class DailyLife:
    """Signals that the report tells what life was like for the child."""

    sections: tuple[Span, ...]
    """Headings of sections on the child's life that have something under them, and paragraphs that ask what it was like."""
    pictures: tuple[Span, ...]
    """Paragraphs elsewhere that dwell on how it was for the child."""
    passages: tuple[Span, ...]
    """Sentences elsewhere that show the child: tastes, ways, the day, signs of how it felt."""
    own_words: tuple[Span, ...]
    """The child's own words."""
    phrases: tuple[Span, ...]
    """'The voice of the child', 'lived experience', used as a phrase."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What the report says of the child's health, disability and additional needs."""

    stated: tuple[Span, ...]
    used: tuple[Span, ...]
    """In the learning, the conclusion or the answers to the core tasks."""
    none_said: tuple[Span, ...]
    """Said to be none."""


def find(review: Review) -> DailyLife:
    """Find sections, passages, words and phrases on the child's life."""
    sections = [s for s in review.outline.sections if _on_life(review, s)]
    passages: list[Span] = []
    words: list[Span] = []
    phrases: list[Span] = []
    for sentence in review.prose.sentences:
        block = sentence.block
        if review.document.blocks[block].part or review.outline.within(block, *views.NOT_READ):
            continue
        if block not in review.outline.headings and _shows_child(review, sentence):
            passages.append(sentence.span)
            if re.search(r"[“\"]", sentence.text):
                words.append(sentence.span)
        if pattern("household", "life.phrase").search(sentence.text):
            phrases.append(sentence.span)
    words += [view.span for view in review.family.views if view.kin is Kin.CHILD]
    pictures = list(_pictures(review, {span.block for span in passages}))
    return DailyLife(
        (
            *(review.document.whole(s.first if s.heading is None else s.heading) for s in sections),
            *(span for span, opens in pictures if opens),
        ),
        tuple(span for span, _ in pictures),
        tuple(passages),
        tuple(dict.fromkeys(words)),
        tuple(phrases),
    )


def _pictures(review: Review, shown: set[int]) -> Iterator[tuple[Span, bool]]:
    """Paragraphs that show the child in most of their sentences, and whether they open by asking what life was like."""
    portrait, asked = pattern("household", "life.portrait"), pattern("household", "life.asked")
    children = [re.escape(name.removeprefix("Child ")) for name in review.kin.children]
    named = re.compile(rf"\b(?:{'|'.join(children)})\b") if children else None
    what_like = re.compile(rf"\bwhat (?:[Cc]hild )?(?:{'|'.join(children)}) (?:was|is|had been) like\b") if children else None
    for block, sentences in review.prose.by_block.items():
        if not _tells_of_life(review, block) or sum(len(s.text.split()) for s in sentences) < CHILD_WORDS:
            continue
        pictured = [
            s for s in sentences if portrait.search(s.text) and _CHILDLIKE.search(s.text) and not _denied(s.text)
        ]
        opens = any(asked.search(s.text) or (what_like and what_like.search(s.text)) for s in sentences[:2])
        if len(pictured) + opens < PORTRAIT_SENTENCES:  # the sentence that asks what it was like is one of them
            continue
        about = block in shown or bool(named and named.search(sentences[0].text))
        if review.outline.within(block, SectionKind.ENGAGEMENT):  # there, only the child's own account of the days
            about = False
        if opens or (about and len(pictured) >= MOSTLY * len(sentences)):
            yield pictured[0].span, opens


def _tells_of_life(review: Review, block: int) -> bool:
    outline = review.outline
    apart = (*views.NOT_READ, SectionKind.CHRONOLOGY, SectionKind.CHANGES, SectionKind.PROCESS)
    return (
        not review.document.blocks[block].part and block not in outline.headings and not outline.within(block, *apart)
    )


def _told_apart(text: str) -> list[str]:
    """What a sentence tells: one thing, or each entry of a list behind a colon ('Staff saw: slept in class, always hungry, hid food')."""
    _, colon, listed = text.partition(": ")
    entries = re.split(r"[,;] ", listed)
    return entries if colon and len(entries) >= _FEWEST_ENTRIES else [text]


_FEWEST_ENTRIES = 4
"""Entries behind a colon that make a sentence a list."""


def _on_life(review: Review, section: Section) -> bool:
    """Whether a section is about the child's life and has a picture of it."""
    if (
        section.part
        or not section.title
        or section.first >= section.end
        or review.outline.within(section.first, *views.NOT_READ)
    ):
        return False
    title = section.title
    named = any(
        title.strip().rstrip(".").endswith(name) and len(title.split()) <= len(name.split()) + 1
        for name in review.kin.children
    )
    if not (section.kind is SectionKind.CHILD or named or pattern("household", "life.title").search(title)):
        return False
    if re.search(r"(?i)voice", title) and section.kind is not SectionKind.CHILD:
        return False
    sentences = [
        s
        for s in review.prose.sentences
        if section.first <= s.block < section.end and s.block not in review.outline.headings
    ]
    portrait = pattern("household", "life.portrait")
    shown = [part for s in sentences for part in _told_apart(s.text) if portrait.search(part) and not _denied(part)]
    words = sum(len(s.text.split()) for s in sentences)
    if section.kind is SectionKind.CHILD:
        return words >= CHILD_WORDS and len(shown) >= CHILD_SENTENCES
    return words >= PORTRAIT_WORDS and len(shown) >= PORTRAIT_SENTENCES


def _denied(text: str) -> bool:
    return bool(pattern("household", "life.denied").search(text))


def _shows_child(review: Review, sentence: Sentence) -> bool:
    """A sentence with the child as its subject, or whom it describes, and something of how life was."""
    if review.outline.kind(sentence.block) in (SectionKind.CHRONOLOGY, SectionKind.CHANGES, SectionKind.PROCESS):
        return False
    text, mentions = review.kin.of(sentence)
    if not pattern("household", "life.portrait").search(sentence.text) or _denied(sentence.text):
        return False
    described = re.search(
        r"(?i)\b(?:bright|little|young|quiet|polite|\w+y) (?:\w+ )?(?:boy|girl|child|baby|toddler)\b", text
    )
    return described is not None or any(m.kin is Kin.CHILD for m in mentions)


def needs(review: Review) -> Needs:
    """Sentences on the child's conditions and needs, and those of them in the analysis."""
    stated = list(_stated(review))
    return Needs(
        stated=tuple(span for span, _ in stated),
        used=(*(span for span, kind in stated if kind in ANALYSIS), *_taken_up(review, [span for span, _ in stated])),
        none_said=(
            *(
                s.span for s in review.prose.sentences
                if _readable(review, s) and pattern("household", "needs.none").search(s.text) and not _of_adults(review, s)
            ),
            *_none_in_row(review),
            *_had_none(review),
        ),
    )  # fmt: skip


_NEEDS_ROW = compile_pattern(r"(?i)^\W*(?:known )?(?:disabilit(?:y|ies)|(?:additional|health|special|medical|learning)\b.{0,30}\bneeds?|health conditions?)\b")
_NONE_THERE = compile_pattern(r"(?i)^\W*(?:none|no|nil)\b(?: (?:known|recorded|identified|noted|reported))?\W*$")


def _none_in_row(review: Review) -> Iterator[Span]:
    """'Disability | None known' among the particulars."""
    rows = (row for table in review.document.tables for row in table.rows if len(row) == 2 and row[1].blocks)
    for label, value in rows:
        told = review.document.cell_text(label), review.document.cell_text(value)
        if _NEEDS_ROW.match(told[0]) and _NONE_THERE.match(told[1]):
            yield review.document.whole(value.blocks[0])


_HAD_NONE = compile_pattern(r"(?i)^\W*(?:she|he|they|there) (?:had|has|have|was|were) (?:found to have )?none\b")
_ASKED_AFTER = compile_pattern(r"(?i)\b(?:disabilit|additional|health|special)\w*\b(?: or \w+)?(?: needs?)?\b")


def _had_none(review: Review) -> Iterator[Span]:
    """'The panel asked whether she had any disability. She had none.'"""
    for sentences in review.prose.by_block.values():
        for before, sentence in pairwise(sentences):
            if _HAD_NONE.match(sentence.text) and _ASKED_AFTER.search(before.text) and _readable(review, sentence):
                yield sentence.span


def _taken_up(review: Review, stated: list[Span]) -> Iterator[Span]:
    """Sentences of the analysis on what a stated condition is of: hearing, for a hearing loss."""
    told = [review.document.quote(span) for span in stated]
    conditions = [
        found.group().lower()
        for text in told
        for key in ("condition", "of_either")
        for found in pattern("household", f"needs.{key}").finditer(text)
    ]
    words = {word for found in conditions for word in found.split()}
    senses, aids = words & SENSES, words & AIDS
    if any(re.search(r"\bwords?\b|verbal|\bspeak\b|\btalk\b|speech", found) for found in conditions):
        senses |= {"speech", "communication"}
    if not senses and not aids:
        return
    kept = compile_pattern(rf"(?i)\b(?:{'|'.join(sorted(aids))})\b") if aids else None
    about = passing_pattern(rf"(?i)\b(?:his|her|their|['’]s) (?:(?:lack|loss) of |poor |delayed |limited )?(?:{'|'.join(sorted(senses))})\b")
    for sentence in review.prose.sentences:
        if (
            _readable(review, sentence)
            and views.kind(review, sentence.block) in ANALYSIS
            and ((senses and about.search(sentence.text)) or (kept and kept.search(sentence.text)))
        ):
            yield sentence.span


def _readable(review: Review, sentence: Sentence) -> bool:
    block = sentence.block
    return not review.document.blocks[block].part and not review.outline.within(
        block, *views.NOT_READ, SectionKind.ENGAGEMENT
    )


def _stated(review: Review) -> Iterator[tuple[Span, SectionKind]]:
    for sentence in review.prose.sentences:
        if not _readable(review, sentence) or sentence.block in review.outline.headings:
            continue
        sure = pattern("household", "needs.condition").search(sentence.text) and not _of_adults(review, sentence)
        if sure or _of_child(review, sentence):
            yield sentence.span, views.kind(review, sentence.block)


def _of_child(review: Review, sentence: Sentence) -> bool:
    """Whether a condition that adults have as often is told of the child: nobody else is named, and the child is."""
    text, mentions = review.kin.of(sentence)
    found = pattern("household", "needs.of_either").search(text)
    before = [m for m in mentions if found and m.end <= found.start()]
    return found is not None and bool(before) and before[-1].kin is Kin.CHILD


def _of_adults(review: Review, sentence: Sentence) -> bool:
    """Whether a condition is a relative's: the nearest person named before it is not the child."""
    text, mentions = review.kin.of(sentence)
    found = pattern("household", "needs.condition").search(text) or pattern("household", "needs.none").search(text)
    if not found:
        return False
    before = [m for m in mentions if m.end <= found.start()]
    return (
        bool(before)
        and before[-1].kin is not Kin.CHILD
        and not re.search(
            r"(?i)\b(?:his|the child|her (?:son|daughter|baby)|baby|child)\b", text[before[-1].end : found.start()]
        )
    )
