"""The period under review: its ends, its length, and why it was chosen."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts import lexicon, numbers
from cpraudit.facts.calendar import PartialDate
from cpraudit.facts.found import Confidence, Fact
from cpraudit.facts.roles import LONGEST_SENTENCE, Role, label_role
from cpraudit.facts.timepoints import Dated, Statement
from cpraudit.patterns import Pattern, compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review


class Reason(StrEnum):
    """What kind of reason is given for the period."""

    SPECIFIC = "specific"
    """Tied to the case: pregnancy, registration, move into care, an earlier child, first concern, ..."""
    GUIDANCE = "guidance"
    """The guidance's twelve months is named."""
    EMPTY = "empty"
    """Said to have been extended or chosen, without why ('for completeness', 'as full a picture as possible')."""


@dataclass(frozen=True, slots=True)
class Period:
    """The period that the panel reviewed."""

    start: Fact[PartialDate] | None
    end: Fact[PartialDate] | None
    stated_months: Fact[float] | None
    """A length told in words ('the twelve months before')."""
    reason: Fact[Reason] | None
    """The best reason given, with the passage."""
    mention: tuple[Span, ...] = ()
    """Where a period is mentioned at all."""
    to_event: bool = False
    """It is said to run up to the event, whose date may stand elsewhere."""


@dataclass(frozen=True, slots=True)
class _Telling:
    """One telling of the period, with how much it says."""

    statement: Statement
    start: Dated | None
    end: Dated | None
    months: numbers.Length | None
    to_event: bool
    worth: float


_UNTOLD = (
    SectionKind.RECOMMENDATIONS,
    SectionKind.ACTION_PLAN,
    SectionKind.CHANGES,
    SectionKind.GLOSSARY,
    SectionKind.GOOD_PRACTICE,
    SectionKind.STATEMENT,
)
_FITTING = (
    SectionKind.CIRCUMSTANCES,
    SectionKind.SCOPE,
    SectionKind.KEY_DATES,
    SectionKind.SUMMARY,
    SectionKind.TITLE,
    SectionKind.PROCESS,
    SectionKind.CHRONOLOGY,
)


def find(review: Review) -> Period:
    """Find the period in the text, in key facts, or in the terms of reference."""
    statements = [
        s for s in review.statements if len(s.text) <= LONGEST_SENTENCE and not review.outline.within(s.block, *_UNTOLD)
    ]
    tellings = [telling for statement in statements for telling in _tellings(review, statement)]
    tellings += _by_ends(review, statements)
    if not tellings:
        return Period(None, None, None, None)
    best = max(tellings, key=lambda telling: telling.worth)
    months = next((_length_fact(telling) for telling in (best, *tellings) if telling.months), None)
    start, end = _ends(best)
    mention = tuple(dict.fromkeys(telling.statement.spans[0] for telling in (best, *tellings)))
    return Period(start, end, months, _reason(review, tellings), mention, any(t.to_event for t in tellings))


def to_event(period: Period, event: Fact[PartialDate] | None) -> Period:
    """The period with the event's date for its end, where it is said to run up to the event."""
    if not period.to_event or period.start is None or period.end is not None or event is None:
        return period
    return replace(period, end=Fact(event.value, event.spans, "event", Confidence.MEDIUM))


def _ends(telling: _Telling) -> tuple[Fact[PartialDate] | None, Fact[PartialDate] | None]:
    how = "label" if telling.statement.label else "passage"
    confidence = Confidence.HIGH if telling.worth >= 60 else Confidence.MEDIUM
    start, end = telling.start, telling.end
    first = start.value if start else None
    last = (start.until if start is end else end.value) if start and end else end.value if end else None
    return (
        Fact(first, (start.span,), how, confidence) if start and first else None,
        Fact(last, (end.span,), how, confidence) if end and last else None,
    )


def _length_fact(telling: _Telling) -> Fact[float] | None:
    if telling.months is None:
        return None
    first = telling.statement.spans[0]
    if telling.statement.row:
        return Fact(telling.months.months, (first,), "words")
    at = Span(first.block, first.start + telling.months.start, first.start + telling.months.end)
    return Fact(telling.months.months, (at,), "words")


# ------------------------------------------------------------------ one telling


@cache
def _words(key: str) -> Pattern:
    return lexicon.any_of(lexicon.load("period")[key])


_AT = r"\s+(?:on\s+|in\s+|with\s+)?(?:the\s+)?$"
_OPENS = compile_pattern(
    rf"\b(?:from|between|beginning|starting|begins|starts|since|back to|commencing){_AT}", re.IGNORECASE
)
_OPENED = compile_pattern(
    r"\b(?:from|between|beginning|starting|begins|starts|commenc\w+)\b[^.;]{0,60}$", re.IGNORECASE
)
_CLOSES = compile_pattern(
    rf"\b(?:to|until|till|up to|ending|ended|ends|and including|through to|finishing){_AT}", re.IGNORECASE
)
_OF_PERIOD = compile_pattern(r"\bperiod\b|which is|timeline|time-?frame|\bcovers?\b|\bof\s*$|extend\w*", re.IGNORECASE)
_BETWEEN_ENDS = compile_pattern(r"\b(?:to|until|till|through|ending|and)\b", re.IGNORECASE)


def _tellings(review: Review, statement: Statement) -> list[_Telling]:
    """The period as a statement tells it, if it does."""
    labelled = label_role(statement.label) is Role.PERIOD if statement.label else False
    cue = None if labelled else _words("cues").search(statement.text)
    if not labelled and (cue is None or _words("not_cues").search(statement.text)):
        return []
    to_event = bool(_words("to_event").search(statement.text))
    start, end = _range(statement)
    months = _stated(statement, labelled)
    if not (start or end or months):
        return []
    if not labelled and start and not end and not to_event and months is None:
        worth = 5.0
    else:
        worth = 40.0 * bool(start and end) + 12 * bool(start) + 8 * bool(end) + 10 * bool(months)
    worth += 30 if labelled else 0
    worth += 15 if review.outline.within(statement.block, *_FITTING) else 0
    worth += 12 if cue and "review" in cue.group().lower() else 0
    worth -= 10 if review.document.blocks[statement.block].part else 0
    return [_Telling(statement, start, end, months, to_event, worth)]


def _by_ends(review: Review, statements: list[Statement]) -> list[_Telling]:
    """The period where each end has a row or line of its own."""
    found = []
    for first, second in pairwise(statements):
        if not (first.label and second.label and first.dates and second.dates):
            continue
        if not (_words("starts").fullmatch(first.label) and _words("ends").fullmatch(second.label)):
            continue
        title = " ".join(review.outline.path(first.block))
        if len(first.label.split()) > 2 or label_role(review.outline.section(first.block).title) is Role.PERIOD:
            found.append(_Telling(first, first.dates[0], second.dates[0], None, False, 80.0))
        elif _words("cues").search(title):
            found.append(_Telling(first, first.dates[0], second.dates[0], None, False, 60.0))
    return found


def _range(statement: Statement) -> tuple[Dated | None, Dated | None]:
    """The two ends that a statement gives, either of them None."""
    text = statement.text
    dates = [dated for dated in statement.dates if dated.value is not None]
    for dated in dates:
        if dated.until is not None and dated.value is not None and _long_enough(dated.value, dated.until):
            return dated, dated
    for first, second in pairwise(dates):
        between = text[first.end : second.start]
        if first.value and second.value and len(between) < 140 and _BETWEEN_ENDS.search(between):
            opened = _OPENED.search(text, 0, first.start) or _CLOSES.search(text, 0, second.start)
            if opened and _long_enough(first.value, second.value):
                return first, second
    start = next((dated for dated in dates if _OPENS.search(text, 0, dated.start)), None)
    end = next((dated for dated in dates if _CLOSES.search(text, 0, dated.start) or _before(text[: dated.start])), None)
    return start, None if end is start else end


def _before(head: str) -> bool:
    """Whether 'the twelve months before' stands just before a date."""
    return bool(numbers.lengths(head[-90:]) and _words("before_event").search(head[-60:]))


def _long_enough(start: PartialDate, end: PartialDate) -> bool:
    """Nobody reviews less than a month; ends the wrong way round are a slip to be told."""
    return abs((end.last - start.first).days) >= 28


def _stated(statement: Statement, labelled: bool) -> numbers.Length | None:
    """A length that the statement gives the period: 'the twelve months before', 'which is twenty months'."""
    for length in numbers.lengths(statement.text):
        if length.months < 1 or length.months > 300:
            continue
        around = statement.text[length.end : length.end + 60]
        before = statement.text[max(0, length.start - 60) : length.start]
        if _words("usual").search(before[-22:]):
            continue
        if labelled or _words("before_event").search(around) or _OF_PERIOD.search(f"{before} {around[:20]}"):
            return length
    return None


# ------------------------------------------------------------------ why


def _reason(review: Review, tellings: list[_Telling]) -> Fact[Reason] | None:
    """The best reason given, near a telling of the period or where its length is spoken of elsewhere."""
    found: dict[Reason, list[Span]] = {}
    for statement in _near(review, {telling.statement for telling in tellings}):
        reason = reason_in(statement.text)
        if reason:
            found.setdefault(reason, []).extend(statement.spans)
    for reason in (Reason.SPECIFIC, Reason.GUIDANCE, Reason.EMPTY):
        if reason in found:
            return Fact(reason, tuple(dict.fromkeys(found[reason])), "passage")
    return None


def _near(review: Review, told: set[Statement]) -> list[Statement]:
    """Statements that may give the reason: those that tell the period or speak of its length, and those about them in
    the same section that speak of a choice."""
    statements, innermost = review.statements, review.outline.innermost
    near: set[int] = set()
    for index, statement in enumerate(statements):
        if statement in told or _OF_LENGTH.search(statement.text):
            near |= {
                other
                for other in range(max(0, index - 2), min(len(statements), index + 4))
                if innermost[statements[other].block] == innermost[statement.block]
            }
    return [
        statement
        for index, statement in enumerate(statements)
        if statement in told
        or (index in near and _SPEAKS_OF_PERIOD.search(statement.text))
        or _OF_LENGTH.search(statement.text)
    ]


_OF_LENGTH = compile_pattern(
    r"\b(?:period|time-?frame|timeline|time-?scale)\b.{0,80}\b(?:extend|chosen|agreed|because|so that|so as|longer|"
    r"selected|in order)|\b(?:usual|normal|standard) (?:period|time-?frame)|"
    r"\bextend\w* (?:the )?(?:review |time ?)?(?:period|time-?frame|timeline|time-?scale)|"
    r"\b(?:reason|rationale) for (?:the |this |choosing )?(?:\w+ ){0,3}(?:period|time-?frame|timeline)",
    re.IGNORECASE,
)
_SPEAKS_OF_PERIOD = compile_pattern(
    r"\bperiod\b|time-?(?:frame|line|scale)|\bmonths?\b|\byears?\b|\bscope\b|\bback to\b|\bcover|"
    r"\bstart(?:ing)? (?:date|point)|\bthis date\b|\b(?:chose|chosen|agreed|decided|selected)\b|"
    r"^(?:This|It|That|These|The reason|The rationale|In order|By doing)\b",
    re.IGNORECASE,
)
_MONTHS = compile_pattern(
    r"\b(?:twelve|12)[\s-]+(?:calendar\s+)?months?|\b(?:one|a)\s+year\b|\bperiod\b|time-?frame", re.IGNORECASE
)


def reason_in(text: str) -> Reason | None:
    """The kind of reason that a passage gives for the period."""
    for link in _words("links").finditer(text):
        if _words("specific").search(text, link.end(), min(len(text), link.end() + 160)):
            return Reason.SPECIFIC
    if _words("guidance").search(text) and _MONTHS.search(text):
        return Reason.GUIDANCE
    purpose = _words("purposes").search(text)
    if _words("extended").search(text) or (purpose and _words("empty").search(text, purpose.end())):
        return Reason.EMPTY
    return None
