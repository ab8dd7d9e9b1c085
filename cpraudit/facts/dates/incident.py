"""The date of the significant event: a label's, or the one that the circumstances tell it by."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.case.identity import ReviewType
from cpraudit.facts.dates import roles
from cpraudit.facts.dates.calendar import PartialDate
from cpraudit.facts.dates.period import Period
from cpraudit.facts.dates.roles import Claim, Role
from cpraudit.facts.dates.timepoints import Dated, Statement
from cpraudit.facts.found import Confidence, Fact
from cpraudit.facts.text import lexicon
from cpraudit.patterns import Pattern, compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

_OPENING = (
    SectionKind.CIRCUMSTANCES,
    SectionKind.SUMMARY,
    SectionKind.TITLE,
    SectionKind.SCOPE,
    SectionKind.KEY_DATES,
)
_LATE = (
    SectionKind.LEARNING,
    SectionKind.CORE_TASKS,
    SectionKind.IMPROVING,
    SectionKind.RECOMMENDATIONS,
    SectionKind.GOOD_PRACTICE,
    SectionKind.CONCLUSION,
    SectionKind.STATEMENT,
    SectionKind.CHANGES,
    SectionKind.ACTION_PLAN,
)
_STORY = (SectionKind.NARRATIVE, SectionKind.CHRONOLOGY, SectionKind.BACKGROUND)
_UNTOLD = (SectionKind.TERMS, SectionKind.REFERENCES, SectionKind.GLOSSARY, SectionKind.STATEMENT)
_ENOUGH = 30
"""A candidate below this is not told as the event."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date that may be the event's."""

    value: PartialDate
    spans: tuple[Span, ...]
    score: float
    early: bool
    how: str


@dataclass(frozen=True, slots=True)
class Incident:
    """What the report says of when the event was."""

    date: Fact[PartialDate] | None
    early: bool
    """The date stands in the opening sections or in a list of key dates."""
    vague: tuple[Span, ...]
    """Told as the event's by a year, a season, or without a year."""
    mentions: tuple[Span, ...]


def find(review: Review, claims: tuple[Claim, ...], period: Period) -> Incident:
    """Weigh the labels, then the passages; the end of the review period speaks for a date told as the event's."""
    labelled = [claim for claim in claims if claim.role is Role.INCIDENT]
    candidates = [
        Candidate(dated.value, (dated.span,), 120, True, "label")
        for claim in labelled
        for dated in claim.dates[:1]
        if dated.value is not None
    ] + list(_told(review, period))
    candidates = [candidate for candidate in candidates if candidate.score >= _ENOUGH]
    mentions = tuple(dict.fromkeys(span for claim in labelled for span in claim.statement.spans))
    exact = [candidate for candidate in candidates if candidate.value.at_least_month]
    vague = tuple(span for candidate in candidates if not candidate.value.at_least_month for span in candidate.spans)
    if not exact:
        return Incident(_year_only(candidates), False, vague, mentions)
    best = max(exact, key=lambda candidate: candidate.score)
    same = [candidate for candidate in exact if candidate.value == best.value]
    spans = tuple(dict.fromkeys(span for candidate in sorted(same, key=lambda c: -c.score) for span in candidate.spans))
    confidence = Confidence.HIGH if best.score >= 60 else Confidence.MEDIUM
    return Incident(
        Fact(best.value, spans, best.how, confidence), any(candidate.early for candidate in same), vague, mentions
    )


def _year_only(candidates: list[Candidate]) -> Fact[PartialDate] | None:
    """The year or season, where the event is dated no better."""
    if not candidates:
        return None
    best = max(candidates, key=lambda candidate: candidate.score)
    return Fact(best.value, best.spans, best.how, Confidence.MEDIUM)


@cache
def _words(key: str) -> Pattern:
    return lexicon.any_of(lexicon.load("incident")[key])


def tells_harm(text: str) -> bool:
    """Whether words name the event: a death, an injury, an attack, 'the incident'."""
    return bool(_words("strong").search(text) or _words("harm").search(text) or _NAMED.search(text))


_NAMED = compile_pattern(r"\b(?:death|event|incident|fire|stabbing|shooting|attack|it happened|disclosure)\b", re.IGNORECASE)


def _told(review: Review, period: Period) -> list[Candidate]:
    """Dates in sentences and rows that tell of death, harm or rescue."""
    statements = [
        s
        for s in review.statements
        if len(s.text) <= roles.LONGEST_SENTENCE and not review.outline.within(s.block, *_UNTOLD)
    ]
    learning_starts = _first_late(review)
    ends, opens = period.end.value if period.end else None, period.start
    historical = review.identity.type is not None and review.identity.type.value is ReviewType.HISTORICAL
    found = []
    for statement, following in zip_longest(statements, statements[1:]):
        for dated in statement.dates:
            if dated.value is None or dated.until is not None:
                continue
            score = _language(statement, dated, following)
            if not score:
                continue
            score += _place(review, statement)
            if ends is not None:
                score += 25 if dated.value.overlaps(ends) else 0
                beyond = dated.value.last < _start(period) or (dated.value.first - ends.last).days > 45
                score -= 40 if beyond and not historical else 0
            if opens is not None and dated.span in opens.spans:
                score -= 25
            early = _is_early(review, statement, learning_starts)
            found.append(Candidate(dated.value, (dated.span,), score, early, "passage"))
    return found


def _start(period: Period) -> date:
    return period.start.value.first if period.start else date.min


def _language(statement: Statement, dated: Dated, following: Statement | None) -> float:
    """How strongly the words about a date tell of the event; 0 where they tell of something else."""
    text = statement.text
    if _words("not_child").search(text):
        return 0
    score, distance = 0.0, _FARTHEST
    for key, worth in _WORTH.items():
        nearest = _nearest(key, text, dated)
        if nearest < math.inf and _opens_alone(statement, dated):
            nearest = min(nearest, _ALONE)
        if nearest < _FARTHEST and worth - nearest / 20 > score - distance / 20:
            score, distance = worth, nearest
    if not score:
        return 0
    if following is not None and following.block == statement.block and not statement.row and not following.dates:
        score += 12 if _words("strong").search(following.text) else 8 if _words("harm").search(following.text) else 0
    if _nearest("afterwards", text, dated) < distance:
        score -= 50
    if _BESIDE.search(text, 0, dated.start):
        score -= 25
    return max(score, 0)


def _opens_alone(statement: Statement, dated: Dated) -> bool:
    """Whether a date begins a sentence that has no other: what it tells, however long, is of that day."""
    return len(statement.dates) == 1 and not statement.row and dated.start <= _HEAD and len(statement.text) <= _SHORT


_ALONE = 100.0
_HEAD = 25
_SHORT = 350


_BESIDE = compile_pattern(
    r"\b(?:(?:since|before|until|by|prior to|after|following|from)\s+(?:the\s+)?|(?:d\.?o\.?b\.?|date of birth):?\s*)$",
    re.IGNORECASE,
)
"""The date is not the event's but stands beside it."""


_WORTH = {"strong": 45.0, "event": 40.0, "harm": 32.0, "alarm": 22.0}
_FARTHEST = 230.0


def _nearest(key: str, text: str, dated: Dated) -> float:
    """How far the nearest words of a list are from a date, boundaries of clauses counted."""
    return min((roles.distance(text, match, dated) for match in _words(key).finditer(text)), default=math.inf)


def _place(review: Review, statement: Statement) -> float:
    """How much a place speaks for the event."""
    outline = review.outline
    if outline.within(statement.block, *_STORY):
        return 5
    if outline.within(statement.block, *_LATE):
        return 0
    return 20 if outline.within(statement.block, *_OPENING) else 6


def _first_late(review: Review) -> int:
    """The first block of the learning, or of what else comes after the opening sections."""
    return min(
        (section.first for section in review.outline.sections if section.kind in _LATE and section.part == 0),
        default=len(review.document.blocks),
    )


def _is_early(review: Review, statement: Statement, learning_starts: int) -> bool:
    """Whether a passage stands in the opening: before the learning, and not in the story told agency by agency (unless that is
    a part of the circumstances)."""
    outline = review.outline
    if review.document.blocks[statement.block].part:
        return False
    if outline.kind(statement.block) is SectionKind.KEY_DATES:
        return True
    innermost = outline.kind(statement.block)
    told = innermost is SectionKind.NARRATIVE and outline.within(statement.block, SectionKind.CIRCUMSTANCES)
    return statement.block < learning_starts and (told or innermost not in _STORY)
