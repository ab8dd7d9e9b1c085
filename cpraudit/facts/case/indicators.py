"""Risk indicators of parents and of index children, coded from the account: present, or not known.

An indicator is present only where the report tells it of the time before the event, as something that a service could have
known (the national review's rule, its notes 6 and 8); a word's absence never means that the fact was absent. The coding is a
machine's, for a person to confirm.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.children.legal_status import Status
from cpraudit.facts.family.kin import PARENTAL, Kin
from cpraudit.facts.text import places
from cpraudit.facts.text.lexicon import any_of, load, pattern
from cpraudit.patterns import Pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review
    from cpraudit.facts.text.prose import Sentence

_NO_ACCOUNT = (SectionKind.GOOD_PRACTICE, SectionKind.CORE_TASKS, SectionKind.CONCLUSION)
_OF_PARENTS = PARENTAL | {Kin.PARENTS, Kin.CARER}


class Bearer(StrEnum):
    """Whose indicators they are."""

    PARENTAL = "parental"
    """A parent, a parent's partner or a carer."""
    CHILD = "child"
    """An index child."""


class Whose(StrEnum):
    """How it is known whose an indicator is."""

    PARENT = "parent"
    """The person last named before its words is a parent or carer."""
    CHILD = "child"
    """The person last named before its words is the index child, or nobody is."""
    ANY = "any"
    """The family's, whoever is named."""
    STATUS = "status"
    """Told by the child's legal status."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One kind of risk indicator."""

    bearer: Bearer
    code: str
    title: str
    whose: Whose
    words: Pattern | None
    """None where no words tell it."""


@dataclass(frozen=True, slots=True)
class Coded:
    """An indicator that is present, and where the report first tells it."""

    indicator: Indicator
    span: Span


@cache
def kinds() -> tuple[Indicator, ...]:
    """Every kind of indicator, parental first, in the order of the data file."""
    return tuple(
        Indicator(bearer, code, told["title"], Whose(told["whose"]), any_of(told["words"]) if told["words"] else None)
        for bearer in Bearer
        for code, told in load("indicators")[bearer].items()
    )


def find(review: Review) -> tuple[Coded, ...]:
    """The indicators that the account tells of the time before the event."""
    found: dict[Indicator, Span] = {}
    for held in review.legal_status.stated:
        if held.held and held.status is Status.LOOKED_AFTER:
            found.setdefault(next(kind for kind in kinds() if kind.whose is Whose.STATUS), held.span)
    for sentence, people in _account(review):
        for kind in kinds():
            if kind in found or kind.words is None:
                continue
            match = kind.words.search(sentence.text)
            if match and _theirs(kind.whose, people, match.start()):
                found[kind] = Span(sentence.block, sentence.start + match.start(), sentence.start + match.end())
    return tuple(Coded(kind, found[kind]) for kind in kinds() if kind in found)


def _account(review: Review) -> Iterator[tuple[Sentence, list[tuple[int, Kin]]]]:
    """Sentences that record something of the case before the event, each with whom it speaks of, from which character on."""
    for block, sentences in review.prose.by_block.items():
        if not places.tells_case(review.outline, block) or review.outline.within(block, *_NO_ACCOUNT):
            continue
        last: list[tuple[int, Kin]] = []
        for sentence in sentences:
            _, named = review.kin.of(sentence)
            people = [(mention.start, mention.kin) for mention in named]
            people = (
                [(-1, last[-1][1])] if last else []
            ) + people  # 'She had been depressed' speaks of whom was named before
            if not _no_record(sentence.text):
                yield sentence, people
            last = people


def _theirs(whose: Whose, people: list[tuple[int, Kin]], at: int) -> bool:
    if whose is Whose.ANY:
        return True
    before = [kin for start, kin in people if start <= at]
    who = before[-1] if before else people[0][1] if people else None
    return who in _OF_PARENTS if whose is Whose.PARENT else who in (Kin.CHILD, None)


def _no_record(text: str) -> bool:
    """Whether a sentence denies, tells of the time after the event, or speaks in general."""
    return any(pattern("indicators", f"not_recorded.{why}").search(text) for why in ("denied", "afterwards", "general"))
