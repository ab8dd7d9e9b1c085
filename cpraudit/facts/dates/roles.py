"""What each date is of: the role that the words around it give it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.dates.timepoints import Dated, Statement
from cpraudit.facts.text import frames, lexicon, places
from cpraudit.patterns import Pattern, compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review


class Role(StrEnum):
    """What a date in a review may be of; in the order in which labels are tried."""

    INTERIM_EVENT = "interim_event"
    LEARNING_EVENT = "learning_event"
    DECISION = "decision"
    REFERRAL = "referral"
    PUBLICATION = "publication"
    COMPLETION = "completion"
    PERIOD = "period"
    INCIDENT = "incident"


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement that tells of a step, with the dates that it gives it."""

    role: Role
    statement: Statement
    dates: tuple[Dated, ...]
    cue: Span | None
    """The words that told the role; None for a label."""
    group: int
    """The table, run of labelled lines or paragraph that it stands in (claims of one place share it)."""

    @property
    def labelled(self) -> bool:
        """Whether the role is told by a label."""
        return self.cue is None


_STEPS = frozenset({Role.LEARNING_EVENT, Role.DECISION, Role.REFERRAL, Role.PUBLICATION, Role.COMPLETION, Role.PERIOD})
_PLAN = (SectionKind.TERMS, SectionKind.RECOMMENDATIONS, SectionKind.ACTION_PLAN, SectionKind.GLOSSARY)
_STORY = (SectionKind.CHRONOLOGY, SectionKind.NARRATIVE, SectionKind.BACKGROUND)
_PROCESS = (
    SectionKind.PROCESS,
    SectionKind.KEY_DATES,
    SectionKind.SCOPE,
    SectionKind.TITLE,
    SectionKind.CIRCUMSTANCES,
    SectionKind.SUMMARY,
)
_REVIEW_BODY = compile_pattern(
    r"sub-?\s?group|(?:case|practice) review group|\bcrg\b|practice review|\bcpr\b|\bsusr\b|\bboard\b|\breview\b", re.IGNORECASE
)
_SURE_LABEL = compile_pattern(r"\b(?:index|significant|critical) (?:incident|event|injury)\b(?!s)", re.IGNORECASE)
_WORTH_READING = compile_pattern(
    r"\b(?:referr|(?:sub)?group|learning|practition|manager|reflect|workshop|event|debrief|(?:re)?publi|report|review|board|"
    r"interim|staff|professional|(?:co)?worke|colleague|people who|those who)",
    re.IGNORECASE,
)
LONGEST_SENTENCE = 4000
"""Characters; what is longer is no sentence, and weighing every date against every cue in it would take too long."""
_FARTHEST = 200
"""Characters between a cue and its date."""


def claims(review: Review) -> tuple[Claim, ...]:
    """Every telling of a step of the process, in reading order; the incident only where a label tells it."""
    statements = [s for s in review.statements if not review.outline.within(s.block, *_PLAN)]
    groups = _groups(review, statements)
    key = _key_groups(review, statements, groups)
    found: list[Claim] = []
    for statement, group in zip(statements, groups, strict=True):
        role = _labelled_role(review, statement) if group in key else label_role(statement.label)
        role = role or _role_of_note(statement)
        if role and _plausible(review, role, statement, group in key):
            found.append(Claim(role, statement, _filled(statement), None, group))
        elif len(statement.text) <= LONGEST_SENTENCE and _WORTH_READING.search(statement.text):
            freely = places.may_tell_review(review.outline, statement.block)
            found += [claim for claim in _told(statement, group, freely) if _of_this_review(review, claim)]
    return tuple(found)


@cache
def _labels() -> dict[Role, Pattern]:
    lists = lexicon.load("roles")["labels"]
    return {role: lexicon.any_of(lists[role]) for role in Role}


@cache
def label_role(label: str) -> Role | None:
    """The role that a label gives ('Date of the significant event', 'Learning event(s)'), or None."""
    plain = re.sub(r"^[\W\d]+|^\(?[ivx]+\)\s+", "", label).replace("(s)", "s").strip()
    if not plain:
        return None
    return next((role for role in Role if _labels()[role].match(plain)), None)


def _role_of_note(statement: Statement) -> Role | None:
    """The role of a short line whose date stands amid its label ('Sub-Group 4/5/21: criteria met')."""
    if statement.row or not statement.label or len(statement.dates) != 1 or len(statement.text) > _LONGEST_NOTE:
        return None
    date = statement.dates[0]
    return label_role(f"{statement.text[: date.start].strip()} {statement.text[date.end :].strip(' :.,–—-(')}")


_LONGEST_NOTE = 80
"""Characters of a line that is one note."""


def _labelled_role(review: Review, statement: Statement) -> Role | None:
    """The role of a row or line in a list of key dates, where a label is read by any of its words."""
    role = label_role(statement.label)
    if role is None and statement.label and not review.outline.within(statement.block, *_STORY):
        told = frames.listed(statement.label)
        role = Role(told) if told else None
    return None if role is Role.REFERRAL and _TO_OTHERS.search(statement.label) else role


_TO_OTHERS = compile_pattern(
    r"\b(?:to|into) (?:(?:the|its|their|a|an|local|specialist|adult) )*(?!(?:[\w’'-]+ ){0,6}?"
    r"(?:(?<!health )board|chair|committee|sub-?\s?group|reviews?|sg|crg|cprs?g?|susr|r?scb|rsb|group|panel)\b)\w",
    re.IGNORECASE,
)
"""A referral or notification that goes to somebody else than those who decide on reviews is the story's."""


def _groups(review: Review, statements: list[Statement]) -> list[int]:
    """A number for the place of each statement: its table, its run of labelled lines, or its paragraph."""
    groups: list[int] = []
    place: tuple[object, ...] | None = None
    last_block = -2
    for statement in statements:
        here: tuple[object, ...]
        if statement.table is not None:
            here = ("table", statement.table)
        elif statement.label:
            here = ("lines", review.outline.innermost[statement.block])
        else:
            here = ("paragraph", statement.block)
        broken = here[0] == "lines" and statement.block - last_block > 2
        groups.append(groups[-1] if groups and here == place and not broken else len(groups))
        place, last_block = here, statement.block
    return groups


def _key_groups(review: Review, statements: list[Statement], groups: list[int]) -> set[int]:
    """The tables and runs of lines that list key dates: they name two or more steps of the process."""
    roles: dict[int, list[Role]] = {}
    listed: dict[int, int] = {}
    key = set()
    for statement, group in zip(statements, groups, strict=True):
        if statement.label:
            role = _labelled_role(review, statement)
            listed[group] = listed.get(group, 0) + 1
            if role in _STEPS:
                roles.setdefault(group, []).append(role)
        if review.outline.kind(statement.block) in (SectionKind.KEY_DATES, SectionKind.TITLE) and statement.label:
            key.add(group)
    return key | {group for group, steps in roles.items() if len(steps) >= 2 and listed[group] <= 30}


def _plausible(review: Review, role: Role, statement: Statement, key: bool) -> bool:
    """Whether a label means the step: outside a list of key dates, 'referral' and 'admission' are the story's."""
    if key:
        return True
    outline, label = review.outline, statement.label
    if role is Role.INCIDENT:
        dated_first = statement.row and bool(statement.dates) and statement.dates[0].start == 0
        return bool(_SURE_LABEL.search(label)) or not (dated_first or outline.within(statement.block, *_STORY))
    if role is Role.REFERRAL:
        return bool(_REVIEW_BODY.search(label)) or (
            outline.within(statement.block, *_PROCESS)
            and not outline.within(statement.block, *_STORY)
            and len(label.split()) <= 4
            and not _TO_OTHERS.search(label)
        )
    if role in (Role.COMPLETION, Role.DECISION):
        return not outline.within(statement.block, *_STORY, SectionKind.LEARNING, SectionKind.CHANGES)
    return True


def _of_this_review(review: Review, claim: Claim) -> bool:
    """Whether a passage may speak of this report: among the learning, other people's reports are 'published'."""
    return claim.role is not Role.PUBLICATION or not review.outline.within(
        claim.statement.block, SectionKind.LEARNING, SectionKind.GOOD_PRACTICE, SectionKind.IMPROVING
    )


def _filled(statement: Statement) -> tuple[Dated, ...]:
    return tuple(dated for dated in statement.dates if dated.value is not None)


# ------------------------------------------------------------------ passages


@cache
def _cues() -> dict[Role | None, Pattern]:
    lists = lexicon.load("roles")["cues"]
    told = (
        Role.INTERIM_EVENT, Role.LEARNING_EVENT, Role.REFERRAL, Role.DECISION, Role.COMPLETION, Role.PUBLICATION,
    )  # fmt: skip
    patterns: dict[Role | None, Pattern] = {role: lexicon.any_of(lists[role]) for role in told}
    patterns[None] = lexicon.any_of(lists["other"])
    return patterns


def _told(statement: Statement, group: int, freely: bool) -> list[Claim]:
    """The steps that a sentence tells, in any words where it may; each of its dates belongs to the nearest cue."""
    text = statement.text
    cues: list[tuple[Role | None, re.Match[str]]] = []
    for role, pattern in _cues().items():
        cues += [(role, match) for match in pattern.finditer(text)]
    if freely:
        cues += _in_any_words(text, {role for role, _ in cues})
    if not any(role for role, _ in cues):
        return []
    interim = [match.span() for role, match in cues if role is Role.INTERIM_EVENT]
    cues = [
        (role, match)
        for role, match in cues
        if role is not Role.LEARNING_EVENT or not any(a <= match.start() < b for a, b in interim)
    ]
    owned: dict[Role, dict[re.Match[str], list[Dated]]] = {}
    for role, match in cues:
        if role:
            owned.setdefault(role, {}).setdefault(match, [])
    for dated in _filled(statement):
        again = _another_event(text, owned.get(Role.LEARNING_EVENT, {}), dated)
        if again is not None:
            again.append(dated)
            continue
        role, match, cost = min(
            ((role, match, _reach(role, text, match, dated)) for role, match in cues), key=lambda owner: owner[2]
        )
        if role is None or cost > _FARTHEST or _of_something_else(role, statement, match, dated):
            continue
        earlier = owned[role][match]
        if role is not Role.LEARNING_EVENT or _of_event(text, match, dated, earlier):
            earlier.append(dated)
    return [
        Claim(role, statement, tuple(dates), _span(statement, match), group)
        for role, by_cue in owned.items()
        for match, dates in by_cue.items()
        if dates or role is not Role.LEARNING_EVENT or _happened(text, match)
    ]


def _in_any_words(text: str, known: set[Role | None]) -> Iterator[tuple[Role | None, re.Match[str]]]:
    """Referrals and gatherings that no set phrase tells."""
    if Role.REFERRAL not in known:
        yield from ((Role.REFERRAL, match) for match in frames.referrals(text))
    if not known & {Role.LEARNING_EVENT, Role.INTERIM_EVENT}:
        yield from ((Role.LEARNING_EVENT, match) for match in frames.gatherings(text))


_BEFORE = compile_pattern(
    r"\b(?:before|prior to|ahead of|in advance of|until|pending|in time for|in preparation for)\b", re.IGNORECASE
)


def _earlier_than(text: str, cue: re.Match[str], dated: Dated) -> bool:
    """Whether the date is of something done before the step ('on 8 November, before the report was published')."""
    start = cue.start("at") if cue.groupdict().get("at") else cue.start()
    return dated.end <= start and bool(_BEFORE.search(text, dated.end, start))


def _of_something_else(role: Role, statement: Statement, cue: re.Match[str], dated: Dated) -> bool:
    """Whether a date near a cue is of what was done before the step, and not of the step."""
    if role is Role.PUBLICATION:
        return _earlier_than(statement.text, cue, dated)
    return role is Role.REFERRAL and _of_what_went_before(statement, cue, dated)


def _of_what_went_before(statement: Statement, cue: re.Match[str], dated: Dated) -> bool:
    """Whether a date is of what a referral followed ('After the meeting of 12 May a referral was made on 19 May')."""
    own = any(other.start >= cue.end() for other in _filled(statement))
    return own and dated.end <= cue.start() and _UPON.search(statement.text, 0, dated.start) is not None


_UPON = compile_pattern(r"\b(?:after|following|since|before)\b[^,;.]*$", re.IGNORECASE)
_PLANNED = compile_pattern(
    r"\b(?:will|should|shall|would|could|must|may|plans?|planned|intends?|future)\b", re.IGNORECASE
)
_BY_NAME = compile_pattern(r"learning (?:event|workshop|day|circle)", re.IGNORECASE)


def _happened(text: str, cue: re.Match[str]) -> bool:
    """Whether an undated learning event is told as held: other gatherings of practitioners need a verb that says so."""
    near = max(0, cue.start() - 30), min(len(text), cue.end() + 20)
    if _PLANNED.search(text, *near) or _learning("not_held").search(text):
        return False
    return bool(
        _BY_NAME.search(cue.group()) or _learning("held").search(text, cue.start(), min(len(text), cue.end() + 40))
    )


def _reach(role: Role | None, text: str, cue: re.Match[str], dated: Dated) -> float:
    """How far a date is from a cue; a learning event's also from the verb that says that it was held."""
    far = distance(text, cue, dated)
    if role is Role.LEARNING_EVENT and dated.start > cue.end():
        held = list(_learning("held").finditer(text, cue.end(), dated.start))
        if held:
            far = min(far, distance(text, held[-1], dated) + 5)
    return far


_SECOND = compile_pattern(r"\b(?:second|another|further|third|again)\b", re.IGNORECASE)


def _another_event(text: str, events: dict[re.Match[str], list[Dated]], dated: Dated) -> list[Dated] | None:
    """The dates of the learning event that this is a second day of ('; a second, for managers, was on 11 July')."""
    for dates in events.values():
        if dates and dated.start - dates[-1].end < 90 and _SECOND.search(text, dates[-1].end, dated.start):
            return dates
    return None


def _span(statement: Statement, match: re.Match[str]) -> Span:
    """Where a cue stands: exactly in a sentence, the whole first cell in a row."""
    first = statement.spans[0]
    if statement.row or first.end - first.start != len(statement.text):
        return first
    return Span(first.block, first.start + match.start(), first.start + match.end())


def distance(text: str, cue: re.Match[str], dated: Dated) -> float:
    """How far a date is from words in its text: characters between, every boundary of a clause counted as sixty."""
    start, end = cue.span("at") if cue.groupdict().get("at") else cue.span()
    if dated.start >= end:
        between = text[end : dated.start]
    elif dated.end <= start:
        between = text[dated.end : start]
    else:
        return 0
    return len(between) + 60 * len(_CLAUSE.findall(between))


_CLAUSE = compile_pattern(r"[,;:]\s|\b(?:and|when|after|before|until|which|that|who|where|following|while)\b")


@cache
def _learning(key: str) -> Pattern:
    return lexicon.any_of(lexicon.load("roles")["learning"][key])


_STRAIGHT_AFTER = compile_pattern(
    r"[\s,(–—:-]*(?:(?:\w+[\s,]+){0,4}(?:on|in|of|for|dated|during|between|from)\s+)?(?:the\s+)?", re.IGNORECASE
)
_SPOKEN = compile_pattern(
    r"\b(?:told|said|that|reflected|heard|recalled|described|explained|felt|noted)\b", re.IGNORECASE
)
_ANOTHER = compile_pattern(r"[,;&]|\band\b|\bsecond\b|\bfurther\b", re.IGNORECASE)


def _of_event(text: str, cue: re.Match[str], dated: Dated, earlier: list[Dated]) -> bool:
    """Whether a date is the day of a learning event, and not one that was spoken of there or given up."""
    if _learning("planned").search(text, max(0, dated.start - 32), dated.start):
        return False
    if dated.start >= cue.end():
        between = text[cue.end() : dated.start]
        if _SPOKEN.search(between):
            return False
        if earlier and dated.start - earlier[-1].end < 90 and _ANOTHER.search(text, earlier[-1].end, dated.start):
            return True
        held = _learning("held").search(between) or _learning("held").search(cue.group())
        return bool(held or _STRAIGHT_AFTER.fullmatch(between))
    between = text[dated.end : cue.start()]
    if _SPOKEN.search(between) or len(between) > 90:
        return False
    held = _learning("held").search(text, dated.end, min(len(text), cue.end() + 60))
    return bool(held or (len(between) < 40 and ";" not in between))
