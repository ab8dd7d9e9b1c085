"""The gate: whether an audit fails, and why, in words.

A failure is a `missing` result of a tier at or above `fail_on` that is neither waived nor in the baseline, or an overall
score below `fail_under`. A document that is not a practice review spares the gate; a withheld score fails `fail_under`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cpraudit.quality.checks import Check, Tier
from cpraudit.quality.engine import Finding
from cpraudit.quality.results import Status
from cpraudit.quality.score import Score


class FailOn(StrEnum):
    """The least binding tier whose missing requirements are failures."""

    STATUTORY = "statutory"
    TEMPLATE = "template"
    RECOMMENDED = "recommended"
    ADVISORY = "advisory"
    NEVER = "never"

    def covers(self, tier: Tier) -> bool:
        """Whether a requirement of this tier can fail."""
        order = list(Tier)
        return self is not FailOn.NEVER and order.index(tier) <= order.index(Tier(self.value))


@dataclass(frozen=True, slots=True)
class Gate:
    """What was asked for."""

    fail_on: FailOn = FailOn.NEVER
    fail_under: float | None = None
    """Least overall score that passes, 0 to 100."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate says of one audit."""

    failures: tuple[Finding, ...] = ()
    too_low: str = ""
    """Why the score fails, as the end of a sentence; empty where it does not."""
    spared: bool = False
    """There would have been a failure, but the document is not a practice review."""

    @property
    def failed(self) -> bool:
        """Whether the audit fails."""
        return bool(self.failures or self.too_low)

    @property
    def reason(self) -> str:
        """Why it fails, as the end of a sentence; empty where it does not."""
        return why([finding.check for finding in self.failures], self.too_low)


def why(missing: Sequence[Check], too_low: str) -> str:
    """Why an audit fails, as the end of a sentence: what is missing, and what is wrong with the score."""
    ids = [check.id for check in missing]
    if not ids:
        return too_low
    tiers = list(dict.fromkeys(check.tier.value for check in missing))
    kinds = " and ".join([", ".join(tiers[:-1]), tiers[-1]] if len(tiers) > 1 else tiers)
    found = f"{len(ids)} {kinds} requirement{'s are' if len(ids) > 1 else ' is'} missing ({', '.join(ids)})"
    return f"{found}; {too_low}" if too_low else found


def judge(gate: Gate, findings: Iterable[Finding], score: Score, spared: frozenset[str], *, is_review: bool) -> Verdict:
    """Put an audit to the gate. `spared` are the ids of checks that are waived or in the baseline."""
    failures = tuple(
        finding
        for finding in findings
        if finding.result.status is Status.MISSING
        and gate.fail_on.covers(finding.check.tier)
        and finding.check.id not in spared
    )
    too_low = too_low_for(gate, score.overall)
    if not is_review:
        return Verdict(spared=bool(failures or too_low))
    return Verdict(failures, too_low)


def too_low_for(gate: Gate, overall: float | None) -> str:
    """What is wrong with an overall score, as the end of a sentence; empty where nothing is."""
    if gate.fail_under is None:
        return ""
    if overall is None:
        return f"the score is withheld, and {gate.fail_under:g} was asked for"
    return f"the score of {overall:g} is below {gate.fail_under:g}" if overall < gate.fail_under else ""
