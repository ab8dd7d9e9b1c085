"""The reviewers' statement of independence, in the form's words or in their own: its four limbs by meaning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.text import lexicon, quoting
from cpraudit.facts.text.prose import Sentence
from cpraudit.patterns import Pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

_NEVER = (
    SectionKind.TERMS, SectionKind.REFERENCES, SectionKind.CONTENTS, SectionKind.GLOSSARY, SectionKind.RECOMMENDATIONS,
    SectionKind.WELSH_GOVERNMENT, SectionKind.ACTION_PLAN, SectionKind.ENGAGEMENT, SectionKind.CHRONOLOGY,
)  # fmt: skip
"""Sections whose sentences are no statement of the reviewers' own standing."""
LIMBS = ("concerned", "management", "qualified", "rigour")


@dataclass(frozen=True, slots=True)
class Independence:
    """The reviewers' statement."""

    present: tuple[Span, ...]
    lacking: tuple[str, ...]
    """Limbs that one of the reviewers' statements lacks."""
    completed: bool
    """A reviewer's name stands in the block."""


def find(review: Review) -> Independence:
    """The four limbs once for each reviewer's statement; the form's printed limbs count here."""
    found = _in_form(review)
    if not found["concerned"] and not found["management"]:
        found = _in_prose(review)
    stated = bool(found["concerned"] or found["management"])
    # two statements side by side: limbs that stand twice show that each was to stand twice
    needed = 2 if sum(len(places) >= 2 for places in found.values()) >= 2 else 1
    lacking = tuple(limb for limb in LIMBS if len(found[limb]) < needed)
    spans = dict.fromkeys(places[0] for places in found.values() if places)
    completed = any(signature.name for signature in review.signoff.signatures)
    return Independence(tuple(spans) if stated else (), lacking, completed)


def stated_in(review: Review) -> frozenset[int]:
    """Sections, by index, whose prose states the reviewers' independence whatever their heading says."""
    return frozenset(review.outline.section(sentence.block).index for sentence in _avowals(review))


def _in_form(review: Review) -> dict[str, list[Span]]:
    """The limbs of the section that is headed as the statement."""
    blocks = [b for b in review.document.blocks if review.outline.within(b.index, SectionKind.STATEMENT)]
    return {limb: [review.document.whole(b.index) for b in blocks if _limb(limb).search(b.text)] for limb in LIMBS}


def _in_prose(review: Review) -> dict[str, list[Span]]:
    """The limbs as told under any other heading, in the paragraphs where the reviewers disown a part in the case."""
    near = {block for sentence in _avowals(review) for block in range(sentence.block - 1, sentence.block + 4)}
    told = [s for s in review.prose.sentences if s.block in near and not review.outline.within(s.block, *_NEVER)]
    return {limb: [s.span for s in told if _limb(limb).search(s.text)][:1] for limb in LIMBS}


def _avowals(review: Review) -> Iterator[Sentence]:
    """Sentences in which the reviewers say that they had no part in the case, or managed nobody who had."""
    before: Sentence | None = None
    for sentence in review.prose.sentences:
        beside = before is not None and before.block == sentence.block and _of_reviewers(before.text)
        before = sentence
        if review.outline.within(sentence.block, *_NEVER):
            continue
        text = quoting.masked(sentence.text)
        if not (_limb("concerned").search(text) or _limb("management").search(text)):
            continue
        prior = lexicon.pattern("standing", "prior").search(text)
        both = _limb("concerned").search(text) and _limb("management").search(text)
        disowned = lexicon.pattern("standing", "disowns").search(text)
        if disowned and (_of_reviewers(text) or beside) and (prior or both):
            yield sentence


def _of_reviewers(text: str) -> bool:
    return lexicon.pattern("standing", "reviewers").search(text) is not None


def _limb(limb: str) -> Pattern:
    return lexicon.pattern("standing", f"limb_{limb}")
