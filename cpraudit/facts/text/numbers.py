"""Numbers in words and figures, and lengths of time. The one place that knows 'twenty-two' and 'a fortnight'."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from cpraudit.patterns import Pattern, compile_pattern

_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SMALL = "|".join(sorted(_UNITS, key=len, reverse=True))
_TENS_NAMES = "|".join(_TENS)

_BELOW_HUNDRED = rf"(?:(?:{_TENS_NAMES})(?:[-\s](?:{_SMALL}))?|{_SMALL})"
NUMBER: str = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+"
    rf"|(?:an?|(?:{_SMALL}))\s+hundred(?:\s+and\s+{_BELOW_HUNDRED})?|{_BELOW_HUNDRED})"
)
"""A regular expression (no groups) that matches a number in words or figures, case-insensitively."""


def parse(text: str) -> int | None:
    """The number that a word or figure means ('seven', 'twenty-two', 'a hundred and four', '1,200'), or None."""
    plain = " ".join(text.lower().replace("-", " ").split())
    figures = plain.replace(",", "")
    if figures.isascii() and figures.isdigit():
        return int(figures) if len(figures) <= 12 else None
    hundreds, _, rest = plain.partition("hundred") if "hundred" in plain else ("", "", plain)
    total = 0
    if "hundred" in plain:
        count = 1 if hundreds.strip() in {"a", "an"} else _UNITS.get(hundreds.strip())
        if count is None:
            return None
        total, rest = count * 100, rest.removeprefix(" and").strip()
        if not rest:
            return total
    words = rest.split()
    match words:
        case [tens, unit] if tens in _TENS and 0 < _UNITS.get(unit, 0) < 10:
            return total + _TENS[tens] + _UNITS[unit]
        case [word] if word in _TENS or word in _UNITS:
            return total + _TENS.get(word, _UNITS.get(word, 0))
    return None


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time at its place in a text."""

    start: int
    end: int
    months: float


_WEEKS_PER_MONTH = 365 / 12 / 7
_UNIT_MONTHS = {
    "day": 12 / 365,
    "week": 1 / _WEEKS_PER_MONTH,
    "fortnight": 2 / _WEEKS_PER_MONTH,
    "month": 1,
    "year": 12,
}


@cache
def _lengths() -> Pattern:
    unit = r"(?:calendar[\s-]+)?(?P<{0}>day|week|fortnight|month|year)s?\b"
    return compile_pattern(
        rf"(?<![\w.])(?P<n>{NUMBER}|an?|half\s+a)(?P<half>\s+and\s+a\s+half)?[\s-]+{unit.format('unit')}['’]?"
        rf"(?P<after>\s+and\s+a\s+half)?(?:\s*,?\s+and\s+(?P<more>{NUMBER}|an?)\s+{unit.format('small')})?"
        r"|(?<!\w)(?:the\s+)?(?:previous|preceding|last|prior|past|whole|full|single)\s+(?P<bare>month|year)\b",
        re.IGNORECASE,
    )


def lengths(text: str) -> list[Length]:
    """Every length of time in a text, in months ('fourteen months', 'two years', 'a year and a half', 'the previous
    year'); ages and the like are lengths too."""
    return [Length(*match.span(), _months(match)) for match in _lengths().finditer(text)]


def _months(match: re.Match[str]) -> float:
    if match["bare"]:
        return _UNIT_MONTHS[match["bare"].lower()]
    unit = _UNIT_MONTHS[match["unit"].lower()]
    words = match["n"].lower()
    count = 0.5 if words.startswith("half") else float(_count(words))
    if match["half"] or match["after"]:
        count += 0.5
    total = count * unit
    if match["more"]:
        total += _count(match["more"].lower()) * _UNIT_MONTHS[match["small"].lower()]
    return total


def _count(words: str) -> int:
    """The number, where 'a' and 'an' are one."""
    return 1 if words in {"a", "an"} else parse(words) or 0
