"""The gate of a batch: each review is put to the gate of its own settings, by what is kept of its audit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from cpraudit.facts.case.kind import Kind
from cpraudit.quality.checks import Tier
from cpraudit.quality.gate import FailOn, Gate
from cpraudit.quality.results import Status
from cpraudit.reports.wording import counted


@dataclass(frozen=True, slots=True)
class Told:
    """One audit, in short: enough to put it to any gate without reading it again."""

    id: str
    report: str
    kind: str
    overall: float | None
    missing: dict[str, int]
    """Requirements that are missing, and neither waived nor known from the baseline, by tier."""
    broken: dict[str, str] = field(default_factory=dict)
    """Checks that broke on it, each with where."""

    @property
    def is_review(self) -> bool:
        """It is a practice review: anything else spares the gate."""
        return self.kind == Kind.REVIEW


def told(audit: dict[str, Any]) -> Told:
    """An audit as it stands in `audits.jsonl`, in short."""
    spared = {*audit["known"], *(waiver["check"] for waiver in audit["waived"])}
    missing: dict[str, int] = {}
    for result in audit["results"]:
        if result["status"] == Status.MISSING and result["check"] not in spared:
            missing[result["tier"]] = missing.get(result["tier"], 0) + 1
    place = audit["batch"]
    return Told(
        place["id"], place["report"], audit["document"]["kind"], audit["score"]["overall"], missing, place["broken"]
    )


def failed(audited: Iterable[Told], gates: Mapping[str, Gate]) -> tuple[tuple[str, str], ...]:
    """The reports that fail, each with why, as the end of a sentence."""
    reasons = ((one.report, _reason(one, gates[one.id])) for one in audited if one.is_review)
    return tuple((report, reason) for report, reason in reasons if reason)


def _reason(one: Told, gate: Gate) -> str:
    reasons = []
    count = sum(number for tier, number in one.missing.items() if gate.fail_on.covers(Tier(tier)))
    if count:
        what = f"{gate.fail_on} requirement" if gate.fail_on is FailOn.STATUTORY else "requirement"
        reasons.append(f"{counted(count, what)} missing")
    if gate.fail_under is not None and one.overall is None:
        reasons.append("the score is withheld")
    elif gate.fail_under is not None and one.overall is not None and one.overall < gate.fail_under:
        reasons.append(f"the score of {one.overall:g} is below {gate.fail_under:g}")
    return ", and ".join(reasons)
