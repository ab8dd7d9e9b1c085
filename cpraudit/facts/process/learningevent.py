"""The learning event: whether it was held, who came and who did not, what it found, what its delay did."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import Block, BlockKind, SectionKind, Span
from cpraudit.facts.agencies import panel
from cpraudit.facts.people import posts
from cpraudit.facts.text import listing, places
from cpraudit.facts.text.lexicon import pattern
from cpraudit.facts.text.prose import Sentence
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

_AT = compile_pattern(r"\b(?:at|during|from|in) (?:the|a|both|this|each)\b", re.IGNORECASE)

_TOLD_US = compile_pattern(r"\bthey (?:told|showed|explained to|described to|reminded|said to) (?:me|us)\b", re.IGNORECASE)

_ANOTHER_POINT = compile_pattern(r"(?:^|[,;:]|\b(?:said|agreed|told us|felt|thought|found|concluded)\b)\s*(?:and )?that\b", re.IGNORECASE)
_LISTED_POINT = compile_pattern(r"[^\s;:](?:[^;:]*[^\s;:])?")
MANY = 3
"""Services or roles in a sentence that names the event which are those who came, whatever its verb."""


@dataclass(frozen=True, slots=True)
class LearningEvent:
    """What the report tells of its learning event or events."""

    mentions: tuple[Span, ...]
    """Where it is said to have been held."""
    attendance: tuple[Span, ...]
    """Where it is told which agencies or roles came."""
    services: tuple[str, ...]
    """Kinds of service that came."""
    posts: tuple[Span, ...]
    """Job roles or levels among those who came."""
    absences: tuple[Span, ...]
    """Where it is told who did not come, or that every relevant agency did."""
    points: tuple[Span, ...]
    """Discussion, learning or actions that are told as the event's."""
    remarks: tuple[Span, ...]
    """Where the lapse of time is said to have told on memory or attendance."""


def find(review: Review) -> LearningEvent:
    """Outside the terms of reference and the form's wording; an event that is only planned is none."""
    about = list(_about(review))
    attendance = list(_attendance(review, about))
    absent = [s.span for s in about if _tells_absence(review, s)]
    everyone = [
        s.span for s in about if _matches("all_came", s) and _matches("attended", s) and not _matches("aside", s)
    ]
    return LearningEvent(
        mentions=tuple(s.span for s in about if _matches("event", s) and _matches("held", s)),
        attendance=tuple(attendance),
        services=tuple(panel.services_in(review, attendance)),
        posts=tuple(dict.fromkeys([*_posts(review, attendance), *_levels(about)])),
        absences=tuple(dict.fromkeys([*absent, *everyone])) if attendance else (),
        points=tuple(dict.fromkeys(span for s in _points(review, about) for span in _each(s))),
        remarks=tuple(_remarks(review, about)),
    )


def _about(review: Review) -> Iterator[Sentence]:
    """Sentences on the event: those of its section, and from its name to the end of a paragraph elsewhere; of a list, the notes that
    go on from the one that names it ('Discussed: ..', 'Event asked for ..') too."""
    noted = -1
    for block in review.prose.blocks:
        if not places.tells_review(review.outline, block.index) or block.index in review.outline.headings:
            continue
        within = review.outline.within(block.index, SectionKind.LEARNING_EVENT) or _in_row(review, block)
        if not (within or places.may_tell_review(review.outline, block.index) or _HELD_EVENT.search(block.text)):
            continue
        within = within or (noted == block.index - 1 and _goes_on(block))
        for sentence in review.prose.by_block.get(block.index, ()):
            within = within or (_matches("event", sentence) and not _matches("not_held", sentence))
            if within and not _matches("not_held", sentence):
                yield sentence
        noted = block.index if within and block.kind is BlockKind.LIST_ITEM else -1


_HELD_EVENT = compile_pattern(
    r"\b(?:learning|practitioners?['’]?) (?:event|workshop|day)s?\b[^.;]{0,30}\b(?:held|took place|convened)\b|\b(?:held|convened)\b[^.;]{0,30}\b(?:learning|practitioners?['’]?) (?:event|workshop)s?\b",
    re.IGNORECASE,
)
"""The event by its name and held, as the opening of the learning may tell it."""


def _goes_on(block: Block) -> bool:
    """Whether an item of a list goes on from the event that the one before it tells of."""
    return block.kind is BlockKind.LIST_ITEM and pattern("learningevent", "noted").match(block.text) is not None


def _in_row(review: Review, block: Block) -> bool:
    """Whether a cell stands in a row that is labelled as the event's."""
    if block.cell is None or block.cell.column == 0:
        return False
    rows = review.document.tables[block.cell.table].rows
    row = next((row for row in rows if row and row[0].row == block.cell.row), None)
    return row is not None and pattern("learningevent", "event").search(review.document.cell_text(row[0])) is not None


def _attendance(review: Review, about: list[Sentence]) -> Iterator[Span]:
    for sentence, before in zip(about, (None, *about), strict=False):
        after = _after_cue(sentence)
        came = _matches("attended", sentence) or (_matches("goes_on", sentence) and _told_of_people(sentence, before))
        if not came and not (_told_with(sentence) and _many(review, after)):
            continue
        points = listing.points_after(review, sentence.block) if sentence.text.rstrip().endswith((":", ":-")) else []
        spans = [*after, *(review.document.whole(point) for point in points)]
        named = panel.services_in(review, spans)
        roles = [place for span in spans for place in posts.posts_in(review.document.quote(span))]
        if (named or len(roles) >= 2) and not (_absence(sentence) and not _before_absence(review, sentence)):
            yield from spans


def _told_of_people(sentence: Sentence, before: Sentence | None) -> bool:
    """Whether the sentence before, in the same paragraph, tells that people came, so that 'They included ..' names them."""
    if before is None or before.block != sentence.block:
        return False
    came = pattern("learningevent", "attended").search(before.text)
    if came is None:
        return _told_with(before)
    return pattern("learningevent", "says").search(before.text[came.end() :]) is None


def _told_with(sentence: Sentence) -> bool:
    """Whether a sentence tells that the event was held ('.. met for a learning day: ..'), and not what was said there."""
    return _matches("event", sentence) and _matches("held", sentence) and not _matches("says", sentence)


def _many(review: Review, spans: list[Span]) -> bool:
    """Whether so many services or roles are named that they can only be those who came."""
    roles = sum(len(posts.posts_in(review.document.quote(span))) for span in spans)
    return max(roles, len(panel.services_in(review, spans))) >= MANY


def _after_cue(sentence: Sentence) -> list[Span]:
    """The sentence, up to what it says of those who did not come."""
    absent = _absence(sentence)
    end = absent.start() if absent and absent.start() > 40 else len(sentence.text)
    return [Span(sentence.block, sentence.start, sentence.start + end)]


def _before_absence(review: Review, sentence: Sentence) -> bool:
    absent = _absence(sentence)
    return (
        absent is not None
        and bool(panel.services_in(review, [Span(sentence.block, sentence.start, sentence.start + absent.start())]))
        and bool(pattern("learningevent", "attended").search(sentence.text[: absent.start()]))
    )


def _points(review: Review, about: list[Sentence]) -> Iterator[Sentence]:
    place = {sentence.span for sentence in about}
    says = pattern("learningevent", "says")
    for sentence in review.prose.sentences:
        if not places.tells_review(review.outline, sentence.block) or sentence.block in review.outline.headings:
            continue
        if not says.search(sentence.text) or _matches("aside", sentence):
            continue
        at_event = _matches("event", sentence) or _matches("group", sentence)
        told_of_event = _matches("event", sentence) and (_AT.search(sentence.text) or _spoken_to_or_by(sentence))
        if sentence.span in place:
            if at_event or _TOLD_US.search(sentence.text) or not _is_attendance(sentence):
                yield sentence
        elif told_of_event or _SAID_THERE.search(sentence.text) or (_matches("group", sentence) and _near_event(review, sentence)):
            yield sentence


_SAID_THERE = compile_pattern(
    r"\b(?:practitioners|staff|workers|professionals|colleagues|attendees|participants|those (?:there|present)|people)\b[^.;]{0,30}"
    r"\b(?:said|told|felt|described|reflected|agreed|explained|thought|recalled|spoke)\b[^.;]{0,20}\bat the (?:learning |practitioner )?(?:event|workshop)\b",
    re.IGNORECASE,
)


def _spoken_to_or_by(sentence: Sentence) -> bool:
    """Whether the event itself hears or speaks: 'Teachers told the learning event that ..', 'The workshop heard that ..'."""
    for match in pattern("learningevent", "event").finditer(sentence.text):
        before, after = sentence.text[: match.start()], sentence.text[match.end() :]
        if _HEARS.match(after) or (_ADDRESSED.search(before) and _SAID.match(after)):
            return True
    return False


_HEARS = compile_pattern(
    r"s? (?:also |then |itself )?(?:heard|(?:was|were) (?:told|reminded|shown)|agreed|concluded|recogni[sz]ed|noted|considered|thought|felt|learned|learnt) "
    r"(?:that|how|why|of)\b",
    re.IGNORECASE,
)
_ADDRESSED = compile_pattern(
    r"\b(?:told|said to|reminded|informed|attending|who (?:attended|came to)|present at) (?:(?:the|our|this|each|a) )?$", re.IGNORECASE
)
_SAID = compile_pattern(
    r"s?,? (?:that|how|why|they|there|it|(?:also |then )?(?:said|told|described|explained|felt|thought|agreed|spoke|recalled)\b)", re.IGNORECASE
)


def _speaks(sentence: Sentence) -> bool:
    """Whether the event itself is the subject: 'Learning event felt that ..'."""
    event = pattern("learningevent", "event").search(sentence.text)
    says = pattern("learningevent", "says").search(sentence.text, event.end()) if event else None
    return says is not None and event is not None and not sentence.text[event.end() : says.start()].strip()


def _each(sentence: Sentence) -> Iterator[Span]:
    """The points of one sentence: 'they said that ..; that ..; and that ..' and 'Discussed: ..; ..; ..' hold three."""
    start = sentence.start
    head, colon, _ = sentence.text.partition(":")
    if colon and ";" in sentence.text and pattern("learningevent", "says").search(head) and not _matches_text("attended", head):
        for point in _LISTED_POINT.finditer(sentence.text, len(head) + 1):
            yield Span(sentence.block, start + point.start(), start + point.end())
        return
    for clause in list(_ANOTHER_POINT.finditer(sentence.text))[1:]:
        yield Span(sentence.block, start, sentence.start + clause.start())
        start = sentence.start + clause.start()
    yield Span(sentence.block, start, sentence.end)


def _is_attendance(sentence: Sentence) -> bool:
    return _matches("attended", sentence) or _absence(sentence) is not None


def _near_event(review: Review, sentence: Sentence) -> bool:
    """Whether the paragraph, or the one before it, is about the event."""
    beside = (review.prose.by_block.get(block, ()) for block in (sentence.block - 1, sentence.block))
    return any(_matches("event", s) for sentences in beside for s in sentences)


def _remarks(review: Review, about: list[Sentence]) -> Iterator[Span]:
    event = {sentence.span for sentence in about}
    last: Sentence | None = None
    for sentence in review.prose.sentences:
        if not places.tells_review(review.outline, sentence.block):
            continue
        follows = last is not None and last.block == sentence.block and last.span in event
        before, last = last if follows else None, sentence
        near = sentence.span in event or _matches("event", sentence)
        recall, left = _matches("recall", sentence), _matches("attendance_effect", sentence)
        if near and (recall or left) and (_matches("lapse", sentence) or (before and _matches("lapse_told", before))):
            yield sentence.span


def _posts(review: Review, spans: list[Span]) -> Iterator[Span]:
    for span in spans:
        text = review.document.quote(span)
        for start, end in (*posts.posts_in(text), *posts.levels_in(text)):
            yield Span(span.block, span.start + start, span.start + end)


_BOTH_LEVELS = compile_pattern(
    r"\b(practitioners|staff|workers|professionals)\b[^.;:]{0,20}\b(?:and|with|as well as|or)\b[^.;:]{0,25}\b(managers)\b|"
    r"\b(managers)\b[^.;:]{0,20}\b(?:and|with|as well as|or)\b[^.;:]{0,25}\b(practitioners|staff|workers)\b",
    re.IGNORECASE,
)
"""'Practitioners and their managers': both levels, with no post or service named."""


def _levels(about: list[Sentence]) -> Iterator[Span]:
    """Levels of those who came, where they are told by level alone."""
    for sentence in about:
        told = _BOTH_LEVELS.search(sentence.text)
        if told is None or not (_matches("attended", sentence) or _told_with(sentence)) or _matches("aside", sentence):
            continue
        for group, words in enumerate(told.groups(), 1):
            if words:
                yield Span(sentence.block, sentence.start + told.start(group), sentence.start + told.end(group))


def _tells_absence(review: Review, sentence: Sentence) -> bool:
    """Whether a sentence tells who was missing from the event, or that nobody was."""
    if _matches("absent_surely", sentence) and not _matches("relatives", sentence):
        return True
    return _absence(sentence) is not None and (_names(review, sentence) or _matches("all_came", sentence))


def _absence(sentence: Sentence) -> re.Match[str] | None:
    """Where a sentence says that somebody did not come."""
    told = pattern("learningevent", "absent").search(sentence.text)
    plainly = pattern("learningevent", "absent_plainly").search(sentence.text)
    if told or plainly is None or pattern("learningevent", "says").search(sentence.text[: plainly.start()]):
        return told
    return plainly


def _names(review: Review, sentence: Sentence) -> bool:
    return bool(panel.services_in(review, [sentence.span])) or bool(posts.posts_in(sentence.text))


def _matches(key: str, sentence: Sentence) -> bool:
    return _matches_text(key, sentence.text)


def _matches_text(key: str, text: str) -> bool:
    return pattern("learningevent", key).search(text) is not None
