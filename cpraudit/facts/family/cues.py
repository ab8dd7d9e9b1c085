"""Cues in a sentence: the words that tell an approach, a meeting, a refusal, a silence, or someone left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from functools import cache, lru_cache

from cpraudit.facts.text import lexicon
from cpraudit.patterns import Pattern, compile_pattern


class Act(IntEnum):
    """What happened; where several are told of one person, the highest counts."""

    APPROACHED = 0
    CONSIDERED = 1
    NOT_APPROACHED = 2
    NO_RESPONSE = 3
    AGREED = 4
    """Said yes; counts as heard unless they later withdrew."""
    DECLINED = 5
    HEARD = 6


NEGATIVE = (Act.NOT_APPROACHED, Act.DECLINED, Act.NO_RESPONSE)


class Whose(StrEnum):
    """Where the people of a cue stand."""

    SUBJECT = "subject"
    OBJECT = "object"
    EITHER = "either"
    """The objects, or else the subject."""
    NEAREST = "nearest"
    """Whoever was named last before it."""
    OWNER = "owner"
    """Those whose views they are: "Mother's views were", 'views of', 'contributions from'."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue, by character offsets in the sentence."""

    act: Act
    start: int
    end: int
    whose: Whose
    explicit: bool = True
    """It names the reviewers or the review."""


def find(text: str) -> list[Cue]:
    """The cues of a sentence in order, quotations blanked; of two that overlap, the one that says more."""
    found = [
        Cue(
            _weaker(act, match.group()),
            match.start(),
            match.end(),
            _narrowed(whose, match.group()),
            _names_review(text, match, act),
        )
        for act, whose, pattern in _patterns()
        for match in pattern.finditer(text)
        if not _void(text, match, act, whose)
    ]
    kept: list[Cue] = []
    for cue in sorted(found, key=lambda cue: (cue.act not in NEGATIVE, -int(cue.act), cue.start - cue.end)):
        if not any(cue.start < other.end and other.start < cue.end for other in kept):
            kept.append(cue)
    return _unmet(sorted(kept, key=lambda cue: cue.start), text)


def _unmet(found: list[Cue], text: str) -> list[Cue]:
    """The cues, with a visit only an approach where all that came of it was a refusal: 'was seen once and declined'."""
    first = next((cue for cue in found if cue.act is Act.DECLINED), None)
    if first is None or _NO_MORE.search(text, first.end):
        return found
    return [
        replace(cue, act=Act.APPROACHED)
        if cue.act is Act.HEARD
        and _VISIT.search(text, cue.start, cue.end)
        and _AND_SAID.fullmatch(text, cue.end, first.start)
        else cue
        for cue in found
    ]


_VISIT = compile_pattern(r"(?i)\b(?:visited|seen|met|spoken (?:to|with))$")
_AND_SAID = compile_pattern(
    r"(?i)(?: (?!not\b)[\w’'-]+){0,6}?,? (?:and|but)(?: (?:then|both|at once|again))?"
    r"(?: (?:he|she|they))?(?: (?:said|told|explained|made it (?:clear|plain)|let)(?: [\w’'-]+){0,3}?)?"
    r"(?: that)?(?: (?:he|she|they|who))? "
)
"""Between a visit and the refusal that was all its fruit."""
_NO_MORE = compile_pattern(r"(?i)\b(?:further|again|any ?more|any longer|second|more|another|else)\b")
"""Somebody who declined these was heard before."""


def turned(cue: Cue, text: str) -> Act:
    """What an act comes to where nobody did it: 'neither parent took part', 'none of them was approached'."""
    if not any(
        re.fullmatch(r"[^,;.]{0,30}", text[m.end() : cue.start]) for m in _word("nobody").finditer(text, 0, cue.start)
    ):
        return cue.act
    return {Act.HEARD: Act.DECLINED, Act.AGREED: Act.DECLINED, Act.APPROACHED: Act.NOT_APPROACHED}.get(cue.act, cue.act)


@cache
def _patterns() -> tuple[tuple[Act, Whose, Pattern], ...]:
    words = lexicon.load("family")
    contact, answer, grammar = words["contact"], words["answer"], words["grammar"]
    passive = f"{grammar['be']}(?: (?:{_any(grammar['adverbs'])}))* (?:{{}})"
    active = f"(?:{_any(contact['who'])})(?: (?:{_any(grammar['auxiliaries'])}))* (?:{{}})(?: with| to)?"
    return tuple(
        (act, whose, lexicon.any_of([form.format(phrase) for phrase in _either_way(phrases)]))
        for act, whose, form, phrases in (
            (Act.APPROACHED, Whose.SUBJECT, passive, contact["approached_passive"]),
            (Act.HEARD, Whose.SUBJECT, passive, contact["heard_passive"]),
            (Act.APPROACHED, Whose.OBJECT, active, contact["approached_active"]),
            (Act.HEARD, Whose.OBJECT, active, contact["heard_active"]),
            (Act.APPROACHED, Whose.OBJECT, "{}", contact["sent"]),
            (Act.HEARD, Whose.OBJECT, "{}", contact["heard_nouns"]),
            (Act.HEARD, Whose.OWNER, "{}", contact["views_got"]),
            (Act.APPROACHED, Whose.OWNER, "{}", contact["views_sought"]),
            (Act.CONSIDERED, Whose.OBJECT, "{}", contact["considered"]),
            (Act.HEARD, Whose.SUBJECT, "{}", answer["took_part"]),
            (Act.DECLINED, Whose.SUBJECT, "{}", answer["declined"]),
            (Act.NO_RESPONSE, Whose.NEAREST, "{}", answer["no_response"]),
            (Act.NOT_APPROACHED, Whose.EITHER, "{}", answer["not_approached"]),
        )
    )


_NOT = compile_pattern(r"(?<=[\w):|?]) not\b")


def _either_way(phrases: Iterable[str]) -> list[str]:
    """The phrases, so that 'wasn't asked' is as good as 'was not asked'."""
    return [_NOT.sub("(?: not|n't)", phrase) for phrase in phrases]


@cache
def _left_out_by() -> Pattern:
    return lexicon.any_of(_either_way(lexicon.load("family")["answer"]["left_out_by"]))


def _any(phrases: Iterable[str]) -> str:
    return "|".join(phrases)


def _word(key: str) -> Pattern:
    return lexicon.pattern("family", f"grammar.{key}")


@cache
def _reviewers() -> Pattern:
    contact = lexicon.load("family")["contact"]
    return lexicon.any_of([*contact["object"], "we", "i", *contact["who"]])


def _void(text: str, match: re.Match[str], act: Act, whose: Whose) -> bool:
    """Whether a match is no cue: denied, an act of a service, or an answer to one."""
    if act is Act.HEARD and _negated(text, match.start()):
        return True
    if act is Act.HEARD and _PASSIVE.search(text[: match.start()]) and _DONE_TO.match(match.group()):
        return True
    if act in (Act.DECLINED, Act.NO_RESPONSE) and _of_a_service(text, match):
        return True
    passive = whose is Whose.SUBJECT or (act is Act.NOT_APPROACHED and _narrowed(whose, match.group()) is Whose.SUBJECT)
    if passive and _by_others(text, match.end()) and not _reviewers().search(text):
        return True
    return bool(re.search(r"(?i)\bthank", match.group())) and not _word("thanked_for").search(text)


_PASSIVE = compile_pattern(r"(?i)\b(?:was|were|been|being|is|are)(?: \w+ly| also| then| first)? $")
_DONE_TO = compile_pattern(
    r"(?i)(?:sent|given|gave|told|helped|written|seen|asked|shown|provided|offered|telephoned|e-?mailed)\b"
)
"""'Was sent a letter': what was done to somebody is no answer of theirs."""


def _negated(text: str, start: int) -> bool:
    """Whether the last word but one, at most, before a cue that starts there denies it."""
    return any(len(text[match.end() : start].split()) <= 1 for match in _word("negated").finditer(text, 0, start))


def _of_a_service(text: str, match: re.Match[str]) -> bool:
    """Whether what was declined or not answered was a service and not the review."""
    before, after = text[: match.start()], text[match.end() :]
    service = _word("services").search(after)
    if service is None or service.start() > 70 or re.search(r"[.;]", after[: service.start()]):
        return False
    if re.search(r"(?i)\b(?:meet|meetings?|reviewers?)\b", before):
        return False
    return not lexicon.pattern("family", "contact.review").search(match.group() + after[:70])


def _by_others(text: str, end: int) -> bool:
    """Whether somebody else did what a cue that ends there tells."""
    doer = _word("others").search(text, end)
    if doer is None or _FOR_US.search(text, end):
        return False
    return _BY.match(text, end, doer.start()) is not None


_BY = compile_pattern(r"(?i)(?: \w+){0,2}? by (?:\w+ )?$")

_FOR_US = compile_pattern(
    r"(?i)\bon (?:our|(?:the|this) (?:review|panel|reviewer|board)['’]?s?['’]?) behalf\b|\bon behalf of (?:us|the (?:review|panel|board))|\bfor (?:us|the review)\b"
)
"""Somebody who asked for the reviewers."""


def _weaker(act: Act, words: str) -> Act:
    return Act.AGREED if act is Act.HEARD and _word("weak").match(words) else act


def _narrowed(whose: Whose, words: str) -> Whose:
    """'Was not approached' is said of the subject, 'did not approach' of the objects."""
    if whose is not Whose.EITHER or _left_out_by().search(words):
        return whose
    return Whose.SUBJECT


def _names_review(text: str, match: re.Match[str], act: Act) -> bool:
    """Whether a cue itself, or the words beside it, say that it was for the review."""
    if _reviewers().search(match.group()) or lexicon.pattern("family", "contact.review").search(text):
        return True
    by = re.match(
        r"(?i)[^.;]{0,40}? by (?:the |our )?(?:safeguarding |review )?"
        r"(?:board|panel|business unit|chair of the panel)\b",
        text[match.end() :],
    )
    return bool(by) or (act is Act.NOT_APPROACHED and bool(_reviewers().search(text[: match.start()])))


@lru_cache(maxsize=4096)
def strangers(text: str, end: int) -> tuple[tuple[int, int], ...]:
    """Where people who are no relatives are named as subjects before `end`; asked several times of each sentence."""
    return tuple(_strangers(text, end))


def _strangers(text: str, end: int) -> Iterator[tuple[int, int]]:
    for match in lexicon.pattern("family", "professionals.words").finditer(text, 0, end):
        if not re.search(
            r"(?i)\b(?:(?:through|via|with|by|from|of|to|for|about|at|on|in) (?:[\w’'-]+ ){0,5}"
            r"|(?:see|seen|saw|meet|met|tell|told|ask|asked|join|joined) (?:the|our|his|her|their|both) (?:[\w’'-]+ )?)$",
            text[: match.start()],
        ):
            yield match.span()
