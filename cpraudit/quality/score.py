"""The score of an audit, and the counts without which it never stands.

Credit: met and excused 1, partial a half, missing 0; cannot-tell and not-applicable are left out. A domain's score and
the overall score are 100 x the sum of weight x credit over the sum of weights.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cpraudit.quality.checks import Domain, Tier
from cpraudit.quality.engine import Finding
from cpraudit.quality.profile import Profile
from cpraudit.quality.results import Status

CREDIT = {Status.MET: 1.0, Status.EXCUSED: 1.0, Status.PARTIAL: 0.5, Status.MISSING: 0.0}

ENOUGH_READ = 0.9
"""Share of the report below which no score is given."""


@dataclass(frozen=True, slots=True)
class Score:
    """How much of what a review should show it shows, 0 to 100."""

    overall: float | None
    """None where it is withheld or where nothing could be scored."""
    withheld: str | None
    """Why it is withheld, in a sentence."""
    domains: dict[Domain, float | None]
    counts: dict[Status, int]
    statutory_missing: tuple[str, ...]
    """Ids of statutory checks that are missing."""
    statutory_undecided: tuple[str, ...]
    """Ids of statutory checks that cannot be told."""


def of(findings: Iterable[Finding], profile: Profile, share: float, withheld: str | None = None) -> Score:
    """Score the findings. `share` is how much of the report was read; `withheld` is any other reason to withhold."""
    findings = tuple(findings)
    if share < ENOUGH_READ:
        withheld = f"Only {share:.0%} of the report could be read; a score needs {ENOUGH_READ:.0%}."
    overall = None if withheld else _share(findings, profile)
    return Score(
        overall=overall,
        withheld=withheld,
        domains={domain: _share([f for f in findings if f.check.domain is domain], profile) for domain in Domain},
        counts={status: sum(f.result.status is status for f in findings) for status in Status},
        statutory_missing=_statutory(findings, Status.MISSING),
        statutory_undecided=_statutory(findings, Status.CANNOT_TELL),
    )


def _share(findings: Iterable[Finding], profile: Profile) -> float | None:
    weighed = [(profile.weight(f.check.tier), CREDIT[f.result.status]) for f in findings if f.result.status in CREDIT]
    total = sum(weight for weight, _ in weighed)
    return round(100 * sum(weight * credit for weight, credit in weighed) / total, 1) if total else None


def _statutory(findings: Iterable[Finding], status: Status) -> tuple[str, ...]:
    return tuple(f.check.id for f in findings if f.check.tier is Tier.STATUTORY and f.result.status is status)
