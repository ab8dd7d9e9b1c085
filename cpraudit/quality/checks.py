"""What a check is, and the decorator that makes one of a function."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from cpraudit.facts import Review
from cpraudit.facts.case.identity import ReviewType
from cpraudit.quality.results import Result


class Domain(StrEnum):
    """The four parts of the quality model, and readiness to sign off and publish."""

    CONTEXT = "context"
    PROCESS = "process"
    ANALYSIS = "analysis"
    RECOMMENDATIONS = "recommendations"
    PUBLICATION = "publication"


class Tier(StrEnum):
    """How binding a requirement is, most binding first."""

    STATUTORY = "statutory"
    """Quoted statutory guidance."""
    TEMPLATE = "template"
    """The standard report form of 2016."""
    RECOMMENDED = "recommended"
    """The 2023 thematic review's additions."""
    ADVISORY = "advisory"
    """Comparative standards."""


class Excuse(StrEnum):
    """Whether a reason given in the report turns `missing` into `excused`."""

    YES = "yes"
    LIMITED = "limited"
    """Only on the check's own ground."""
    NO = "no"


class Need(StrEnum):
    """What a check must be able to read; where it could not be read, the engine answers `cannot-tell`."""

    TEXT = "text"
    TRACKED_CHANGES = "tracked changes"
    """The format can carry them (a PDF or a text file cannot: it simply has none)."""


EVERY_TYPE = (ReviewType.CONCISE, ReviewType.EXTENDED, ReviewType.HISTORICAL)
NOT_HISTORICAL = (ReviewType.CONCISE, ReviewType.EXTENDED)


@dataclass(frozen=True, slots=True)
class Check:
    """One requirement of a quality model, with the function that examines a review for it."""

    id: str
    """Public name; appears in every output and never changes."""
    title: str
    domain: Domain
    tier: Tier
    source: str
    """Where the requirement comes from."""
    asks: str
    """What a report must show, in one sentence."""
    why: str
    """Why it matters, in one or two sentences."""
    remedy: str
    """What to write to put it right; never asks for an identifying detail."""
    examine: Callable[[Review], Result] = field(repr=False)
    met: str = ""
    """What counts as met; likewise the fields below."""
    partial: str = ""
    missing: str = ""
    cannot_tell: str = ""
    not_applicable: str = ""
    excuse: Excuse = Excuse.NO
    excuse_ground: str = ""
    types: tuple[ReviewType, ...] = EVERY_TYPE
    needs: tuple[Need, ...] = (Need.TEXT,)
    by_absence: bool = False
    """Met where something is absent, so that there is nothing to quote."""
    signals: str = ""
    """For a judgement check: which signals it combines and how; shown by `explain`."""
    caution: str = ""
    """Said at the head of a report where the check is `missing`: what must not happen before that is put right."""


def check(
    *,
    id: str,  # noqa: A002  the field's own word
    title: str,
    domain: Domain,
    tier: Tier,
    source: str,
    asks: str,
    why: str,
    remedy: str,
    met: str = "",
    partial: str = "",
    missing: str = "",
    cannot_tell: str = "",
    not_applicable: str = "",
    excuse: Excuse = Excuse.NO,
    excuse_ground: str = "",
    types: tuple[ReviewType, ...] = EVERY_TYPE,
    needs: tuple[Need, ...] = (Need.TEXT,),
    by_absence: bool = False,
    signals: str = "",
    caution: str = "",
) -> Callable[[Callable[[Review], Result]], Check]:
    """Make a check of a function from a review to a result. The fields are those of `Check`."""

    def made(examine: Callable[[Review], Result]) -> Check:
        return Check(
            id=id, title=title, domain=domain, tier=tier, source=source, asks=asks, why=why, remedy=remedy,
            examine=examine, met=met, partial=partial, missing=missing, cannot_tell=cannot_tell,
            not_applicable=not_applicable, excuse=excuse, excuse_ground=excuse_ground, types=types, needs=needs,
            by_absence=by_absence, signals=signals, caution=caution,
        )  # fmt: skip

    return made
