"""The reviewers' standing: their statement of independence, and what qualifies them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts import lexicon, names
from cpraudit.patterns import Pattern

if TYPE_CHECKING:
    from cpraudit.document import Block
    from cpraudit.facts.people import Person
    from cpraudit.facts.review import Review

NOT_READ = (SectionKind.TERMS, SectionKind.REFERENCES, SectionKind.CONTENTS, SectionKind.GLOSSARY, SectionKind.RECOMMENDATIONS,
            SectionKind.WELSH_GOVERNMENT, SectionKind.ACTION_PLAN)  # fmt: skip
LIMBS = ("concerned", "management", "qualified", "rigour")


@dataclass(frozen=True, slots=True)
class Independence:
    """The reviewers' statement."""

    present: tuple[Span, ...]
    lacking: tuple[str, ...]
    """Limbs that one of the reviewers' statements lacks."""
    completed: bool
    """A reviewer's name stands in the block."""


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


def _told_of(review: Review, person: Person, spans: tuple[Span, ...], cues: Pattern) -> tuple[Span, ...]:
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


def _sentences_of(review: Review, block: Block, surname: str, others: list[str], cues: Pattern) -> list[Span]:
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
