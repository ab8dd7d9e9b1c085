"""Index children who are told by number alone ('two brothers', 'four girls and two boys', 'the twins')."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from cpraudit.facts.children.children import NOT_READ, OPENING, Gender
from cpraudit.facts.text import numbers
from cpraudit.facts.text.lexicon import load
from cpraudit.patterns import Pattern, compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review
    from cpraudit.facts.text.prose import Sentence

_MOST = 20
"""More children than this are no review's index children."""
_NUMBER = rf"(?:{numbers.NUMBER}|an?)"
_GIRL = r"(?:girls?|sisters?|daughters?|young wom[ae]n|females?)"
_BOY = r"(?:boys?|brothers?|sons?|young m[ae]n|males?)"
_MIXED = compile_pattern(
    rf"\b(?P<n1>{_NUMBER}) (?:\w+ )?(?P<who1>{_GIRL}|{_BOY})(?:,? and| or|,) (?P<n2>{_NUMBER}) (?:\w+ )?(?P<who2>{_GIRL}|{_BOY})\b",
    re.IGNORECASE,
)
_OF_CHILDREN = compile_pattern(r"\b(?:children|young people|boys|girls|siblings|sisters|brothers|twins|victims)\b", re.IGNORECASE)


@cache
def _subject() -> Pattern:
    """'This review is about three young sisters', 'the deaths of two brothers'."""
    several = "|".join(load("children")["several"])
    return compile_pattern(
        rf"\b(?:review|report|CPR)\b[^.;]{{0,80}}?\b(?:about|concern(?:s|ing)|into|relat(?:es|ing) to|considers|regarding|in respect of|looks at)\b"
        rf"[^.;]{{0,50}}?\b(?P<n>{numbers.NUMBER}) (?:[\w-]+ ){{0,2}}?(?:{several})\b",
        re.IGNORECASE,
    )


_PAIR = compile_pattern(
    r"\b(?:review|report|CPR)\b[^.;]{0,80}?\b(?:about|concern(?:s|ing)|into|relat(?:es|ing) to|considers|regarding|in respect of|looks at)\b"
    rf"(?:(?!\b(?:by|from|with|when|after|whose|who)\b)[^.;]){{0,50}}?\ban? (?:[\w-]+ ){{0,2}}?(?:brother|sister|boy|girl|son|daughter)s? and "
    rf"(?:(?:an?|his|her|their) )?(?:[\w-]+ ){{0,2}}?(?:{_GIRL}|{_BOY})\b",
    re.IGNORECASE,
)
"""'The review concerns a brother and sister', 'looks at the care of a boy and his younger sister'."""


def count(review: Review) -> int:
    """How many index children a report that names none of them is about; 0 where it does not say, or tells of one."""
    for block, sentences in review.prose.by_block.items():
        outline = review.outline
        if not outline.within(block, *OPENING) or outline.within(block, *NOT_READ) or block in outline.headings:
            continue
        titled = _OF_CHILDREN.search(outline.section(block).title) is not None
        for sentence in sentences:
            told = _told(sentence, titled)
            if 1 < told <= _MOST:
                return told
    return 0


def _told(sentence: Sentence, titled: bool) -> int:
    """The number that a sentence gives; `titled`, in a section on the children."""
    subject = _subject().search(sentence.text)
    if subject:
        return numbers.parse(subject["n"]) or 0
    if _PAIR.search(sentence.text):
        return 2
    mixed = _MIXED.search(sentence.text)
    if mixed and (titled or re.match(r"\W*The twins\b", sentence.text)):
        return _number(mixed["n1"]) + _number(mixed["n2"])
    return 2 if re.match(r"\W*(?:The|These) twins\b", sentence.text) else 0


def _number(words: str) -> int:
    return 1 if words.lower() in {"a", "an"} else numbers.parse(words) or 0


def genders(text: str, children: int) -> list[Gender]:
    """Each child's gender where so many are told by it together ('four girls and two boys'), in that order."""
    for match in _MIXED.finditer(text):
        told = [_gender(match[f"who{n}"]) for n in (1, 2) for _ in range(min(_number(match[f"n{n}"]), _MOST))]
        if len(told) == children:
            return told
    return []


def _gender(noun: str) -> Gender:
    return Gender.FEMALE if re.fullmatch(_GIRL, noun, re.IGNORECASE) else Gender.MALE
