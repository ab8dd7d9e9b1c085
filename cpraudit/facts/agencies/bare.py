"""Acts told of 'Health', 'agencies' or 'professionals', with no agency that a reader could put a question to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from cpraudit.facts.text.lexicon import any_of, load
from cpraudit.patterns import Pattern, Phrases, compile_pattern

_NONE = compile_pattern(r"\b(?:no|not|never|neither|nor|nobody|none|any|without)(?: \w+){0,2}\s+$", re.IGNORECASE)
_JUST = compile_pattern(r"\b(?:only|just|at least|more than|barely)(?: (?:to|by|the))?\s+$", re.IGNORECASE)
_ONLY = compile_pattern(r"\s*(?:\w+\s+){0,2}(?:only|alone|and no other)\b", re.IGNORECASE)
REACH = 60
"""How far from a bare noun its verb may stand, in characters."""


@dataclass(frozen=True, slots=True)
class BareUse:
    """A bare name in one sentence."""

    start: int
    end: int
    kind: str
    """'health', 'care' or 'general'."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    nouns: tuple[tuple[str, Pattern], ...]
    covered: Pattern
    aside: Pattern
    act: Pattern
    reached: Pattern
    withheld: Pattern
    withheld_act: Pattern
    naming: Pattern


def uses(sentence: str) -> list[BareUse]:
    """The bare names of a sentence that does or undergoes something in the case; lessons and asides have none."""
    patterns = _patterns()
    found: list[BareUse] = []
    for kind, noun in patterns.nouns:
        for match in noun.finditer(sentence):
            if any(match.start() < use.end and use.start < match.end() for use in found):
                continue
            before, after = sentence[max(0, match.start() - 25) : match.start()], sentence[match.end() :][:REACH]
            if kind == "general" and patterns.covered.search(before):
                continue
            if patterns.act.match(after) or patterns.reached.search(before):
                found.append(BareUse(match.start(), match.end(), kind))
    return [] if found and patterns.aside.search(sentence) else found


def withheld(sentence: str) -> tuple[int, int] | None:
    """Where a sentence says that 'some agencies' or 'one service' held or knew something.

    The stretch in which a name would be the holder's: those words, or to the sentence's end where it goes on to name
    ('namely', 'including').
    """
    patterns = _patterns()
    match = next((m for m in patterns.withheld.finditer(sentence) if not _of_none_or_all(sentence, m.span())), None)
    if match is None or patterns.aside.search(sentence) or not patterns.withheld_act.search(sentence):
        return None
    names = patterns.naming.search(sentence, match.start())
    return match.start(), len(sentence) if names else match.end()


def _of_none_or_all(sentence: str, place: tuple[int, int]) -> bool:
    """'No one service knew', 'known to one service only': how many held it is the point, and no name is withheld."""
    if _NONE.search(sentence, 0, place[0]):
        return True
    counted = re.search(r"\bone\b", sentence[slice(*place)], re.IGNORECASE)
    return bool(counted and (_JUST.search(sentence, 0, place[0]) or _ONLY.match(sentence, place[1])))


@cache
def _patterns() -> _Patterns:
    data = load("bare")
    act = "|".join(data["acts"])
    return _Patterns(
        nouns=(
            ("health", Phrases(data["health"], kept=True)),
            ("care", Phrases(data["care"], kept=True)),
            ("general", any_of(data["general"])),
        ),
        covered=compile_pattern(rf"\b(?:{'|'.join(data['covering'])})(?:\s+\w+)?[\s-]+$", re.IGNORECASE),
        aside=compile_pattern("|".join(data["aside"]), re.IGNORECASE),
        act=compile_pattern(
            rf"\s+(?:(?:who|which|that|had|were|was|also|then|in|from|with|involved|working)\s+){{0,3}}(?:{act})\b"
        ),
        reached=compile_pattern(
            r"\b(?:by|(?:contact|raised|shared|discussed|left|made)\s+with|(?:reported|sent|referred|passed|known|spoke|said|reported\s+\w+)\s+to|from)\s+(?:a|an|some|several|other|two|three|four|a\s+number\s+of)?\s*$"
        ),
        withheld=any_of(data["withheld"]),
        withheld_act=any_of(data["withheld_act"]),
        naming=compile_pattern("|".join(data["naming"])),
    )
