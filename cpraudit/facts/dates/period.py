"""The period under review: its ends and its length."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.dates.calendar import PartialDate
from cpraudit.facts.dates.period_reason import Reason, reason
from cpraudit.facts.dates.roles import LONGEST_SENTENCE, Role, label_role
from cpraudit.facts.dates.timepoints import Dated, Statement
from cpraudit.facts.found import Confidence, Fact
from cpraudit.facts.text import lexicon, numbers, places
from cpraudit.patterns import Pattern, compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review


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
_LESSONS = (SectionKind.LEARNING, SectionKind.CORE_TASKS, SectionKind.IMPROVING, SectionKind.CONCLUSION)
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
    return Period(start, end, months, reason(review, {telling.statement for telling in tellings if telling.worth >= best.worth / 2}), mention, any(t.to_event for t in tellings))


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
_STARTS_AT = compile_pattern(
    rf"\b(?:starts?|begins?|started|began|starting|beginning)\s+(?:at|with)\s+[^.;,()\d]{{1,40}}?\s(?:in|on){_AT}",
    re.IGNORECASE,
)
"""'The timeline starts with the first visit in March 2015'."""
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
    aside = not labelled and _words("not_cues").search(statement.text) is not None
    freely = not labelled and cue is None and not aside and _looks_back(review, statement)
    to_event = bool(_words("to_event").search(statement.text))
    start, end = _range(statement)
    if not labelled and not aside and start and end and _under_heading(review, statement):
        labelled = True
    if aside or not (labelled or cue or freely):
        return []
    months = _stated(statement, labelled)
    if not (start or end or months):
        return []
    if freely and not (months or (start and (end or to_event))):
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


@cache
def _looking(key: str) -> Pattern:
    """Someone who looks back, and a word for looking, in one part of a sentence."""
    lists = lexicon.load("period")
    who, looks = ("|".join(lists[name]).replace(" ", r"\s+") for name in (key, "looks"))
    return compile_pattern(rf"\b(?:{who})\b[^.;:]{{0,60}}?\b(?:{looks})\b", re.IGNORECASE)


def _looks_back(review: Review, statement: Statement) -> bool:
    """Whether a sentence says, in any words, how far back the review looked."""
    if not places.tells_review(review.outline, statement.block) or review.outline.within(statement.block, *_LESSONS):
        return False
    if _looking("looking_always").search(statement.text):
        return True
    there = places.may_tell_review(review.outline, statement.block)
    return there and _looking("looking_there").search(statement.text) is not None


def _under_heading(review: Review, statement: Statement) -> bool:
    """Whether a range stands at the head of a sentence in a section on the period."""
    section = review.outline.section(statement.block)
    if not section.title or not statement.dates or _words("not_cues").search(section.title):
        return False
    if review.outline.within(statement.block, SectionKind.CHRONOLOGY, SectionKind.BACKGROUND):
        return False
    return statement.dates[0].start < _HEAD and _words("headings").search(section.title) is not None


_HEAD = 30
"""Characters before a range that is all that a sentence tells."""


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
            return dated, next((later for later in dates if _and_beyond(text, dated, later)), dated)
    for first, second in pairwise(dates):
        between = text[first.end : second.start]
        if first.value and second.value and len(between) < 140 and _BETWEEN_ENDS.search(between):
            opened = _OPENED.search(text, 0, first.start) or _CLOSES.search(text, 0, second.start)
            if opened and _long_enough(first.value, second.value):
                return first, second
    start = next((d for d in dates if _OPENS.search(text, 0, d.start) or _STARTS_AT.search(text, 0, d.start)), None)
    end = next((dated for dated in dates if _CLOSES.search(text, 0, dated.start) or _before(text[: dated.start])), None)
    return start, None if end is start else end


_BEYOND = compile_pattern(
    r"\b(?:plus|and|with|as\s+well\s+as)\b[^.;]{0,60}\b(?:weeks?|months?|days?|time|period)\b[^.;]{0,40}\b(?:to|until|till)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def _and_beyond(text: str, told: Dated, later: Dated) -> bool:
    """Whether a range is said to go on to a later day ('.., with the days that followed, until 9 May')."""
    return later.start > told.end and _BEYOND.search(text, told.end, later.start) is not None


def _before(head: str) -> bool:
    """Whether 'the twelve months before' stands just before a date."""
    return bool(numbers.lengths(head[-90:]) and _words("before_event").search(head[-60:]))


def _long_enough(start: PartialDate, end: PartialDate) -> bool:
    """Nobody reviews less than a month; ends the wrong way round are a slip to be told."""
    return abs((end.last - start.first).days) >= 28


def _stated(statement: Statement, labelled: bool) -> numbers.Length | None:
    """A length that the statement gives the period: 'the twelve months before', 'which is twenty months'."""
    lengths = [length for length in numbers.lengths(statement.text) if 1 <= length.months <= 300]
    for length in sorted(lengths, key=lambda told: not _GREW.search(statement.text, 0, told.start)):
        around = statement.text[length.end : length.end + 60]
        before = statement.text[max(0, length.start - 60) : length.start]
        if _words("usual").search(before[-22:]):
            continue
        grew = len(lengths) > 1 and _GREW.search(before)
        if labelled or grew or _words("before_event").search(around) or _OF_PERIOD.search(f"{before} {around[:20]}"):
            return length
    year = _THE_YEAR.search(statement.text)
    if year and _words("before_event").search(statement.text[year.end() : year.end() + 30]):
        return numbers.Length(*year.span(), 12.0)
    return None


_GREW = compile_pattern(
    r"\b(?:lengthened|extended|increased|widened|expanded|stretched|enlarged)\b[^.;]{0,30}?\bto\s+(?:(?:a|the|cover|include|some|about)\s+)*$",
    re.IGNORECASE,
)
"""Of two lengths the one that it came to ('twelve months, later extended to eighteen months')."""
_THE_YEAR = compile_pattern(r"\bthe\s+(?:full\s+|whole\s+|last\s+)?year\b", re.IGNORECASE)
