"""What a heading says that its section is for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from cpraudit.document import wording
from cpraudit.document.form import load, plain
from cpraudit.document.sections import SectionKind
from cpraudit.patterns import compile_pattern


class Match(StrEnum):
    """How a heading told the kind of its section."""

    WHOLE = "whole"
    """It is one of the usual headings."""
    PREFIX = "prefix"
    """It is a numbered finding, theme or learning point."""
    PHRASE = "phrase"
    """It holds words that tell."""
    GRAMMAR = "grammar"
    """It is in the writer's own words, and their grammar tells."""


@dataclass(frozen=True, slots=True)
class Naming:
    """The kind that a heading names."""

    kind: SectionKind
    match: Match


_NUMBER = compile_pattern(
    r"^\s*(?:(?:section|part|chapter|rhan|adran)\s+)?(?:\d{1,2}(?:\.\d{1,2})*|[A-Z]|[ivx]{1,4})[.):]?\s+(?=\S)"
)
_APPENDIX = compile_pattern(
    r"^\s*(?:appendix|annex|annexe|atodiad)\s*(?:\d{1,2}|[a-z]|[ivx]{1,4})?\s*[:.)–—-]*\s*", re.IGNORECASE
)
_TAIL = compile_pattern(r"\s*[(\[][^)\]]*[)\]]\s*$")
_LANGUAGES = compile_pattern(r"\s+[/|–—-]\s+|\s*[/|]\s*|:\s+")
_DISCUSSION = compile_pattern(
    r"\b(?:team discussion|for discussion|discussion questions|reflective questions|"
    r"questions for (?:teams?|practitioners|reflection))\b"
)
_ANSWERED = compile_pattern(r"\b(?:findings|learning|analysis)\b")
"""In a heading that names the questions too: they are answered under it."""
_NAMED = (
    (SectionKind.CHILD, r"(?:child|young person|baby|infant) [a-z]"),
    (
        SectionKind.CHILD,
        r"(?:about|meet|who was|getting to know|remembering) (?:child )?(?!involved|consulted|there|us\b|me\b|the\b|this\b)\w+",
    ),
    (SectionKind.CHILD, r"(?:life for|daily life of|a day in the life of|the world of) \w+(?: \w+)?"),
    (SectionKind.FAMILY, r"(?:\w+|child \w+)s (?:family|household)(?: tree)?"),
    (SectionKind.CHILD, r"(?:\w+|child \w+)s (?:experience|lived experience|daily life|world|voice|days)"),
    (SectionKind.NARRATIVE, r"(?:\w+|child \w+|baby \w+)s story"),
    (SectionKind.ENGAGEMENT, r"(?:family|relatives|family members) (?:who|what|how|whom)\b.*\b(?:asked|told|said|heard|spoke|took part)\b.*"),
    (
        SectionKind.ENGAGEMENT,
        r"(?:what|how) (?:\w+ )?(?:mother|father|parents|mum|dad|nain|mamgu|relatives)\b.*\b(?:told|said)\b.*",
    ),
)
"""Headings that name a child or a relative, whom no list of headings can know."""
_MOST_WORDS = 14
_SURE = 89
"""Least likeness, of 100, between a heading and a usual one: allows a letter or two mistyped, or a plural."""


def unnumbered(title: str) -> str:
    """A heading without its number or 'Appendix 1:'; the whole where nothing else is left."""
    rest = _APPENDIX.sub("", _NUMBER.sub("", title, count=1), count=1)
    return rest if plain(rest) else title


@lru_cache(maxsize=4096)
def name(title: str) -> Naming | None:
    """The kind that a heading names, or None where it tells nothing."""
    bare = unnumbered(title)
    words = plain(bare)
    if not words or _DISCUSSION.search(words):
        return None
    if prefix := load().learning_prefix.match(words):
        praised = _usual(words[prefix.end() :].strip()) is SectionKind.GOOD_PRACTICE  # 'Theme 3: Good practice'
        return Naming(SectionKind.GOOD_PRACTICE if praised else SectionKind.LEARNING, Match.PREFIX)
    tail = _TAIL.search(bare)
    parts = [bare, _TAIL.sub("", bare), *_LANGUAGES.split(bare), *([tail.group()] if tail else [])]
    for part in parts:
        if kind := _usual(plain(part)):
            return Naming(kind, Match.WHOLE)
    if len(words.split()) > _MOST_WORDS:
        return None
    phrased = next((kind for phrase, kind in load().phrases if phrase.search(words)), None)
    if phrased is SectionKind.OBJECTIVES and _ANSWERED.search(words):
        phrased = SectionKind.LEARNING
    worded = wording.kind(words, bare)
    if worded is not None and worded is not phrased:
        return Naming(worded, Match.GRAMMAR)
    return Naming(phrased, Match.PHRASE) if phrased is not None else None


def _usual(words: str) -> SectionKind | None:
    """The kind of a usual heading, compared fuzzily."""
    from rapidfuzz import fuzz, process

    usual = load().headings
    if kind := usual.get(words) or usual.get(words.removeprefix("the ")):
        return kind
    for named, pattern in _NAMED:
        if re.fullmatch(pattern, words):
            return named
    if len(words) < 7:
        return None
    best = process.extractOne(words, usual.keys(), scorer=fuzz.ratio, score_cutoff=_SURE)
    if best and usual[best[0]] is SectionKind.WELSH_GOVERNMENT and words.endswith("government"):
        return None  # 'For Welsh Government' is a group of recommendations; the form's block is for its use
    return usual[best[0]] if best else None
