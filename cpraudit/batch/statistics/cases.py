"""One review as the statistics need it, from its line of `audits.jsonl`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cpraudit.batch.store import AUDITS
from cpraudit.errors import ConfigurationError
from cpraudit.facts.case.kind import Kind


@dataclass(frozen=True, slots=True)
class Child:
    """One index child."""

    age_months: int | None
    gender: str | None
    gender_basis: str | None
    ethnicity: str | None


@dataclass(frozen=True, slots=True)
class Case:
    """The facts of one review that are counted."""

    id: str
    report: str
    board: str | None
    type: str | None
    outcome: str | None
    harm: str | None
    children: tuple[Child, ...]
    siblings: bool | None
    half_siblings: bool | None
    history: str
    services: frozenset[str]
    """Kinds of service that the account tells of as engaged."""
    dates: dict[str, Any]
    rationale: str
    """Status of `timeline-rationale`."""
    signers: str
    """Status of `reviewer-signoff`."""
    coded: frozenset[str]
    """Codes of what was found: 'parental.mental-health', 'child.neglect', 'theme.whole-family-approach', ..."""


def cases_in(output: Path) -> list[Case]:
    """The practice reviews of a batch's output folder.

    Raises ConfigurationError where the folder holds no audits.
    """
    path = output / AUDITS
    if not path.is_file():
        raise ConfigurationError(
            f"'{output}' holds no audits. Make some first: cpraudit batch FOLDER -o \"{output}\""
        )
    with path.open(encoding="utf-8") as lines:
        return list(_cases(lines))


def _cases(lines: Iterator[str]) -> Iterator[Case]:
    for line in lines:
        audit = json.loads(line)
        if audit.get("document", {}).get("kind") == Kind.REVIEW:
            yield case_of(audit)


def case_of(audit: dict[str, Any]) -> Case:
    """One audit, as it stands in `audits.jsonl`, as a case."""
    told, review = audit["batch"], audit["review"]
    statuses = {result["check"]: result["status"] for result in audit["results"]}
    coded = [f"{bearer}.{code}" for bearer, codes in review["indicators"].items() for code in codes]
    return Case(
        id=told["id"],
        report=told["report"],
        board=told["board"] or review["board"],
        type=told["type"] or review["type"],
        outcome=review["outcome"],
        harm=review["harm_type"],
        children=tuple(
            Child(child["age_months"], child["gender"], child["gender_basis"], child["ethnicity"])
            for child in review["children"]
        ),
        siblings=review["siblings"]["has"],
        half_siblings=review["siblings"]["half"],
        history=review["services_history"],
        services=frozenset(agency["service"] for agency in review["agencies"] if agency["engaged"]),
        dates=review["dates"],
        rationale=statuses.get("timeline-rationale", ""),
        signers=statuses.get("reviewer-signoff", ""),
        coded=frozenset([*coded, *(f"theme.{code}" for code in review["themes"])]),
    )
