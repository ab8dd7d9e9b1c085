"""Why the period under review was chosen: a reason tied to the case, the guidance's own length, or none to speak of."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from cpraudit.document import Span
from cpraudit.facts.dates.timepoints import Statement
from cpraudit.facts.found import Fact
from cpraudit.facts.text import lexicon
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


def reason(review: Review, told: set[Statement]) -> Fact[Reason] | None:
    """The best reason given, near a telling of the period (`told`) or where its length is spoken of elsewhere."""
    found: dict[Reason, list[Span]] = {}
    for statement in _near(review, told):
        kind = reason_in(statement.text)
        if kind:
            found.setdefault(kind, []).extend(statement.spans)
    for kind in (Reason.SPECIFIC, Reason.GUIDANCE, Reason.EMPTY):
        if kind in found:
            return Fact(kind, tuple(dict.fromkeys(found[kind])), "passage")
    return None


@cache
def _words(key: str) -> Pattern:
    return lexicon.any_of(lexicon.load("period")[key])


def _near(review: Review, told: set[Statement]) -> list[Statement]:
    """Statements that may give the reason: those that tell the period or speak of its length, and those about them in
    the same section that speak of a choice."""
    statements, innermost = review.statements, review.outline.innermost
    near: set[int] = set()
    beside: set[int] = set()  # the blocks of those told and of the length
    for index, statement in enumerate(statements):
        if statement in told or _OF_LENGTH.search(statement.text):
            beside.add(statement.block)
            near |= {
                other
                for other in range(max(0, index - 2), min(len(statements), index + 4))
                if innermost[statements[other].block] == innermost[statement.block]
            }
    return [
        statement
        for index, statement in enumerate(statements)
        if statement in told
        or (index in near and _speaks_of_period(statement, statement.block in beside))
        or _OF_LENGTH.search(statement.text)
    ]


def _speaks_of_period(statement: Statement, beside: bool) -> bool:
    """Whether a statement goes on about the period; in a paragraph of its own, years may be the family's."""
    return bool(_SPEAKS_OF_PERIOD.search(statement.text) or (beside and _SPANS.search(statement.text)))


_SPANS = compile_pattern(r"\b(?:months?|years?)\b", re.IGNORECASE)
_OF_LENGTH = compile_pattern(
    r"\b(?:period|time-?frame|timeline|time-?scale)\b.{0,80}\b(?:extend|chosen|agreed|because|so that|so as|longer|"
    r"selected|in order)|\b(?:usual|normal|standard) (?:period|time-?frame)|"
    r"\bextend\w* (?:the )?(?:review |time ?)?(?:period|time-?frame|timeline|time-?scale)|"
    r"\bguidance\b.{0,60}\b(?:months?|year)\b|\bfurther back\b|\b(?:twelve months|year)\b.{0,40}\bguidance\b|"
    r"\b(?:reason|rationale) for (?:the |this |choosing )?(?:\w+ ){0,3}(?:period|time-?frame|timeline)",
    re.IGNORECASE,
)
_SPEAKS_OF_PERIOD = compile_pattern(
    r"\bperiod\b|time-?(?:frame|line|scale)|\bscope\b|\bback to\b|\bcover|"
    r"\bstart(?:ing)? (?:date|point)|\bthis date\b|\b(?:chose|chosen|agreed|decided|selected)\b|"
    r"\bfurther back\b|^(?:This|It|That|These)\b(?! (?:review|report|child))|^(?:The reason|The rationale|In order|By doing)\b",
    re.IGNORECASE,
)
_MONTHS = compile_pattern(
    r"\b(?:twelve|12)[\s-]+(?:calendar\s+)?months?|\b(?:one|a|the)\s+(?:full\s+|whole\s+)?year\b|\bperiod\b|time-?frame",
    re.IGNORECASE,
)


def reason_in(text: str) -> Reason | None:
    """The kind of reason that a passage gives for the period."""
    for link in _words("links").finditer(text):
        if _words("specific").search(text, link.end(), min(len(text), link.end() + 160)):
            return Reason.SPECIFIC
    if _of_case(text):
        return Reason.SPECIFIC
    purpose, extended = _words("purposes").search(text), _words("extended").search(text)
    kept = _KEPT.search(text)
    if _words("guidance").search(text) and _MONTHS.search(text) and (kept or not extended):
        return Reason.GUIDANCE
    if (extended and not kept) or (purpose and _words("empty").search(text, purpose.end())):
        return Reason.EMPTY
    return None


_KEPT = compile_pattern(r"\b(?:no|not|nor|without|rather than|instead of)\b", re.IGNORECASE)
"""The usual length was kept ('no need of an earlier start was seen')."""


def _of_case(text: str) -> bool:
    """Whether a sentence on the period's length or start goes on to say something of the people in the case, in any
    words, as the cause of it ('as nobody could make sense of her second plan without the first')."""
    if not _ON_LENGTH.search(text):
        return False
    for link in _words("causes").finditer(text):
        cause = text[link.end() : link.end() + 160]
        if _words("people").search(cause) and not _words("empty").search(cause) and not _words("lengths").search(cause):
            return True
    return False


_ON_LENGTH = compile_pattern(
    r"\bperiod\b|time-?(?:frame|line|scale)|\b(?:months|years?)\b|\b(?:further|go(?:ing)?|went|looked) back\b|\blonger\b|"
    r"\b(?:chose|chosen|decided|begin|begins|beginning|began|start|starts|started|starting)\b|"
    r"^(?:This|That|It) (?:is|was|takes|took|includes?|captures?|marks?)\b",
    re.IGNORECASE,
)
