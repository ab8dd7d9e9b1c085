"""The pattern of all forms that a date takes, built from the word lists of months, seasons, parts and named days."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from cpraudit.facts.text import lexicon
from cpraudit.patterns import Pattern, compile_pattern


def _either(words: Iterable[str]) -> str:
    """An alternation of words, longest first; a space is any white space, and either apostrophe is the other."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]") for word in ordered)


_YEAR = r"(?:19|20)\d\d(?!\d)"
ORDINAL = r"(?:\s?(?:st|nd|rd|th)\b|(?:af|ain|ail|ydd|fed|eg|ed)\b)"
_DAY = r"(?:0?[1-9]|[12]\d|3\d)(?!\d)"
_SECOND_YEAR = rf"(?:\s?[/–-]\s?(?:20)?\d\d(?!\d) | \s+to\s+{_YEAR})"
_CLOCK = r"[\d/:] | [.:,]\d | \s?(?:am|pm|a\.m|p\.m|hrs|%|st\b|nd\b|rd\b|th\b)"


def _year_after(name: str) -> str:
    """A year after a month, in groups `name`4 (four figures), `name`q (apostrophe) or `name`2 (two figures)."""
    return rf"""(?:
        (?:\s*,\s* | \s+ | [-/.] | \s+(?:of|in|o)\s+(?:the\s+year\s+)?)(?P<{name}4>{_YEAR})
        | \s*(?P<{name}q>['’‘`]\d\d)(?!\d)
        | [\s/-](?P<{name}2>\d\d)(?!{_CLOCK})
    )"""


def _week_before(name: str) -> str:
    """'week commencing', before a day."""
    return rf"(?:(?P<{name}>{_WEEK})\s*:?\s*(?:on\s+)?)?"


@cache
def _words(table: str, key: str | None = None) -> str:
    words = lexicon.load("dates")[table]
    return _either(words if key is None else words[key])


@cache
def _month_name() -> str:
    return _either(name for names in lexicon.load("dates")["months"].values() for name in names)


_OTHER_PARTS = ("early in", "late in", "mid", "beginning of", "start of", "middle of", "end of")
_WEEK = r"w/c|w/b|w/e|(?:the\s+)?week\s+(?:commencing|beginning|starting|of|ending)"
_YEAR_KINDS = "academic|school|financial|tax"


POINTING = frozenset({"the", "that"})
"""Words that a date may begin with, and that most often begin something else."""


@cache
def _beginnings() -> tuple[list[str], ...]:
    """The words, in lower case, of everything that a date can begin with."""
    data = lexicon.load("dates")
    lists: tuple[Iterable[str], ...] = (
        *data["months"].values(), data["weekdays"]["names"], data["ordinals"]["words"], data["seasons"], data["terms"],
        data["days"], data["parts"], data["years"]["cues"], _OTHER_PARTS, _YEAR_KINDS.split("|"), POINTING,
        ("w/c", "week", "the following", "the next", "that same"),
    )  # fmt: skip
    return tuple(re.findall(r"[^\W\d_]+", words.lower()) for entries in lists for words in entries)


@cache
def first_words() -> frozenset[str]:
    """The first word of everything that a date can begin with."""
    return frozenset(words[0] for words in _beginnings())


@cache
def words_pointed_at() -> frozenset[str]:
    """The words that may follow 'the' or 'that' where a date begins with it."""
    return first_words() | {words[1] for words in _beginnings() if words[0] in POINTING and len(words) > 1}


def _parts() -> str:
    return rf"{_words('parts')}|{_either(_OTHER_PARTS)}"


def _part_before(name: str) -> str:
    """'early', 'mid-', 'the end of', before a month or season."""
    return rf"(?:(?P<{name}>{_parts()})[\s-]+(?:the\s+)?)?"


def _in_figures() -> str:
    return rf"""
        (?P<iso>(?<![\d/.-])(?P<iy>{_YEAR})-(?P<im>\d\d)-(?P<id>\d\d)(?![\d-]))
        | (?P<figures>{_week_before("fw")}(?<![\d/.£-])
            (?P<fd>\d{{1,2}})\s?(?P<fs>[/.–-])\s?(?P<fm>\d{{1,2}})\s?(?P=fs)\s?(?P<fy>{_YEAR}|\d\d)(?!\d|[/–-]\d|\.\d))
        | (?P<slashed>
            (?:(?<=in\s)|(?<=from\s)|(?<=to\s)|(?<=since\s)|(?<=until\s)|(?<=between\s)|(?<=and\s)|(?<=dated\s)
            |(?<=:\s)|\A\s*)
            (?P<lm>0[1-9]|1[0-2])/(?P<ly>{_YEAR})(?!\s?[/–-]\s?\d))"""


_NUMBERED = ("version", "v", "edition", "issue", "revision", "volume", "rev", r"rev\.", "no", r"no\.", "part")
"""Words whose number is no day: 'Version 3, May 2022'."""


def _with_day() -> str:
    month = _month_name()
    listed = rf"(?:{_DAY}{ORDINAL}?\s*(?:,|&|-|–|—|/|\b(?:and|or|to|a)\b)\s*(?:on\s+)?(?:the\s+)?)"
    numbered = "".join(rf"(?<!\b{word}\s)" for word in _NUMBERED)
    return rf"""
        (?P<day>(?!(?<=\bdraft\s)\d{{1,2}},){numbered}{_week_before("week")}(?:(?:{_words("weekdays", "names")})\b\.?,?\s+(?:the\s+)?)?(?<![\d/.,:£])
            (?P<list>{listed}{{0,5}})(?:(?P<dd>{_DAY}){ORDINAL}?|(?P<dw>{_words("ordinals", "words")})\b)
            (?:\s*,?\s+(?:day\s+)?(?:of\s+|o\s+)? | \s* | - | / | \.)(?P<dm>{month})\b\.?(?:{_year_after("y")})?)
        | (?P<american>(?P<am>{month})\.?\s+(?P<ad>{_DAY}){ORDINAL}?(?:\s*,\s*|\s+)(?P<ay>{_YEAR}))
        | (?P<named>(?P<nn>{_words("days")})(?:\s*,?\s+(?:of\s+|in\s+)?)(?P<ny>{_YEAR}))"""


def _with_month() -> str:
    month = _month_name()
    another = rf"(?:(?:early|mid|late|end\s+of)[\s-]+)?(?:{month})\b\.?,?\s+(?:of\s+)?[12'’‘]\d"
    joining = r"\s*(?:[-–—/&,]|\b(?:to|and|or|until|till|through|a|hyd)\b)\s*(?:the\s+)?"
    return rf"(?P<month>{_part_before('mp')}(?P<mm>{month})\b\.?(?:{_year_after('n')}|(?={joining}{another})))"


def _with_season() -> str:
    season = f"{_words('seasons')}|{_words('terms')}"
    return rf"""
        (?P<season>{_part_before("sp")}(?P<s1>{season})\b(?:\s*(?:/|and|or|to)\s*(?P<s2>{season}))?
            (?P<term>\s+(?:half[\s-]+)?(?:school\s+)?terms?|\s+holidays?)?\s*,?\s+(?:of\s+|in\s+)?
            (?P<sy>{_YEAR}){_SECOND_YEAR}?)
        | (?P<session>(?P<kind>{_YEAR_KINDS})\s+year\s+(?:of\s+)?(?P<wy>{_YEAR}){_SECOND_YEAR})"""


def _by_another() -> str:
    month, season = _month_name(), _words("seasons")
    return rf"""
        (?P<relative>{_part_before("rp")}(?:(?P<rm>{month})|(?P<rs>{season}))\s+(?:of|in)\s+(?:that|the\s+same)\s+year
            | (?:(?P<next>the\s+(?:following|next))|that)\s+(?:same\s+)?(?:(?P<om>{month})|(?P<os>{season}))\b(?!\s+\d))"""


def _with_year() -> str:
    return rf"""
        (?P<partyear>(?P<pp>{_parts()})[\s-]+(?:the\s+year\s+)?(?P<py>{_YEAR})(?!\s?[/–-]\s?\d))
        | (?P<alone>(?P<cue>\b(?:{_words("years", "cues")})[\s-]+(?:about\s+|around\s+|the\s+year\s+)?)?
            (?<![\d/.£,(–-])(?P<oy>{_YEAR})(?![/–-]\d|[.,]\d|%)(?!\s+(?:{_words("years", "not_before")})\b))"""


@cache
def pattern() -> Pattern:
    """One pattern of all forms; the name of the last group that closes is the form's."""
    forms = "|".join((_in_figures(), _with_day(), _with_month(), _with_season(), _by_another(), _with_year()))
    # No date has a long run of spaces in it; unbounded ones would be tried in every split of a hostile text.
    bounded = forms.replace(r"\s*", r"\s{0,3}").replace(r"\s+", r"\s{1,3}")
    return compile_pattern(rf"(?<![^\W_])(?:{bounded})(?![^\W_])", re.IGNORECASE | re.VERBOSE)


@cache
def names_day_in_words() -> Pattern:
    """A day of the month in words, the one date that may have no figure in it."""
    return compile_pattern(rf"\b(?:{_words('ordinals', 'words')})\b", re.IGNORECASE)
