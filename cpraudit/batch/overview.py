"""The figures of a batch: each with its denominator and the numbers of the reviews behind it.

Only practice reviews are counted. A review is named by its number in the list of reviews, as the thematic review names its.
"""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from sys import intern
from typing import Any

from cpraudit.batch.likeness import Recurring, recurring
from cpraudit.batch.rows import Row
from cpraudit.quality.checks import Domain
from cpraudit.quality.results import Status
from cpraudit.reports.wording import clean, spelt

DECIDED = (Status.MET, Status.PARTIAL, Status.MISSING, Status.EXCUSED)
"""Statuses that count in a denominator: the check applies, and the report lets one decide."""
DOMAINS = [domain.value for domain in Domain]
NOT_GIVEN = "Not known"
"""The group of the reviews that do not tell: always a row of its own."""
NONE_FOUND = "None of these found"
"""So where a review may have several, or none."""


@dataclass(frozen=True, slots=True)
class CheckTold:
    """What the tables say of a check."""

    id: str
    title: str
    domain: str
    tier: str
    needs_judgement: bool


def check_told(result: dict[str, Any]) -> CheckTold:
    """The check of a result as it stands in `audits.jsonl`."""
    return CheckTold(
        intern(result["check"]), result["title"], result["domain"], result["tier"], result["needs_judgement"]
    )


@dataclass(frozen=True, slots=True)
class Requirement:
    """One check over all reviews."""

    check: CheckTold
    missing: tuple[int, ...]
    """Reviews in which it is missing."""
    partial: tuple[int, ...]
    cannot_tell: tuple[int, ...]
    decided: int
    """The denominator: reviews to which it applies and where it could be told."""

    @property
    def share(self) -> float:
        """Of the decided that lack it, 0 to 1."""
        return len(self.missing) / self.decided if self.decided else 0.0


@dataclass(frozen=True, slots=True)
class Spread:
    """Where the values of some reviews lie."""

    n: int
    lowest: float
    lower: float
    """A quarter of the values lie at or below it."""
    median: float
    upper: float
    highest: float
    mean: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread | None:
        """None where there is no value. Quartiles as the inclusive method gives them."""
        if not values:
            return None
        lower, median, upper = statistics.quantiles(values, n=4, method="inclusive") if len(values) > 1 else [values[0]] * 3
        return cls(len(values), min(values), lower, median, upper, max(values), statistics.fmean(values))


@dataclass(frozen=True, slots=True)
class Group:
    """Reviews that share a board, a type or a year of sign-off."""

    name: str
    reviews: tuple[int, ...]
    scores: Spread | None
    """None where every score is withheld."""
    statutory: tuple[int, ...]
    """Reviews with a statutory requirement that is missing or cannot be told."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Something that several reviews name."""

    name: str
    reviews: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A range of a measure, with the reviews in it."""

    name: str
    reviews: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Timing:
    """One length of time over all reviews."""

    spread: Spread | None
    bands: tuple[Band, ...]
    """The last is of the reviews that do not tell."""


@dataclass(frozen=True, slots=True)
class Overview:
    """All figures."""

    reviews: tuple[Row, ...]
    others: tuple[Row, ...]
    """Documents that are no practice reviews: in no figure."""
    profiles: tuple[Counted, ...]
    scores: Spread | None
    score_bands: tuple[Band, ...]
    requirements: tuple[Requirement, ...]
    """The most missed first."""
    checks: tuple[CheckTold, ...]
    """By domain, then in the model's order."""
    boards: tuple[Group, ...]
    types: tuple[Group, ...]
    years: tuple[Group, ...]
    period: Timing
    turnaround: Timing
    services: tuple[Counted, ...]
    """The last is of the reviews of which none is told, where there are any."""
    themes: tuple[Counted, ...]
    """So here."""
    advice: int
    """Recommendations in all."""
    recurring: tuple[Recurring, ...]
    doubles: tuple[tuple[int, ...], ...]
    """Reviews that may be the same: the same file, or the same case identifier of the same board."""


def overview(rows: Sequence[Row], checks: Sequence[CheckTold]) -> Overview:
    """Work the figures out."""
    reviews = tuple(row for row in rows if row.is_review)
    advice = [advised for row in reviews for advised in row.advice]
    scored = [row.overall for row in reviews if row.overall is not None]
    return Overview(
        reviews=reviews,
        others=tuple(row for row in rows if not row.is_review),
        profiles=_counted(reviews, lambda row: [row.profile]),
        scores=Spread.of(scored),
        score_bands=_score_bands(reviews),
        requirements=_requirements(reviews, checks),
        checks=tuple(sorted(checks, key=lambda check: DOMAINS.index(check.domain))),
        boards=_groups(reviews, lambda row: row.board),
        types=_groups(reviews, lambda row: row.type and row.type.capitalize()),
        years=tuple(sorted(_groups(reviews, lambda row: row.signed_off), key=_in_order)),
        period=_period(reviews),
        turnaround=_turnaround(reviews),
        services=_counted(reviews, lambda row: map(spelt, row.services)),
        themes=_counted(reviews, lambda row: row.themes),
        advice=len(advice),
        recurring=recurring(advice),
        doubles=_doubles(reviews),
    )


def _numbers(rows: Iterable[Row]) -> tuple[int, ...]:
    return tuple(row.number for row in rows)


def _score_bands(reviews: Sequence[Row]) -> tuple[Band, ...]:
    """Bands of ten ('50–59' is from 50 to under 60), the last with 100; then the reviews whose score is withheld."""
    bands = []
    for start in range(0, 100, 10):
        end = start + 10 if start < 90 else 101
        inside = [row for row in reviews if row.overall is not None and start <= row.overall < end]
        bands.append(Band(f"{start}–{start + 9 if start < 90 else 100}", _numbers(inside)))
    return (*bands, Band("Withheld", _numbers(row for row in reviews if row.overall is None)))


def _requirements(reviews: Sequence[Row], checks: Sequence[CheckTold]) -> tuple[Requirement, ...]:
    told = []
    for check in checks:
        by_status: dict[Status, list[int]] = defaultdict(list)
        for row in reviews:
            if status := row.statuses.get(check.id):
                by_status[status].append(row.number)
        told.append(
            Requirement(
                check,
                tuple(by_status[Status.MISSING]),
                tuple(by_status[Status.PARTIAL]),
                tuple(by_status[Status.CANNOT_TELL]),
                sum(len(by_status[status]) for status in DECIDED),
            )
        )
    return tuple(sorted(told, key=lambda one: (-one.share, -len(one.partial), one.check.title)))


def _by(reviews: Iterable[Row], key: Callable[[Row], str | None]) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in reviews:
        groups[clean(key(row) or NOT_GIVEN)].append(row)
    return groups


def _groups(reviews: Sequence[Row], key: Callable[[Row], str | None]) -> tuple[Group, ...]:
    """The largest group first, the reviews that do not tell last."""
    groups = [
        Group(
            name,
            _numbers(rows),
            Spread.of([row.overall for row in rows if row.overall is not None]),
            _numbers(row for row in rows if row.statutory),
        )
        for name, rows in _by(reviews, key).items()
    ]
    return tuple(sorted(groups, key=lambda group: (group.name == NOT_GIVEN, -len(group.reviews), group.name)))


def _in_order(group: Group) -> tuple[bool, str]:
    return group.name == NOT_GIVEN, group.name


def _counted(reviews: Iterable[Row], key: Callable[[Row], Iterable[str]]) -> tuple[Counted, ...]:
    named: dict[str, list[int]] = defaultdict(list)
    for row in reviews:
        for name in tuple(key(row)) or (NONE_FOUND,):
            named[name].append(row.number)
    told = [Counted(name, tuple(numbers)) for name, numbers in named.items()]
    return tuple(sorted(told, key=lambda one: (one.name == NONE_FOUND, -len(one.reviews), one.name)))


PERIOD, TURNAROUND = "review_period_months", "referral_to_signoff_months"
"""Which interval of the facts each is."""
TOLERANCE = 15 * 12 / 365
"""Months by which a period may exceed twelve months and still count as twelve, as the check of its length has it."""


def _period(reviews: Sequence[Row]) -> Timing:
    def band(months: float) -> str:
        return names[sum(months > most + TOLERANCE for most in (12, 24))]

    names = ("Up to 12 months", "Over 12, up to 24 months", "Over 24 months")
    return _timing(reviews, PERIOD, names, band)


def _turnaround(reviews: Sequence[Row]) -> Timing:
    def band(months: float) -> str:
        return names[sum(months > most for most in (6, 12, 24))]

    names = ("Up to 6 months", "Over 6, up to 12 months", "Over 12, up to 24 months", "Over 24 months")
    return _timing(reviews, TURNAROUND, names, band)


def _timing(
    reviews: Sequence[Row], interval: str, names: Sequence[str], band: Callable[[float], str]
) -> Timing:
    known = [(row, months) for row in reviews if (months := row.intervals[interval]) is not None]
    bands = [Band(one, _numbers(row for row, months in known if band(months) == one)) for one in names]
    unknown = Band(NOT_GIVEN, _numbers(row for row in reviews if row.intervals[interval] is None))
    return Timing(Spread.of([months for _, months in known]), (*bands, unknown))


def _doubles(reviews: Sequence[Row]) -> tuple[tuple[int, ...], ...]:
    same: dict[Hashable, list[int]] = defaultdict(list)
    for row in reviews:
        same[row.sha256].append(row.number)
        if row.case_id:
            same[row.board, "".join(row.case_id.split()).casefold()].append(row.number)
    return tuple(sorted({tuple(numbers) for numbers in same.values() if len(numbers) > 1}))
