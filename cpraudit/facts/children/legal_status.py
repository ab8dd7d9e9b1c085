"""The child's legal status: on the child protection register or looked after, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.dates import calendar
from cpraudit.facts.family.cast import OTHER, Cast
from cpraudit.facts.text import numbers
from cpraudit.facts.text.lexicon import pattern
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.dates.calendar import PartialDate
    from cpraudit.facts.review import Review
    from cpraudit.facts.text.prose import Sentence

SIX_MONTHS = timedelta(days=186)
"""The window before the event in which either status calls for an extended review (guidance, chapters 6 and 7), with a
day or two of slack."""


class Status(StrEnum):
    """The two kinds of status that decide the type of review."""

    REGISTER = "register"
    LOOKED_AFTER = "looked-after"


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement of an index child's status."""

    status: Status
    held: bool
    """Held (or denied) in the six months before the event."""
    timed: bool
    """It says when."""
    span: Span
    covers: bool = False
    """It speaks of the whole of the six months, so that 'not' rules the status out."""


@dataclass(frozen=True, slots=True)
class LegalStatus:
    """All that the report states of it."""

    stated: tuple[Stated, ...]

    def spans(self, *, held: bool, timed: bool) -> tuple[Span, ...]:
        """Where either status is said to have been held (or not), with when (or without)."""
        return tuple(dict.fromkeys(s.span for s in self.stated if s.held is held and s.timed is timed))

    def denied(self, *, timed: bool = False, covers: bool = False) -> frozenset[Status]:
        """The kinds of status that are said not to have been held, of those statements that say when or cover it all."""
        return frozenset(
            s.status for s in self.stated if not s.held and (s.timed or not timed) and (s.covers or not covers)
        )


_NEVER = (
    SectionKind.TERMS, SectionKind.OBJECTIVES, SectionKind.RECOMMENDATIONS, SectionKind.ACTION_PLAN, SectionKind.GLOSSARY,
    SectionKind.REFERENCES, SectionKind.CONTENTS, SectionKind.CHANGES, SectionKind.STATEMENT, SectionKind.WELSH_GOVERNMENT,
)  # fmt: skip
_HISTORY = (
    SectionKind.BACKGROUND,
    SectionKind.NARRATIVE,
    SectionKind.CHRONOLOGY,
    SectionKind.LEARNING,
    SectionKind.CORE_TASKS,
)
_OPENING = (SectionKind.CIRCUMSTANCES, SectionKind.SCOPE, SectionKind.SUMMARY)
_RECITES = compile_pattern(
    r"(?i)\b(?:register|looked[- ]after)\b.*\b(?:six|6) months\b|\b(?:six|"
    r"6) months\b.*\b(?:register|looked[- ]after)\b"
)
_ALL_CHILDREN = compile_pattern(r"(?i)\b(?:both|all|the) (?:of )?(?:the )?(?:\w+ )?children\b")
_BESIDE = compile_pattern(r"(?i)\b(?:with|by|from|to|near|and) (?:(?:his|her|their|the|both) )?$")
_OF_OTHER = compile_pattern(r"(?i)\b(?:who|whose|which|that|as a child)\b|,")
"""'B lived with her mother under a care order' is B's; '.. with her mother, who had been looked after' is not."""
_THERE_WAS = compile_pattern(r"(?i)\W*there (?:was|were|had been|has been|is)\b")
_NOTED = compile_pattern(
    r"(?i)(?:^|[,;:/(–]|\b(?:and|or|as)\b)\s*(?:not|never|nor|neither)(?: (?:on|a|an|the|been|ever|either))*\s*$"
)
"""Notes deny a status without a subject: '.. , not on the register, not looked after at the time'."""
_GOES_ON = compile_pattern(r"(?i)\W*(?:nor|neither)\b|.*\beither\W*$")
"""'Nor was she looked after.': in the time that the sentence before tells."""
_QUOTED = compile_pattern(r"[“\"][^”\"]*(?:[”\"]|$)")


def find(review: Review) -> LegalStatus:
    """Statements whose subject is an index child; recitals of the criteria and other people's status are left out."""
    known = review.dates.incident.date or review.period.end
    event = known.value.last if known is not None else None
    cast = Cast(review, tuple(child.name for child in review.children.index if child.name[:1].isupper()))
    asked = dict(_asked(review))
    found = [stated for stated in asked.values() if stated is not None]
    for block, sentences in review.prose.by_block.items():
        if review.outline.within(block, *_NEVER) or block in review.outline.headings or block in asked:
            continue
        for place, sentence in enumerate(sentences):
            found += _in(review, cast, sentence, sentences[:place], event)
    return LegalStatus(tuple(dict.fromkeys(found)))


def _asked(review: Review) -> Iterator[tuple[int, Stated | None]]:
    """Cells that ask for a status, with what a yes or no beside them states: 'On the register in the last six months? | No'."""
    for row in (row for table in review.document.tables if table.width == 2 for row in table.rows):
        if len(row) < 2 or not row[0].blocks or review.outline.within(row[0].blocks[0], *_NEVER):
            continue
        asked, answer = (review.document.cell_text(cell) for cell in row[:2])
        status = next((status for status in Status if pattern("status", f"label.{status}").match(asked)), None)
        if status is None or len(asked.split()) > _LONGEST_LABEL:
            continue
        said = _ANSWER.match(answer) if row[1].blocks else None
        if said is None:
            yield row[0].blocks[0], None
            continue
        when, span = f"{asked} {answer}", review.document.whole(row[1].blocks[0])
        timed, covers = _has("at_event", when), _has("covers", when)
        yield row[0].blocks[0], Stated(status, held=said["yes"] is not None, timed=timed, span=span, covers=covers)


_LONGEST_LABEL = 14
"""Words of a cell that asks."""
_ANSWER = compile_pattern(
    r"(?i)\W*(?:(?P<yes>yes|y)|no|n|never|none|nil|not (?:at any|in the|within|during|registered|looked)\b.*)\b"
)


def recites_six_months(review: Review) -> bool:
    """Whether the report recites the criterion on the six months, the form's wording included, outside its annexes."""
    return any(
        _RECITES.search(block.text) and not review.outline.within(block.index, *_NEVER)
        for block in review.document.blocks
    )


def _in(
    review: Review, cast: Cast, sentence: Sentence, previous: tuple[Sentence, ...], event: date | None
) -> Iterator[Stated]:
    text = _QUOTED.sub(lambda match: " " * len(match.group()), sentence.text)
    cues = [(status, match) for status in Status if (match := pattern("status", status).search(text))]
    if not cues or _has("recital", text) or (_has("cites", text) and not _has("applied", text)):
        return
    chronology = review.outline.within(sentence.block, SectionKind.CHRONOLOGY)
    for status, match in cues:
        at = match.end() if match.group().lower().startswith("nor ") else match.start()  # 'Nor was Child R ..'
        if chronology or _of_index(review, cast, sentence, previous, at):
            when = f"{previous[-1].text} " if previous and _GOES_ON.match(text) else ""
            stated = _stated(review, sentence, (status, match), event, when)
            if stated is not None:
                yield stated


def _of_index(review: Review, cast: Cast, sentence: Sentence, previous: tuple[Sentence, ...], at: int) -> bool:
    """Whether the words before a cue have the index child for subject; a bare statement in the opening has."""
    subject = cast.subject_before(sentence, previous, at)
    if subject == OTHER:
        index = [m for m in cast.of(sentence) if m.who != OTHER and m.start < at]
        others = [m for m in cast.of(sentence) if m.who == OTHER and m.start < at]
        joined = index and re.fullmatch(
            r"\s*(?:and|nor|or|,)\s+(?:\w+ ){0,2}", sentence.text[index[-1].end : others[-1].start]
        )
        return bool(joined or (index and _BESIDE.search(sentence.text[: others[-1].start]) and not _OF_OTHER.search(sentence.text[others[-1].end : at])))
    if subject is None and _ALL_CHILDREN.search(sentence.text, 0, at):
        return True
    if subject is None:
        bare = (
            not previous
            or _THERE_WAS.match(sentence.text) is not None
            or _NOTED.search(sentence.text, 0, at) is not None
        )
        return review.outline.within(sentence.block, *_OPENING) and bare
    return True


def _stated(
    review: Review, sentence: Sentence, cue: tuple[Status, re.Match[str]], event: date | None, when: str
) -> Stated | None:
    """What one statement says; None where it tells only of earlier times. `when`: words before it that say when."""
    status, match = cue
    clause = _clause(sentence.text, match)
    dates = _dates(review, sentence)
    told = when + sentence.text
    timed = bool(dates) or _has("at_event", told)
    if _has("ended", clause) and not _has("still_held", clause):
        last = max((d.last for d in dates), default=None)
        held = _within_window(sentence.text, last, event)
        if not held and (last is None or event is None):
            return None
        return Stated(status, held=held, timed=True, span=sentence.span, covers=not held)
    if _has("negative", clause):
        return Stated(status, held=False, timed=timed, span=sentence.span, covers=_has("covers", told))
    history = review.outline.within(sentence.block, *_HISTORY) and not review.outline.within(sentence.block, *_OPENING)
    if _has("at_the_event" if history else "current", sentence.text):
        return Stated(status, held=True, timed=True, span=sentence.span)
    if event is not None and any(event - SIX_MONTHS <= d.first <= event for d in dates):
        return Stated(status, held=True, timed=True, span=sentence.span)
    if dates and _has("since", clause):
        return Stated(status, held=True, timed=True, span=sentence.span)
    if dates or history:
        return None
    return Stated(status, held=True, timed=False, span=sentence.span)


def _has(key: str, text: str) -> bool:
    return pattern("status", key).search(text) is not None


def _clause(text: str, match: re.Match[str]) -> str:
    """The clause that holds a cue, so that a 'not' elsewhere does not count."""
    stops = compile_pattern(r"[;:]|, (?:but|and|although|while|whereas|when) |\bbut\b")
    start = max((stop.end() for stop in stops.finditer(text[: match.start()])), default=0)
    if not _has("negative", text[start : match.end()]) and re.search(r"\b(?:neither|nor)\b", text[: match.start()]):
        start = 0
    end = stops.search(text, match.end())
    return text[start : end.start()] if end else text[start:]


def _within_window(text: str, last: date | None, event: date | None) -> bool:
    """Whether a status that ended was still held in the six months before the event."""
    if last is not None and event is not None:
        return last >= event - SIX_MONTHS
    for length in numbers.lengths(text):
        if re.match(r"\W*(?:before|earlier|prior)", text[length.end :]):
            return length.months <= 6
    return False


def _dates(review: Review, sentence: Sentence) -> list[PartialDate]:
    """Dates in a sentence; in a chronology those of its row."""
    told = [found.value for found in calendar.find(sentence.text) if found.value is not None]
    cell = review.document.blocks[sentence.block].cell
    if told or cell is None or not review.outline.within(sentence.block, SectionKind.CHRONOLOGY):
        return told
    row = review.document.tables[cell.table].rows[cell.row]
    words = " ".join(review.document.cell_text(other) for other in row[:1])
    return [found.value for found in calendar.find(words) if found.value is not None]
