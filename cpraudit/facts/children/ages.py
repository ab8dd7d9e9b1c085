"""Ages as they are written: '9 weeks', 'aged 16', 'three years and two months', '12-week-old', 'from 7 to 12 years'."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from math import ceil

from cpraudit.facts.text import numbers
from cpraudit.patterns import Pattern, compile_pattern

UNIT = r"(?:minute|min|hour|hr|day|week|wk|month|mth|year|yr)s?(?![a-z])"
_HALVES = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
}  # fmt: skip


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


_COUNT = rf"(?P<n>{numbers.NUMBER}|an?(?= (?:year|month|week|day))) ?(?P<half>½|¼|¾|and a half|and three quarters)?"
_MORE = rf"(?P<half2> and a half)?(?:,? (?:and )?(?P<n2>{numbers.NUMBER}|a) (?P<u2>{UNIT}))?"
_LENGTH = rf"{_COUNT}[- –]?(?P<u>{UNIT}){_MORE}"
_ABOUT = (
    r"(?P<about>(?:(?:only|just|about|approximately|around|barely|still|over|some|nearly|almost|just under|not quite|not yet|"
    r"just over) )*)"
)
_PERSON = r"(?:boy|girl|baby|infant|child|son|daughter|toddler|teenager|young (?:man|woman|person)|pupil|male|female)"
_BIRTHDAY = rf"(?:{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
_NOT_AN_AGE = (
    r"(?!['’]? (?:later|before|after|earlier|ago|long|into|prior|pregnant|gestation|in|overdue|clean|sober|short|shy|away|off|of (?!age)))"
)
_BRIEF = (
    r"(?<![\d£.:/–-])(?P<n>\d{1,2})(?: ?(?P<u>yrs?|years?|mths?|months?|wks?|weeks?|[ymw](?=\b|\d)))?"
    r"(?: ?(?P<n2>\d{1,2}) ?(?P<u2>mths?|months?|wks?|weeks?|[mw])\b)?"
)
"""An age as notes have it: '15', '15 yrs', '15y 2m'."""
_FORMS = (
    (
        rf"\b{_BRIEF}(?= (?:at|on) (?:the )?(?:(?:time|date|day) of )?(?:the |his |her |their )?"
        r"(?:incident|event|death|injury|harm|assault|overdose|collapse)\b)"
    ),
    rf"\b(?P<under>under) (?:the age of )?(?P<n>{numbers.NUMBER}|an?) (?P<u>{UNIT})(?: old| of age)?\b(?! (?:later|before|after|ago))",
    r"\b(?P<under>under) (?:the age of )?(?P<n>one|1)\b(?! \w+(?:s|year|month|week|day|roof)\b)",
    r"\baged? (?P<n>\d{1,2})/(?P<of>12|52)(?!\d)(?P<u>)",
    rf"\b{_ABOUT}{_LENGTH}[- ]?(?:old|of age)\b",
    (
        rf"\b(?:aged?|at the age of|age of|age:?)\s+(?:between |from )?{_ABOUT}{_COUNT}(?:[- ](?P<u>{UNIT}){_MORE})?(?!\w)"
        r"(?! (?:group|range|appropriate))"
    ),
    (
        rf"\b(?:between|from)\s+(?P<n>{numbers.NUMBER})\s+(?:and|to|–|-)\s+(?:{numbers.NUMBER})\s+(?P<u>{UNIT})\b"
        r"(?! (?:later|before|after|earlier|ago))"
    ),
    rf"\b{_PERSON} of {_ABOUT}{_COUNT}(?: (?P<u>{UNIT}){_MORE})?(?!\w)(?! (?:th|separate|other|children|\w+ children))",
    rf"\bthen {_ABOUT}{_LENGTH}(?=[,.;)])",
    rf"(?:(?<=\(male, )|(?<=\(female, )|(?<=\(boy, )|(?<=\(girl, )){_ABOUT}{_LENGTH}(?=\))",
    rf"\b(?:was|were|is|being|turned|turning|reached|become|became|at) {_ABOUT}{_LENGTH}{_NOT_AN_AGE}",
    (
        rf"\b(?:(?P<short>just|shortly|{numbers.NUMBER} (?P<short_u>(?:day|week|month)s?)|an? (?:few )?(?:day|week|month)s?) )?"
        rf"(?:before|short of|shy of|away from|prior to) (?:his|her|their|turning|what would have been (?:his|her|their)) "
        rf"(?P<before>{_BIRTHDAY}) birthday"
    ),
    rf"\b(?:after|since|on|following|celebrated|had had|past) (?:his|her|their) (?P<after>{_BIRTHDAY}) birthday",
    rf"\bin (?:his|her|their) (?P<year>{'|'.join(_ORDINALS)}) year\b",
    r"\b(?P<n>\d{1,2}) ?y(?:/?o|rs? old)\b",
    rf"\blived (?:for )?(?:only |just )?(?P<n>{numbers.NUMBER}|an?) (?P<u>(?:minute|hour|day)s?)\b(?! (?:with|at|in|a week))",
    rf"\b(?<!they )lived (?:for )?(?:only |just )?(?P<n>{numbers.NUMBER}|an?) (?P<u>(?:week|month)s?)(?=[.,;]|$| and died| before)",
    r"\bin (?:the )?(?P<reception>Reception)(?: [Cc]lass| [Yy]ear)?\b|\b(?:pupil|child) (?:of|in) the (?P<reception2>reception) (?:class|year)\b",
    r"\ban? Year (?P<pupil>\d{1,2}) (?:pupil|student|boy|girl|child)\b",
)
_HOURS = compile_pattern(
    r"\b(?:less than (?:a|an|one) (?:day|hour|week)(?: old)?|(?:with)?in (?:minutes|hours|an hour|a few hours) of "
    r"(?:(?:his|her|its|the|their) )?birth|born [^.;]{0,60}\band died (?:on )?(?:the|that) same day|"
    r"died on the day (?:of (?:his|her|their) birth|(?:that )?(?:he|she|they) (?:was|were) born)|(?:minutes|hours|moments) (?:old|after (?:(?:his|her|its|the|their) )?birth))\b",
    re.IGNORECASE,
)
"""A life of hours: an age of no months."""
_GESTATION = compile_pattern(
    r"\b(?:born|delivered|delivery|labour|birth)(?: (?:prematurely|early|preterm|alive|by \w+ ?\w*))* ?(?:at |after |around )?$|"
    r"\b(?:gestation|pregnancy|pregnant|scan|foetus|fetus)\b(?: \w+){0,2} ?$",
    re.IGNORECASE,
)
"""Before weeks that are counted from conception."""
_NO_NAME = (
    r"(?:Section|Chapter|Year|Part|Step|Stage|Table|Figure|Appendix|Annex|Paragraph|Article|Panel|Act|Page|Level|Group)"
)
_MONTH_NAME = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_WEAK_FORMS = (
    rf"\b{_PERSON}(?:,| [–-]) (?P<named>){_BRIEF}(?=[,.;)]|$| (?:at|when|and lives)\b)",
    rf"\b{_BRIEF}(?= when (?:found|died|injured|killed|admitted|hurt|(?:this|it) happened)\b)",
    (  # 'Child A (9)', 'Baby B, 10 weeks, died'
        rf"(?-i:\b(?!{_NO_NAME}\b|{_MONTH_NAME}\b)(?:(?:Child|Baby|Young Person|Twin|YP) (?:[A-Z]|\d)|[A-Z]|[A-Z][a-z]{{2,12}}))"
        rf"(?:, | \()(?P<named>)(?P<n>\d{{1,2}})(?: ?(?P<u>{UNIT}|[ymw]\b))?(?:,? and (?P<n2>\d{{1,2}}) (?P<u2>{UNIT}))?(?:\)|(?=,|\.(?:\s|$)))"
    ),
    rf"(?-i:\b[A-Z][a-z]+)(?: \([^)]*\))? is (?P<named>){_ABOUT}(?P<n>{numbers.NUMBER})(?=\.(?:\s|$)|,| and (?:his|her|lives))",
    rf"\b(?:died|killed) at (?:only |just )?(?P<n>{numbers.NUMBER})(?=[,.;]|$| (?:from|of|after|when|having|as|by)\b)",
    rf"(?-i:\b(?:Child|Baby|Young Person) [A-Z]) (?P<named>)(?P<n>{numbers.NUMBER}),? (?=when\b|at the time)",
    rf"\bat {_ABOUT}(?P<n>{numbers.NUMBER})(?=,? (?:he|she|they)\b)",
    r"\bin (?:school )?Year (?P<school>\d{1,2})(?!\d)",
    rf"\b(?:turned|become|became|turning) {_ABOUT}(?P<n>{numbers.NUMBER})(?! (?:times?|weeks?|days?|months?))(?!\w)",
    (
        rf"\b(?:was|were) (?:then |by then |at that time )?{_ABOUT}(?P<n>{numbers.NUMBER})(?P<half> and a half)?(?=,? when\b|,? at\b| on the (?:day|date)| years\b|,|\.|;|$|"
        r" and (?!(?:an?|the|\d+|half|a half)\b)| but\b| that (?:day|night|spring|summer|autumn|winter|year)\b| as\b| in \w+ \d{4})"
    ),
)


@cache
def _patterns() -> tuple[tuple[Pattern, bool], ...]:
    sure = tuple((compile_pattern(form, re.IGNORECASE), False) for form in _FORMS)
    return (*sure, *((compile_pattern(form, re.IGNORECASE), True) for form in _WEAK_FORMS))


def find(text: str) -> list[WrittenAge]:
    """Every age in a text, in order; where two forms overlap the first stands."""
    found = [WrittenAge(*match.span(), match.group(), 0, weak=False) for match in _HOURS.finditer(text)]
    for pattern, weak in _patterns():
        for match in pattern.finditer(text):
            months = _months(match)
            taken = any(match.start() < age.end and age.start < match.end() for age in found)
            if months is not None and not taken and not _GESTATION.search(text[: match.start()]):
                words = re.sub(
                    r"^(?:was then|was|were|is|had|turned|at|aged?:?|at the age of|of) ",
                    "",
                    match.group(),
                    flags=re.IGNORECASE,
                )
                start = match.end("named") if match.groupdict().get("named") is not None else match.start()
                words = words if start == match.start() else text[start : match.end()].rstrip(")")
                found.append(WrittenAge(start, match.end(), words.strip(), months, weak))
    return sorted(found, key=lambda age: age.start)


def whole(text: str) -> int | None:
    """The months of a cell that is an age and nothing else: '16', '22 months', '5 years (Reception)', '11 weeks'."""
    text = re.sub(r"\(.*?\)", "", text).strip(" .")
    match = re.match(
        rf"(?:aged? )?{_ABOUT}(?:from |between |(?P<under>under ))?(?P<n>{numbers.NUMBER}) ?(?P<half>½|¼|¾|and a half)?"
        rf"(?:(?: ?[–-] ?| to | and )\d{{1,2}}(?= ))?(?:[- ]?(?P<u>{UNIT}))?"
        rf"(?:,? (?:and )?(?P<n2>{numbers.NUMBER}) (?P<u2>{UNIT}))?(?:[- ]?(?:old|of age))?"
        r"(?: ?(?:to|and|–|-) .*| at .*)?$",
        text,
        re.IGNORECASE,
    )
    return _months(match) if match else None


def _months(match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    for name, less in (("before", 1), ("after", 0), ("year", 1)):
        if groups.get(name):
            years = _ordinal(groups[name])
            if years is None or years > 20:
                return None
            return 12 * years - _short(groups) if groups.get("short") else 12 * (years - less)
    if groups.get("under"):
        return 0
    if groups.get("reception") or groups.get("reception2"):
        return 12 * _BEFORE_YEAR_ONE
    if groups.get("school") or groups.get("pupil"):
        year = int(groups.get("school") or groups["pupil"])
        return 12 * (year + _BEFORE_YEAR_ONE) if 1 <= year <= _LAST_YEAR else None
    unit = groups.get("u") or {"12": "months", "52": "weeks"}.get(groups.get("of") or "", "years")
    months = _in_months(groups.get("n"), unit)
    more = _in_months(groups.get("n2"), groups.get("u2") or "months") if groups.get("n2") else 0
    if months is None or more is None:
        return None
    half = groups.get("half") or groups.get("half2") or ""
    share = _HALVES.get(half, 0.75 if "quarters" in half else 0.5 if half else 0.0)
    months += share * (_in_months("1", unit) or 0)
    if re.search(r"(?i)\b(?:nearly|almost|just under|not quite|not yet)\b", groups.get("about") or "") and months >= 12:
        months -= 1
    return None if months + more > 12 * 26 else int(months + more + 1e-6)


def _short(groups: dict[str, str | None]) -> int:
    """Months, at least one, that a birthday was away ('two weeks before ..', 'shortly before ..')."""
    unit = groups.get("short_u")
    away = _in_months((groups["short"] or "").rsplit(" ", 1)[0], unit) if unit else None
    return max(1, ceil(away or 0))


_BEFORE_YEAR_ONE = 4
"""A child's age in years at the start of a school year, less the number of the year."""
_LAST_YEAR = 13


def _ordinal(words: str) -> int | None:
    figures = re.match(r"\d+", words)
    return int(figures.group()) if figures else _ORDINALS.get(words.lower())


def _in_months(number: str | None, unit: str) -> float | None:
    count = 1 if number and number.lower() in {"a", "an"} else numbers.parse(number) if number else None
    if count is None:
        return None
    per_month = {
        "mi": 0.0,
        "ho": 0.0,
        "hr": 0.0,
        "da": 12 / 365,
        "we": 84 / 365,
        "wk": 84 / 365,
        "mo": 1.0,
        "mt": 1.0,
        "ye": 12.0,
        "yr": 12.0,
        "w": 84 / 365,
        "m": 1.0,
        "y": 12.0,
    }
    return count * per_month[unit.lower()[:2]]
