"""Adults who are only coded, and what the report says each is to the index child: 'Adult P, the father of Child M'."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cpraudit.facts.family.kin import Kin, Mention
from cpraudit.patterns import Pattern, compile_pattern, passing_pattern

Relation = tuple[str, Kin, str]
"""Relation, kin and gender."""

_CODE = r"\b(?P<code>Adult (?:[A-Z]{1,2}|\d{1,2}))"
_LINKED = compile_pattern(
    rf"{_CODE}(?P<link>, | [–—-] | \(|,? (?:who )?(?:is|was) (?:(?:then )?(?:aged )?\d\d(?: years old)?,? and (?:(?:is|was) )?)?)"
    r"(?:the )?$"
)
"""Before what an adult is: 'Adult P, ', 'Adult P (', 'Adult P was the ', 'Adult P was 27 and was the '."""
_SUPPOSED = compile_pattern(r"(?i)\b(?:that|whether|if|believed|thought|claimed|alleged|said|says|denied)\s+$")
"""Before an adult of whom somebody else says what he is."""
_LISTED = compile_pattern(r"(?:,? (?:and|or|as well as|together with)\b|, (?:the|his|her|their|a|an|Adult|Child)\b)")
"""After the child's name where the words between commas may be the next of a list, and another person."""
_UNPARTED = frozenset({Kin.CHILD, Kin.PARTNER, Kin.PEER, Kin.OTHER, Kin.FAMILY, Kin.PARENTS, Kin.SURVIVORS})
"""'The partner of Child M' is nobody's whom a parent has; the rest is not one person's relation to the child."""
_PRONOUN = compile_pattern(r"(?i)(?:his|her|their) ")
_SENTENCE = compile_pattern(r"[.;?!]\s")


def settled(told: Iterable[tuple[str, Relation]]) -> dict[str, Relation]:
    """The relation of each coded adult of whom one alone is told; where two would be the father, neither is."""
    given = set(told)
    codes = [code for code, _ in given]
    bearers = [relation for _, relation in given]
    return {
        code: relation
        for code, relation in sorted(given)
        if codes.count(code) == 1 and (relation[1] not in (Kin.MOTHER, Kin.FATHER) or bearers.count(relation) == 1)
    }


def beside(text: str, mention: Mention, mentions: tuple[Mention, ...], children: tuple[str, ...]) -> str:
    """The code of the adult whom a relationship explains, where it is plainly one to the index child; else nothing."""
    if mention.kin in _UNPARTED or mention.plural or mention.possessive:
        return ""
    child = passing_pattern(rf"(?:{'|'.join(re.escape(name) for name in children) or '(?!)'})(?![\w-])")
    start = _owned_from(text, mention, child)
    linked = _LINKED.search(text, 0, mention.start if start is None else start)
    if linked is None:
        return ""
    opening = max((m.end() for m in _SENTENCE.finditer(text, 0, linked.start())), default=0)
    before = text[opening : linked.start()]
    if linked["link"] not in (", ", " (") and _SUPPOSED.search(before):
        return ""
    of = re.compile(r" of (?:the )?").match(text, mention.end)
    of_child = child.match(text, of.end()) if of else None
    if start is not None or (of_child and text[of_child.end() : of_child.end() + 1] not in ("'", "’")):
        end = mention.end if of_child is None else of_child.end()
        listed = linked["link"] == ", " and _LISTED.match(text, end)
        return "" if listed else linked["code"]
    if linked["link"] != " (" or text[mention.end : mention.end + 1] != ")":
        return ""
    others = [m for m in mentions if opening <= m.start < linked.start() and m.kin is not Kin.CHILD]
    if others or "Adult " in before:
        return ""
    named = child.search(before) is not None
    return linked["code"] if named or not _PRONOUN.match(text, mention.start) else ""


def _owned_from(text: str, mention: Mention, child: Pattern) -> int | None:
    """Where 'Child M's' begins before a relationship; None where no index child owns it."""
    for name in child.finditer(text, max(mention.start - 40, 0), mention.start):
        if text[name.end() : mention.start] in ("'s ", "’s ", "' ", "’ "):
            return name.start()
    return None
