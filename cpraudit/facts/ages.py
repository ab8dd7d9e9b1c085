"""Ages as they are written: '9 weeks', 'aged 16', 'three years and two months', '12-week-old', 'from 7 to 12 years'."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from cpraudit.facts import numbers

UNIT = r"(?:minute|hour|day|week|month|year)s?"


@dataclass(frozen=True, slots=True)
class WrittenAge:
    """An age at its place in a text."""

    start: int
    end: int
    text: str
    months: int
    """Whole months, the lower bound of a band."""
    weak: bool
    """A bare number ('was seven'), which may be something else."""


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], bool], ...]:
    number = rf"(?:{numbers.NUMBER})"
    half = r"(?: and a half)?"
    forms = (
        (rf"(?P<n>{number})[- ](?P<u>{UNIT})(?:,? and (?P<n2>{number}) (?P<u2>{UNIT}))?[- ]?(?:old|of age)\b", False),
        (rf"\b(?:aged?|at the age of|age of|age:?)\s+(?:about |approximately |nearly |almost |just )?(?P<n>{number})(?:{half}[- ](?P<u>{UNIT})(?:,? and (?P<n2>{number}) (?P<u2>{UNIT}))?)?(?!\w)", False),
        (rf"\b(?:between|from)\s+(?P<n>{number})\s+(?:and|to|–|-)\s+(?:{number})\s+(?P<u>{UNIT})\b", False),
        (rf"\b(?:boy|girl|baby|infant|child|son|daughter|toddler|young (?:man|woman|person)) of (?:only |just |about )?(?P<n>{number})(?: (?P<u>{UNIT}))?\b", False),
        (rf"\bunder (?P<n>{number}) (?P<u>{UNIT})\b", False),
        (rf"\bwas (?:only |just |about |nearly |almost )?(?P<n>{number}) (?P<u>{UNIT})(?:,? and (?P<n2>{number}) (?P<u2>{UNIT}))?(?! (?:later|before|after|earlier|ago|long))", False),
        (rf"\bwas (?:only |just )?(?P<n>{number})(?= when\b| at the time\b| years\b|,|\.|$| and (?:had|was|lived))", True),
    )  # fmt: skip
    return tuple((re.compile(form, re.IGNORECASE), weak) for form, weak in forms)


def find(text: str) -> list[WrittenAge]:
    """Every age in a text, in order; where two forms overlap the first stands."""
    found: list[WrittenAge] = []
    for pattern, weak in _patterns():
        for match in pattern.finditer(text):
            months = _months(match)
            taken = any(match.start() < age.end and age.start < match.end() for age in found)
            if months is not None and not taken:
                words = re.sub(r"^(?:was|aged?:?|at the age of|of) ", "", match.group(), flags=re.IGNORECASE)
                found.append(WrittenAge(match.start(), match.end(), words, months, weak))
    return sorted(found, key=lambda age: age.start)


def whole(text: str) -> int | None:
    """The months of a cell that is an age and nothing else: '16', '22 months', '5 years (Reception)', '11 weeks'."""
    text = re.sub(r"\(.*?\)", "", text).strip(" .")
    match = re.match(
        rf"(?:aged? )?(?:from |between |under |about )?(?P<n>{numbers.NUMBER})(?:[- ]?(?P<u>{UNIT}))?(?:,? and (?P<n2>{numbers.NUMBER}) (?P<u2>{UNIT}))?(?: old)?(?: (?:to|and|–|-) .*)?$",
        text,
        re.IGNORECASE,
    )
    return _months(match) if match else None


def _months(match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    months = _in_months(groups.get("n"), groups.get("u") or "years")
    more = _in_months(groups.get("n2"), groups.get("u2") or "months") if groups.get("n2") else 0
    if months is None or more is None or months + more > 12 * 26:
        return None
    return int(months + more)


def _in_months(number: str | None, unit: str) -> float | None:
    count = numbers.parse(number) if number else None
    if count is None:
        return None
    per_month = {"min": 0.0, "hou": 0.0, "day": 12 / 365, "wee": 84 / 365, "mon": 1.0, "yea": 12.0}[unit.lower()[:3]]
    return count * per_month
