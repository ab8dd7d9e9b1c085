"""Index children who are told by number alone ('two brothers', 'four girls and two boys', 'the twins')."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind
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
_AGE = r"(?:,? (?:aged|of) [\w-]+| \(\w+\))?"
_MIXED = compile_pattern(
    rf"\b(?P<n1>{_NUMBER}) (?:\w+ )?(?P<who1>{_GIRL}|{_BOY}){_AGE}(?:,? and| or|,) (?P<n2>{_NUMBER}) (?:\w+ )?(?P<who2>{_GIRL}|{_BOY})\b",
    re.IGNORECASE,
)
HARMED = (
    r"\b(?:were|was|had been|have been|has been|suffered|sustained|experienced|died|disclosed|lost)\b(?:[^.;]{0,60}?\b(?:harmed|abused|neglected|hurt|"
    r"injured|killed|dead|found|underweight|exploited|assaulted|raped|removed|rescued|starved|poisoned|admitted|hospital|abuse|neglect|injur\w+|fractures?|harm|lives)\b|"
    r"(?<=died))"
)
"""What befell children who are told together."""
_OF_CHILDREN = compile_pattern(r"\b(?:children|young people|boys|girls|siblings|sisters|brothers|twins|victims)\b", re.IGNORECASE)


@cache
def _subject() -> Pattern:
    """'This review is about three young sisters', 'the deaths of two brothers'."""
    several = "|".join(load("children")["several"])
    return compile_pattern(
        rf"\b(?:review|report|CPR)\b[^.;]{{0,80}}?\b(?:about|concern(?:s|ing)|into|relat(?:es|ing) to|considers|regarding|in respect of|looks at)\b"
        rf"[^.;]{{0,50}}?\b(?:(?P<n>{numbers.NUMBER}) (?:[\w-]+ ){{0,2}}?(?:{several})|(?:sibling|family) group of (?P<of>{numbers.NUMBER}))\b",
        re.IGNORECASE,
    )


_PAIR = compile_pattern(
    r"\b(?:review|report|CPR)\b[^.;]{0,80}?\b(?:about|concern(?:s|ing)|into|relat(?:es|ing) to|considers|regarding|in respect of|looks at)\b"
    rf"(?:(?!\b(?:by|from|with|when|after|whose|who)\b)[^.;]){{0,50}}?\ban? (?:[\w-]+ ){{0,2}}?(?:brother|sister|boy|girl|son|daughter)s? and "
    rf"(?:(?:an?|his|her|their) )?(?:[\w-]+ ){{0,2}}?(?:{_GIRL}|{_BOY})\b",
    re.IGNORECASE,
)
"""'The review concerns a brother and sister', 'looks at the care of a boy and his younger sister'."""


@cache
def _harmed() -> Pattern:
    """'Three girls and a boy were abused', 'the deaths of two brothers', told of nobody's children in particular."""
    several = "|".join(load("children")["several"])
    group = (
        rf"(?:{_NUMBER} (?:\w+ )?(?:{_GIRL}|{_BOY}){_AGE}(?:,? and|,) {_NUMBER} (?:\w+ )?(?:{_GIRL}|{_BOY})|{numbers.NUMBER} (?:[\w-]+ )?(?:{several})|"
        rf"a? ?(?:sibling|family) group of {numbers.NUMBER}|an? (?:[\w-]+ )?(?:boy|girl)(?: of \w+|,? aged \w+,?)? and (?:his|her) (?:\w+ )?(?:brother|sister))\b"
    )
    return compile_pattern(
        rf"(?:\b(?:deaths?|harm|abuse|neglect|exploitation|injur\w+)(?: and \w+)? (?:of|to) (?P<before>{group}))|"
        rf"(?<!\w)(?<!other )(?<!older )(?<!younger )(?<!his )(?<!her )(?<!their )(?<!had )(?<!has )(?<!have )(?P<after>{group})[^.;]{{0,60}}?{HARMED}",
        re.IGNORECASE,
    )


_SINGLE = compile_pattern(r"\b(?:the|this) (?:index |subject )?(?:child|baby|infant|boy|girl|young person)\b(?! (?:protection|practice))", re.IGNORECASE)
_PLURAL = compile_pattern(
    r"\b(?:the|these|all|both)(?: of)?(?: the)? (?:\w+ )?(?:children|siblings|sisters|brothers|boys|girls|young people|twins)\b(?! (?:and young|services|act|board))|\bthe children(?:['’]s)?\b",
    re.IGNORECASE,
)


def harmed_together(review: Review) -> int:
    """How many children a report that calls nobody by a name says were harmed; 0 where it speaks of one child more often."""
    for sentence in review.prose.sentences_in(*OPENING):
        match = None if review.outline.within(sentence.block, *NOT_READ, SectionKind.BACKGROUND) else _harmed().search(sentence.text)
        told = _in_group(match["before"] or match["after"]) if match else 0
        if 1 < told <= _MOST:
            texts = [block.text for block in review.prose.blocks]
            single, plural = (sum(len(words.findall(text)) for text in texts) for words in (_SINGLE, _PLURAL))
            return told if plural >= single else 0
    return 0


def _in_group(words: str) -> int:
    mixed = _MIXED.search(words)
    if re.search(r" and (?:his|her) ", words):
        return 2
    if mixed:
        return _number(mixed["n1"]) + _number(mixed["n2"])
    told = re.search(rf"\b{numbers.NUMBER}\b", words, re.IGNORECASE)
    return numbers.parse(told.group()) or 0 if told else 0


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
        return numbers.parse(subject["n"] or subject["of"]) or 0
    if _PAIR.search(sentence.text):
        return 2
    mixed = _MIXED.search(sentence.text)
    if mixed and (titled or re.match(r"\W*The twins\b", sentence.text)):
        return _number(mixed["n1"]) + _number(mixed["n2"])
    twins = re.match(r"\W*(?:(?:The|These) twins|Twin (?:boys|girls|brothers|sisters|babies))\b", sentence.text)
    return 2 if twins else 0


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
