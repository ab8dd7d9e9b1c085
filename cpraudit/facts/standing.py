"""What a review stands on: guidance and criteria, commissioning, the child's legal status, the reviewers' standing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts import lexicon, names
from cpraudit.facts.calendar import PartialDate

if TYPE_CHECKING:
    from cpraudit.document import Block
    from cpraudit.facts.people import Person
    from cpraudit.facts.prose import Sentence
    from cpraudit.facts.review import Review

NOT_READ = (SectionKind.TERMS, SectionKind.REFERENCES, SectionKind.CONTENTS, SectionKind.GLOSSARY, SectionKind.RECOMMENDATIONS,
            SectionKind.WELSH_GOVERNMENT, SectionKind.ACTION_PLAN)  # fmt: skip
HYPOTHETICAL = re.compile(r"\bmust undertake\b|\bany of the following\b|\bin (?:any|all) cases? where\b", re.IGNORECASE)
NEGATED = re.compile(r"\b(?:not|neither|nor|never|no)\b[^.;]{0,70}$", re.IGNORECASE)
MONTHS_BEFORE = 6.1
"""Months before the event within which registration or care makes a review extended, with a day or two of slack."""
LIMBS = ("concerned", "management", "qualified", "rigour")


@dataclass(frozen=True, slots=True)
class Basis:
    """What the review is held under, and who asked for it."""

    guidance: tuple[Span, ...]
    criteria: tuple[Span, ...]
    commissioned: tuple[Span, ...]
    recommended: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class LegalStatus:
    """Whether the child was on the register or looked after, as far as the report says."""

    protected: tuple[Span, ...]
    """Said to have been on the register or looked after, within the six months or at the event."""
    protected_undated: tuple[Span, ...]
    """Said to have been, without when."""
    neither: tuple[Span, ...]
    """Said to have been neither, at the event or within the six months."""
    neither_undated: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Independence:
    """The reviewers' statement."""

    present: tuple[Span, ...]
    lacking: tuple[str, ...]
    """Limbs that one of the reviewers' statements lacks."""
    completed: bool
    """A reviewer's name stands in the block."""


def basis(review: Review) -> Basis:
    """Read the standard sentences, filled in, wherever they stand outside the terms of reference."""
    blocks = [b for b in review.document.blocks if b.part == 0 and not review.outline.within(b.index, *NOT_READ)]

    def said(key: str) -> tuple[Span, ...]:
        pattern = lexicon.pattern("standing", key)
        return tuple(
            Span(b.index, m.start(), m.end()) for b in blocks if not HYPOTHETICAL.search(b.text) for m in pattern.finditer(b.text)
        )  # fmt: skip

    return Basis(said("guidance"), said("criteria"), said("commissioned"), said("recommended"))


def status(review: Review) -> LegalStatus:
    """Sentences about the index child's registration or care, with when."""
    places: dict[str, list[Span]] = {"protected": [], "protected_undated": [], "neither": [], "neither_undated": []}
    patterns = [lexicon.pattern("standing", key) for key in ("register", "looked_after")]
    within = lexicon.pattern("standing", "within")
    for sentence in review.prose.sentences_outside(*NOT_READ, SectionKind.STATEMENT, SectionKind.LEARNING):
        matches = [m for pattern in patterns for m in pattern.finditer(sentence.text)]
        if not matches or HYPOTHETICAL.search(sentence.text) or _of_another(sentence.text, matches[0].start()):
            continue
        negated = bool(NEGATED.search(sentence.text[: matches[0].start()]))
        gone = lexicon.pattern("standing", "removed").search(sentence.text)
        if gone and not negated:
            if _recent(review, sentence):
                places["protected"].append(sentence.span)
            continue
        if negated:
            places["neither" if within.search(sentence.text) else "neither_undated"].append(sentence.span)
        elif within.search(sentence.text):
            places["protected"].append(sentence.span)
        elif not review.outline.within(
            sentence.block, SectionKind.BACKGROUND, SectionKind.CHRONOLOGY, SectionKind.PROCESS
        ):
            places["protected_undated"].append(sentence.span)
    return LegalStatus(*(tuple(spans) for spans in places.values()))


def _of_another(text: str, at: int) -> bool:
    """The nearest person before the words is a relative, not the child."""
    before = text[:at]
    relations = list(lexicon.pattern("children", "relations").finditer(before))
    child = [m.end() for m in re.finditer(r"\b(?:child|he|she|they|his|her|children|name|names|Child [A-Z])\b", before)]
    if not relations:
        return False
    last = relations[-1]
    return (
        not child
        or child[-1] < last.start()
        or bool(re.search(rf"^\W*(?:\w+ ){{0,3}}{re.escape(last.group())}\b", text))
    )


def _recent(review: Review, sentence: Sentence) -> bool:
    """A date in the sentence lies within six months before the event."""
    incident = review.dates.incident.date or review.period.end
    if incident is None:
        return False
    told = [m.value for m in review.date_mentions if m.span.block == sentence.block and m.span.start < sentence.end]
    dates = [date for date in told if date][-1:]
    return any(0 <= _months(date, incident.value) <= MONTHS_BEFORE for date in dates if date)


def _months(earlier: PartialDate, later: PartialDate) -> float:
    return (later.last - earlier.last).days / (365 / 12)


def independence(review: Review) -> Independence:
    """The four limbs by meaning, once for each reviewer's statement; the form's printed limbs count here."""
    blocks = [b for b in review.document.blocks if review.outline.within(b.index, SectionKind.STATEMENT)]
    counts: dict[str, int] = {}
    spans: list[Span] = []
    for limb in LIMBS:
        pattern = lexicon.pattern("standing", f"limb_{limb}")
        found = [b for b in blocks if pattern.search(b.text)]
        counts[limb] = len(found)
        spans += [review.document.whole(b.index) for b in found[:1]]
    most = max(counts.values())
    stated = counts["concerned"] > 0 or counts["management"] > 0
    lacking = tuple(limb for limb in LIMBS if counts[limb] < most)
    completed = any(signature.name for signature in review.signoff.signatures)
    return Independence(tuple(dict.fromkeys(spans)) if stated else (), lacking, completed)


def qualifications(review: Review) -> tuple[tuple[Span, ...], ...]:
    """For each reviewer, where a specific qualification, post or experience is told (empty where none is)."""
    cues = lexicon.pattern("standing", "qualified")
    return tuple(_told_of(review, fact.value, fact.spans, cues) for fact in review.people.reviewers)


def roles(review: Review) -> tuple[tuple[Span, ...], ...]:
    """For each reviewer, where an agency, a post, or 'independent' or 'external' reviewer is told."""
    cues = lexicon.any_of(lexicon.load("standing")["qualified"] + lexicon.load("standing")["independent"])
    found = []
    for fact in review.people.reviewers:
        known = fact.value.agency or (fact.value.role and cues.search(fact.value.role))
        found.append(tuple(fact.spans[:1]) if known else _told_of(review, fact.value, fact.spans, cues))
    return tuple(found)


def _told_of(review: Review, person: Person, spans: tuple[Span, ...], cues: re.Pattern[str]) -> tuple[Span, ...]:
    """Sentences about a reviewer: with the surname, beside the name, or 'I am' and 'She is' in the same block."""
    if person.name is None:
        return ()
    surname = person.name.split()[-1]
    beside = {span.block for span in spans}
    others = [f.value.name.split()[-1] for f in review.people.reviewers if f.value.name and f.value.name != person.name]
    found: list[Span] = []
    for block in review.prose.blocks:
        if surname in block.text or block.index in beside:
            found += _sentences_of(review, block, surname, others, cues)
    return tuple(found)


def _sentences_of(review: Review, block: Block, surname: str, others: list[str], cues: re.Pattern[str]) -> list[Span]:
    found = []
    current = ""
    for sentence in review.prose.by_block.get(block.index, ()):
        named = [name for name in (surname, *others) if name in sentence.text]
        if not named and names.names_in(sentence.text):
            current = "somebody else"
        current = named[-1] if named else current
        if surname in named:
            start = sentence.text.index(surname)
            ends = [
                sentence.text.index(other)
                for other in others
                if other in sentence.text[start:] and sentence.text.index(other) > start
            ]
            text = sentence.text[start : min(ends, default=len(sentence.text))]
        else:
            text = sentence.text if current in (surname, "") and not named else ""
        if cues.search(text):
            found.append(sentence.span)
    return found


TITLED = re.compile(r"\b(?:languages?|cultur\w+|ethnic\w*|heritage|faith|identity|racis\w+)\b", re.IGNORECASE)


def ethnicity_considered(review: Review) -> tuple[Span, ...]:
    """Where the bearing of ethnicity, heritage, faith or language on the case is considered."""
    pattern = lexicon.pattern("standing", "bearing")
    headed = [point.heading for point in review.learning.points if TITLED.search(point.title)]
    said = [
        s.span for s in review.prose.sentences_outside(*NOT_READ)
        if pattern.search(s.text) and s.block not in review.outline.headings
    ]  # fmt: skip
    return (*headed, *said)
