"""The reviewers' standing: what qualifies them, and what post or agency is told of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpraudit.document import Span
from cpraudit.facts import lexicon, names
from cpraudit.patterns import Pattern

if TYPE_CHECKING:
    from cpraudit.document import Block
    from cpraudit.facts.people import Person
    from cpraudit.facts.review import Review


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
