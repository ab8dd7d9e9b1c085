"""The days of the learning events, and how long after the significant event they were."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from cpraudit.document import Span
from cpraudit.facts.dates import calendar, incident
from cpraudit.facts.dates.calendar import PartialDate
from cpraudit.facts.dates.roles import Claim, Role
from cpraudit.facts.dates.timepoints import Dated
from cpraudit.facts.found import Fact
from cpraudit.facts.text import lexicon, numbers
from cpraudit.patterns import Pattern, compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review


@cache
def _continues() -> Pattern:
    return lexicon.any_of(lexicon.load("roles")["learning"]["continues"])


def continued(review: Review, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims, with the date that the next sentence gives a learning event ('It took place on 4 May 2021')."""
    after = dict(zip(review.statements, review.statements[1:], strict=False))
    found: list[Claim] = []
    for claim in claims:
        following = after.get(claim.statement)
        if claim.role is Role.LEARNING_EVENT and not claim.dates and following is not None and not following.row:
            match = _continues().match(following.text)
            near = [date for date in following.dates if date.value and match and date.start - match.end() < 80]
            if near and following.block - claim.statement.block <= 1:
                found.append(replace(claim, statement=following, dates=tuple(near), cue=following.spans[0]))
                continue
        found.append(claim)
    return tuple(found)


def before_learning(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims, with a gathering that was some weeks before the learning event so called as an interim one."""
    events = [claim for claim in claims if claim.role is Role.LEARNING_EVENT and claim.dates]
    named = [claim.dates[0].known for claim in events if _NAMED_LEARNING.search(_words_of(claim))]
    if not named:
        return claims
    first = min(named)
    early = {
        id(claim)
        for claim in events
        if not _NAMED_LEARNING.search(_words_of(claim))
        and (first.first - max(date.known for date in claim.dates).last).days >= _WEEKS_BEFORE
    }
    return tuple(replace(claim, role=Role.INTERIM_EVENT) if id(claim) in early else claim for claim in claims)


def decided_first(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims, without a decision dated after the learning event: what came to the group then was the report."""
    events = [
        date.known
        for claim in claims
        if claim.role is Role.LEARNING_EVENT
        for date in claim.dates
        if date.known.at_least_month
    ]
    if not events:
        return claims
    first = min(events)
    return tuple(
        claim
        for claim in claims
        if claim.role is not Role.DECISION
        or not claim.dates
        or min(date.known for date in claim.dates).first <= first.last
    )


_NAMED_LEARNING = compile_pattern(r"\blearning\b|\bdysgu\b", re.IGNORECASE)
_WEEKS_BEFORE = 28
"""Days by which an interim gathering comes before the learning event, at least."""


def _words_of(claim: Claim) -> str:
    """What tells a claim's role: its label, or its sentence."""
    return claim.statement.label if claim.labelled else claim.statement.text


def days(claims: Iterable[Claim]) -> tuple[Fact[PartialDate], ...]:
    """The days of the learning events, in order, each once; a month that one of the days lies in is that day."""
    told: dict[PartialDate, list[Span]] = {}
    how: dict[PartialDate, str] = {}
    for claim in claims:
        if claim.role is not Role.LEARNING_EVENT:
            continue
        for date in claim.dates:
            for value in _ends(date):
                if value.at_least_month:
                    told.setdefault(value, []).append(date.span)
                    how.setdefault(value, "label" if claim.labelled else "passage")
    days = [value for value in told if value.precision is calendar.Precision.DAY]
    kept = [value for value in sorted(told) if value in days or not any(value.overlaps(day) for day in days)]
    return tuple(Fact(value, tuple(dict.fromkeys(told[value])), how[value]) for value in kept)


def lag(review: Review, claims: Iterable[Claim]) -> Fact[float] | None:
    """How long after the event the learning event is said to have been, in its sentence or the next of the paragraph."""
    after = dict(zip(review.statements, review.statements[1:], strict=False))
    for claim in claims:
        if claim.role is not Role.LEARNING_EVENT:
            continue
        following = after.get(claim.statement)
        beside = [following] if following is not None and following.block == claim.statement.block else []
        for statement in (claim.statement, *beside):
            for length in numbers.lengths(statement.text):
                link = _SINCE.match(statement.text, length.end)
                if link and incident.tells_harm(statement.text[link.end() : link.end() + _NEAR]):
                    return Fact(length.months, statement.spans[:1], "words")
    return None


_SINCE = compile_pattern(r"\s+(?:\w+\s+){0,3}?(?:after|since|following|on\s+from)\b", re.IGNORECASE)
_NEAR = 40
"""Characters after 'since' or 'after' in which the event is named."""


def _ends(date: Dated) -> list[PartialDate]:
    """An event over some days has its first and its last."""
    if date.value is None:
        return []
    if date.until is not None and (date.until.last - date.value.first).days <= 31:
        return [date.value, date.until]
    return [date.value]
