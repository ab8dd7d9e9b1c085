"""Steps of the process told in a writer's own words: known by who does what to what, where no set phrase tells them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cpraudit.facts.text import lexicon
from cpraudit.patterns import Pattern, compile_pattern

_REACH = 120
"""Characters within which the words of one telling stand."""
_AROUND = 40
"""Characters beside a gathering in which words make it one of another kind."""
_WEIGHED = compile_pattern(r"\b(?:considered|discussed|looked at|examined|weighed)\s+$", re.IGNORECASE)
"""What is done with a referral on a later day than that on which it came."""
_STOP = compile_pattern(r"[.;:?!](?:\s|$)")


@cache
def _words(table: str, key: str) -> Pattern:
    return lexicon.any_of(lexicon.load("steps")[table][key])


def referrals(text: str) -> list[re.Match[str]]:
    """Where a sentence says that a case was put before the group that decides on reviews, or forward for a review: the
    verb, or the group where it stands first ('the Sub-Group was told of ..')."""
    if spoken := list(_words("referral", "spoken").finditer(text)):
        return [told for told in spoken if not _WEIGHED.search(text, 0, told.start())]
    if not any(_words("referral", goal).search(text) for goal in ("bodies", "purposes", "board")):
        return []
    found = [verb for verb in _words("referral", "verbs").finditer(text) if _puts_forward(text, verb)]
    return found or [body for body in _words("referral", "bodies").finditer(text) if _is_told(text, body)]


def _puts_forward(text: str, verb: re.Match[str]) -> bool:
    """Whether what follows a verb is the group or the review, and what goes there is the case."""
    head = text[_clause(text, verb.start()) : verb.start()]
    end = _reach(text, verb.end())
    goal = _words("referral", "bodies").search(text, verb.end(), end)
    if goal is None:
        by_decider = _words("referral", "deciders").search(head)
        goal = None if by_decider else _words("referral", "purposes").search(text, verb.end(), end)
    if goal is None:
        board = _words("referral", "board").search(text, verb.end(), end)
        about = head + text[verb.end() : board.start()] if board else ""
        goal = board if _words("referral", "case").search(about) else None
    if goal is None:
        return False
    return not _words("referral", "aside").search(head + text[verb.end() : goal.start()])


def _is_told(text: str, body: re.Match[str]) -> bool:
    """Whether a group is told of a case ('the Sub-Group was asked in May to consider ..')."""
    end = _reach(text, body.end())
    verb = _words("referral", "received").search(text, body.end(), min(end, body.end() + _AROUND))
    return verb is not None and not _words("referral", "aside").search(text, verb.end(), end)


def _clause(text: str, at: int) -> int:
    """Where the part of a sentence begins that a word stands in."""
    return max((stop.end() for stop in _STOP.finditer(text, max(0, at - _REACH), at)), default=max(0, at - _REACH))


def _reach(text: str, at: int) -> int:
    """How far a telling that begins here may go: to the end of its part of the sentence."""
    stop = _STOP.search(text, at, min(len(text), at + _REACH))
    return stop.start() if stop else min(len(text), at + _REACH)


@cache
def _gathered() -> Pattern:
    """People and a gathering, either way round, or people who come or are brought together."""
    lists = lexicon.load("steps")["gathering"]
    noun, who, meet, bring, joint = (
        "|".join(lists[key]).replace(" ", r"\s+") for key in ("gatherings", "people", "meet", "bring", "together")
    )
    words = r"(?:[\w'’-]+,?\s+){0,%d}?"
    some = words % 5
    return compile_pattern(
        rf"(?<!\w)(?:(?:{noun})\s+{words % 3}(?:for|with|of|between|bringing\s+together)\s+{some}(?:{who})"
        rf"|(?:practitioners?|staff|workers|managers?|professionals)['’]?\s+(?:reflecti\w+\s+|learning\s+)?"
        rf"(?!meeting|conversation|session|day\b)(?:{noun})"
        rf"|(?:{who})\s+{words % 7}(?:{meet})\s+{some}(?:(?:{joint})|(?:for|at|in|to)\s+(?:an?\s+|two\s+|half\s+)"
        rf"(?:\w+\s+)?(?:{noun}))"
        rf"|(?:{bring})\s+{some}together\s+{some}(?:{who})"
        rf"|(?:{bring})\s+{some}(?:{who})\s+{words % 8}(?:(?:{joint})|(?:for|to)\s+(?:an?\s+|two\s+)(?:\w+\s+)?(?:{noun})))(?!\w)",
        re.IGNORECASE,
    )


def gatherings(text: str) -> Iterator[re.Match[str]]:
    """Where a sentence tells of a gathering of those who worked with the family, whatever it is called."""
    for match in _gathered().finditer(text):
        around = max(0, match.start() - _AROUND), min(len(text), match.end() + _AROUND // 2)
        if not _words("gathering", "aside").search(text, *around):
            yield match


@cache
def listed(label: str) -> str | None:
    """The step that a label tells in a list of key dates, by a word anywhere in it; None where it tells no step."""
    if len(label) > _REACH or _words("listed", "aside").search(label):
        return None
    steps = ("interim_event", "learning_event", "referral", "decision", "publication", "completion", "incident")
    told = next((step for step in steps if _words("listed", step).search(label)), None)
    return told or ("learning_event" if next(gatherings(label), None) else None)
