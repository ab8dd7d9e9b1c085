"""The forms that a date takes in a text, each as it stands there: what it leaves out is filled in by `calendar`."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import zip_longest

from cpraudit.facts.dates import date_patterns
from cpraudit.facts.dates.date_patterns import POINTING, first_words, words_pointed_at
from cpraudit.facts.dates.partial_dates import PartialDate, Precision, of_day, of_month, of_year
from cpraudit.facts.text import lexicon
from cpraudit.patterns import compile_pattern


@dataclass(frozen=True, slots=True)
class Written:
    """One date as written: any of day, month and year may be left out."""

    start: int
    end: int
    day: int | None = None
    month: int | None = None
    year: int | None = None
    months: int = 1
    """Number of months, for a season or a term."""
    part: tuple[int, int, int, int] | None = None
    """First and last day of the month, first and last month of the year, for 'early', 'mid-', 'the end of'."""
    week: int = 0
    """Days to count on from the day ('week commencing') or back (negative)."""
    bare: bool = False
    """A year alone without a word that makes it a date."""
    relation: str = ""
    """How its year is told by the date before it: 'same' ('the summer of that year') or 'next' ('the following May')."""

    @property
    def value(self) -> PartialDate | None:
        """The days that it may mean; None where it leaves out too much, or no such day exists."""
        if self.year is None:
            return None
        if self.month is None:
            return self._part_of_year(self.year)
        if self.day is not None:
            return self._day(self.year, self.month, self.day)
        if not 1 <= self.month <= 12:
            return None
        if self.months > 1:
            last = of_month(self.year + (self.month + self.months - 2) // 12, (self.month + self.months - 2) % 12 + 1)
            return PartialDate(date(self.year, self.month, 1), last.last, Precision.SEASON)
        if self.part:
            end = monthrange(self.year, self.month)[1]
            first, last_day = (min(day, end) for day in self.part[:2])
            return PartialDate(
                date(self.year, self.month, first), date(self.year, self.month, last_day), Precision.SEASON
            )
        return of_month(self.year, self.month)

    def _day(self, year: int, month: int, day: int) -> PartialDate | None:
        known = of_day(year, month, day)
        if known is None or not self.week:
            return known
        other = known.first + timedelta(days=self.week)
        return PartialDate(min(known.first, other), max(known.first, other), Precision.SEASON)

    def _part_of_year(self, year: int) -> PartialDate:
        if not self.part:
            return of_year(year)
        return PartialDate(of_month(year, self.part[2]).first, of_month(year, self.part[3]).last, Precision.SEASON)

    @property
    def impossible(self) -> bool:
        """Whether no such day exists in its year (or in any, where it has none)."""
        if self.day is None or self.month is None:
            return False
        return of_day(self.year or 2000, self.month, self.day) is None

    def precedes(self, other: Written) -> bool:
        """Whether it comes earlier in the year than another."""
        return (self.month or 0, self.day or 0) < (other.month or 0, other.day or 0)

    def borrowing(self, following: Written) -> Written:
        """With the month and year of the date it is listed with ('8 and 10 February 2022', '1 May to 4 June 2021')."""
        month = self.month if self.month is not None else following.month
        whole = replace(self, month=month)
        if following.year is None or month is None or following.month is None:
            return whole
        return replace(whole, year=following.year - following.precedes(whole))


def forms(text: str) -> list[Written]:
    """Every date form in a text, in order."""
    if not any(letter.isdigit() for letter in text) and not date_patterns.names_day_in_words().search(text):
        return []
    found: list[Written] = []
    for match in _matches(text):
        found += _readers()[match.lastgroup or ""](match)
    return found


_WORD = re.compile(r"(?<![^\W_])(?:\d+|[^\W\d_]+)")
"""A word or figure with no letter or figure before it, as every form begins."""


def _matches(text: str) -> Iterator[re.Match[str]]:
    """What the pattern of all forms finds, tried only where a figure or a word stands that a date begins with.

    (The pattern has some hundred alternatives; tried at every letter of a text, it takes ten times as long.)
    """
    pattern, starts, seconds, end = date_patterns.pattern(), first_words(), words_pointed_at(), 0
    if text[:1].isspace() and (match := pattern.match(text)):
        yield match
        end = match.end()
    words = list(_WORD.finditer(text))
    for word, following in zip_longest(words, words[1:]):
        if word.start() < end or not (word[0].isdigit() or word[0].lower() in starts):
            continue
        if word[0].lower() in POINTING and (following is None or following[0].lower() not in seconds):
            continue
        if match := pattern.match(text, word.start()):
            yield match
            end = match.end()


# ------------------------------------------------------------------ reading each form


@cache
def _readers() -> dict[str, Callable[[re.Match[str]], list[Written]]]:
    return {
        "iso": _read_iso,
        "figures": _read_figures,
        "day": _read_day,
        "american": _read_american,
        "month": _read_month,
        "season": _read_season,
        "named": _read_named,
        "session": _read_session,
        "partyear": _read_part_of_year,
        "relative": _read_relative,
        "slashed": _read_slashed,
        "alone": _read_alone,
    }


def _full_year(figures: str) -> int:
    """The year that two or four figures mean; two from 50 up are of the last century."""
    digits = figures.lstrip("'’‘`")
    return int(digits) if len(digits) == 4 else int(digits) + (2000 if int(digits) < 50 else 1900)


@cache
def month_numbers() -> dict[str, int]:
    """The number of each month by its names, in small letters."""
    return {name.lower(): int(number) for number, names in lexicon.load("dates")["months"].items() for name in names}


def _part(words: str | None) -> tuple[int, int, int, int] | None:
    """What 'early', 'mid', 'end of' cover."""
    if not words:
        return None
    parts = lexicon.load("dates")["parts"]
    plain = " ".join(words.lower().split()).removesuffix(" in")
    first, last, first_month, last_month = parts.get(plain) or parts[f"the {plain}"]
    return first, last, first_month, last_month


def _read_iso(match: re.Match[str]) -> list[Written]:
    year, month, day = int(match["iy"]), int(match["im"]), int(match["id"])
    return [Written(*match.span(), day=day, month=month, year=year)] if 1 <= month <= 12 and 1 <= day <= 31 else []


def _read_figures(match: re.Match[str]) -> list[Written]:
    day, month, year = int(match["fd"]), int(match["fm"]), match["fy"]
    short = len(year) == 2
    # '2.1.14' is a section, '12-10-08' may be a code: two-figure years are taken with a slash or full pairs only.
    if short and match["fs"] != "/" and not (len(match["fd"]) == len(match["fm"]) == 2):
        return []
    if not 1 <= day <= 31 or not 1 <= month <= (12 if short else 31):
        return []
    return [Written(*match.span(), day=day, month=month, year=_full_year(year), week=_week(match["fw"]))]


def _week(words: str | None) -> int:
    if not words:
        return 0
    return -6 if words.lower().endswith(("ending", "w/e")) else 6


def _read_day(match: re.Match[str]) -> list[Written]:
    name, given = match["dm"], match["y4"] or match["yq"]
    full = name.lower() not in _short_names()
    end = match.end()
    if match["y2"]:
        # '16 October 20 people came': two figures after a full month are a year only at a stop.
        if full and not _STOP.match(match.string, end):
            end = match.start("y2") - 1
        else:
            given = match["y2"]
    if given is None and not name[0].isupper():
        return []
    month, year = month_numbers()[name.lower()], _full_year(given) if given else None
    day = int(match["dd"]) if match["dd"] else _ordinal_words()[match["dw"].lower()]
    listed = [
        Written(match.start("list") + each.start(), match.start("list") + each.end(), day=int(each[1]))
        for each in _LISTED.finditer(match["list"] or "")
    ]
    start = match.start("dd" if match["dd"] else "dw") if listed else match.start()
    return [*listed, Written(start, end, day=day, month=month, year=year, week=_week(match["week"]))]


_STOP = compile_pattern(r"\s*(?:$|[.,;:)\]–—-]|\b(?:to|and|until|at|by|with|when)\b)")
_LISTED = compile_pattern(rf"(\d+){date_patterns.ORDINAL}?", re.IGNORECASE)


@cache
def _ordinal_words() -> dict[str, int]:
    return {word: number for number, word in enumerate(lexicon.load("dates")["ordinals"]["words"], 1)}


@cache
def _short_names() -> frozenset[str]:
    """Names of months cut short ('Oct'), after which two figures are a year."""
    return frozenset(name for name in month_numbers() if len(name) <= 4 and name not in {"june", "july", "may"})


def _read_american(match: re.Match[str]) -> list[Written]:
    return [
        Written(*match.span(), day=int(match["ad"]), month=month_numbers()[match["am"].lower()], year=int(match["ay"]))
    ]


def _read_month(match: re.Match[str]) -> list[Written]:
    name, given = match["mm"], match["n4"] or match["nq"]
    if match["n2"]:
        if name.lower() not in _short_names():
            return []
        given = match["n2"]
    if given is None and not name[0].isupper():
        return []
    year = _full_year(given) if given else None
    return [Written(*match.span(), month=month_numbers()[name.lower()], year=year, part=_part(match["mp"]))]


def _read_season(match: re.Match[str]) -> list[Written]:
    words = lexicon.load("dates")
    names = (match["s1"].lower(), (match["s2"] or match["s1"]).lower())
    kind = match["term"] or ""
    if "term" in kind.lower():
        spans = words["terms"]
    elif any(name in words["holidays"] for name in names):
        spans = words["holidays"]
    else:
        spans = words["seasons"]
    if not all(name in spans for name in names):
        return []
    (first, _), (last, count) = spans[names[0]], spans[names[1]]
    months = (last - first) % 12 + count
    part = _part(match["sp"])
    if part and months >= 3 and names[0] == names[1]:
        # 'late summer 2019' is in the last two of its months, 'early spring 2020' in the first two: no month is told.
        count_from = first - 1 + (1 if part[1] > 20 else 0)
        year = int(match["sy"]) + count_from // 12
        return [Written(*match.span(), month=count_from % 12 + 1, year=year, months=months - (part[0] != 11))]
    return [Written(*match.span(), month=first, year=int(match["sy"]), months=months)]


def _read_relative(match: re.Match[str]) -> list[Written]:
    month, season = match["rm"] or match["om"], match["rs"] or match["os"]
    relation = "next" if match["next"] else "same"
    if month is None:
        first, count = lexicon.load("dates")["seasons"][season.lower()]
        return [Written(*match.span(), month=first, months=count, relation=relation)]
    if not month[0].isupper():
        return []
    number = month_numbers()[month.lower()]
    return [Written(*match.span(), month=number, part=_part(match["rp"]), relation=relation)]


def _read_named(match: re.Match[str]) -> list[Written]:
    name = " ".join(match["nn"].replace("’", "'").split()).lower()
    month, day = next(at for given, at in lexicon.load("dates")["days"].items() if given.lower() == name)
    return [Written(*match.span(), day=day, month=month, year=int(match["ny"]))]


def _read_session(match: re.Match[str]) -> list[Written]:
    first = 9 if match["kind"].lower() in {"academic", "school"} else 4
    return [Written(*match.span(), month=first, year=int(match["wy"]), months=12)]


def _read_part_of_year(match: re.Match[str]) -> list[Written]:
    return [Written(*match.span(), year=int(match["py"]), part=_part(match["pp"]))]


def _read_slashed(match: re.Match[str]) -> list[Written]:
    return [Written(match.start("lm"), match.end(), month=int(match["lm"]), year=int(match["ly"]))]


def _read_alone(match: re.Match[str]) -> list[Written]:
    return [Written(match.start("oy"), match.end(), year=int(match["oy"]), bare=not match["cue"])]
