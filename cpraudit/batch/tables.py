"""The three tables of a batch: a row a verdict, a row a review, a row a recommendation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    name: str
    """As it heads the column in a CSV file."""
    head: str
    """As it heads the column in the workbook."""
    width: int
    """In characters."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table: what its columns are, and the rows that one audit adds to it."""

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[dict[str, Any]], Iterator[tuple[Cell, ...]]]


REVIEW = (Column("review", "Review", 34), Column("report", "File", 34), Column("board", "Board", 22), Column("type", "Type", 11))


def _review(audit: dict[str, Any]) -> tuple[Cell, ...]:
    told, review = audit["batch"], audit["review"]
    return audit["document"]["title"], told["report"], told["board"] or review["board"], told["type"] or review["type"]


def _checks(audit: dict[str, Any]) -> Iterator[tuple[Cell, ...]]:
    review = _review(audit)
    for result in audit["results"]:
        first = result["evidence"][0] if result["evidence"] else {}
        yield (
            *review, result["check"], result["title"], result["domain"], result["tier"], result["status"],
            result["confidence"], result["needs_judgement"], result["message"], first.get("section"), first.get("page"),
            first.get("paragraph"),
        )  # fmt: skip


def _facts(audit: dict[str, Any]) -> Iterator[tuple[Cell, ...]]:
    review, document, score = audit["review"], audit["document"], audit["score"]
    dates, intervals, children = review["dates"], review["intervals"], review["children"]
    yield (
        *_review(audit), review["case_id"], document["kind"], audit["profile"], score["overall"], score["withheld"],
        *(score["counts"].get(status, 0) for status in STATUSES),
        "; ".join(score["statutory_missing"]), "; ".join(score["statutory_undecided"]),
        document["pages"], document["words"], document["reading"]["share"],
        len(children), *("; ".join(str(child[key]) for child in children if child[key] is not None) for key in CHILD),
        review["outcome"], review["harm_type"],
        *(dates[key] for key in DATES), "; ".join(dates["learning_events"]),
        *(intervals[key] for key in INTERVALS),
        (review["chair"] or {}).get("name"), (review["chair"] or {}).get("agency"),
        "; ".join(filter(None, (reviewer["name"] for reviewer in review["reviewers"]))),
        "; ".join(review["panel_agencies"]), "; ".join(dict.fromkeys(agency["service"] for agency in review["agencies"])),
        "; ".join(f"{member['relation']}: {member['response']}" for member in review["family"]),
        len(review["recommendations"]), "; ".join(review["themes"]), document["sha256"], " ".join(audit["batch"]["notes"]),
    )  # fmt: skip


def _recommendations(audit: dict[str, Any]) -> Iterator[tuple[Cell, ...]]:
    review = _review(audit)
    for advice in audit["review"]["recommendations"]:
        yield (
            *review, advice["id"], advice["text"], "; ".join(advice["owners"]), advice["type"], advice["level"],
            advice["timing"], advice["actionable"], advice["training_only"],
        )  # fmt: skip


STATUSES = ("met", "partial", "missing", "excused", "cannot-tell", "not-applicable")
CHILD = ("age", "gender", "ethnicity")
DATES = ("incident", "referral", "period_start", "period_end", "signoff", "publication")
INTERVALS = (
    "review_period_months", "referral_to_signoff_months", "incident_to_signoff_months", "incident_to_referral_months",
    "incident_to_learning_event_months",
)  # fmt: skip


def _columns(*names: str, wide: dict[str, int] | None = None) -> tuple[Column, ...]:
    widths = wide or {}
    return tuple(Column(name, name.replace("_", " ").capitalize(), widths.get(name, 14)) for name in names)


CHECKS = Table(
    "checks",
    (
        *REVIEW,
        *_columns(
            "check", "title", "domain", "tier", "status", "confidence", "needs_judgement", "message", "section", "page",
            "paragraph", wide={"check": 24, "title": 34, "message": 80, "section": 34, "page": 8, "paragraph": 10},
        ),
    ),
    _checks,
)  # fmt: skip
FACTS = Table(
    "facts",
    (
        *REVIEW,
        *_columns(
            "case_id", "kind", "profile", "score", "score_withheld", *(status.replace("-", "_") for status in STATUSES),
            "statutory_missing", "statutory_undecided", "pages", "words", "share_read", "children", "child_ages",
            "child_genders", "child_ethnicities", "outcome", "harm_type", *DATES, "learning_events", *INTERVALS, "chair",
            "chair_agency", "reviewers", "panel_agencies", "services_named", "family", "recommendations", "themes", "sha256", "notes",
            wide={"services_named": 40, "panel_agencies": 40, "family": 34, "statutory_missing": 30, "themes": 30},
        ),
    ),
    _facts,
)  # fmt: skip
RECOMMENDATIONS = Table(
    "recommendations",
    (
        *REVIEW,
        *_columns("no", "recommendation", "owners", "nature", "level", "timing", "actionable", "training_only",
                  wide={"no": 6, "recommendation": 90, "owners": 34}),
    ),
    _recommendations,
)  # fmt: skip
TABLES = (CHECKS, FACTS, RECOMMENDATIONS)
