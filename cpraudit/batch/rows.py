"""One review as the dashboard and the tables need it: what is kept in memory of an audit once it is written."""

from __future__ import annotations

from dataclasses import dataclass
from sys import intern
from typing import Any

from cpraudit.facts.case.kind import Kind
from cpraudit.facts.case.themes import titles
from cpraudit.quality.results import Status


@dataclass(frozen=True, slots=True)
class Advised:
    """One recommendation of a review."""

    review: int
    """Number of the review."""
    id: str
    text: str
    owners: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One review of the batch."""

    number: int
    """From 1, in order of names; 0 where the document is no practice review."""
    id: str
    report: str
    title: str
    on_cluster: bool
    """It was audited on another machine."""
    kind: str
    kind_reason: str
    notes: tuple[str, ...]
    board: str | None
    """As the manifest tells, else as the report does."""
    type: str | None
    case_id: str | None
    sha256: str
    profile: str
    words: int
    share: float
    """Of the report that could be read, 0 to 1."""
    overall: float | None
    withheld: str | None
    domains: dict[str, float | None]
    counts: dict[str, int]
    statuses: dict[str, Status]
    """By the id of the check, in the model's order."""
    statutory: tuple[str, ...]
    """Statutory checks that are missing or cannot be told."""
    dates: dict[str, Any]
    intervals: dict[str, float | None]
    services: frozenset[str]
    """Kinds of service that the account tells of as engaged."""
    advice: tuple[Advised, ...]
    themes: tuple[str, ...]

    @property
    def page(self) -> str:
        """Address of its audit, from the dashboard."""
        return f"reviews/{self.id}.html"

    @property
    def is_review(self) -> bool:
        """It is a practice review, and not something else that lay in the folder."""
        return self.kind == Kind.REVIEW

    @property
    def signed_off(self) -> str | None:
        """Year of sign-off."""
        date = self.dates["signoff"]
        return date[:4] if date else None


def row_of(number: int, audit: dict[str, Any]) -> Row:
    """The row of an audit as it stands in `audits.jsonl`."""
    told, document, review, score = audit["batch"], audit["document"], audit["review"], audit["score"]
    return Row(
        number=number,
        id=told["id"],
        report=told["report"],
        title=document["title"],
        on_cluster=told["cluster"],
        kind=document["kind"],
        kind_reason=document["kind_reason"],
        notes=tuple(told["notes"]),
        board=told["board"] or review["board"],
        type=told["type"] or review["type"],
        case_id=review["case_id"],
        sha256=document["sha256"],
        profile=audit["profile"],
        words=document["words"],
        share=document["reading"]["share"],
        overall=score["overall"],
        withheld=score["withheld"],
        domains=score["domains"],
        counts=score["counts"],
        statuses={intern(result["check"]): Status(result["status"]) for result in audit["results"]},
        statutory=(*score["statutory_missing"], *score["statutory_undecided"]),
        dates=review["dates"],
        intervals=review["intervals"],
        services=frozenset(intern(agency["service"]) for agency in review["agencies"] if agency["engaged"]),
        advice=tuple(
            Advised(number, advice["id"], advice["text"], tuple(advice["owners"])) for advice in review["recommendations"]
        ),
        themes=tuple(titles()[code] for code in review["themes"]),
    )
