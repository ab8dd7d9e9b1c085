"""What the audits of two drafts say of each check, before and after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cpraudit.facts.case.kind import Kind
from cpraudit.quality.checks import Check, Tier
from cpraudit.quality.results import Result, Status

if TYPE_CHECKING:
    from cpraudit.auditing import Audit

_DECIDED = {Status.MISSING: 0, Status.PARTIAL: 1, Status.EXCUSED: 2, Status.MET: 3}
"""How well a requirement is shown, where that could be told."""
_OPEN = {Status.MISSING, Status.PARTIAL, Status.CANNOT_TELL}


class Movement(StrEnum):
    """What became of a check between two drafts."""

    WORSE = "worse"
    UNDECIDED = "newly-undecidable"
    """It could be told before, and cannot now."""
    NEWLY_OPEN = "newly-open"
    """It did not apply before, or was not asked, and is open now."""
    OPEN = "still-open"
    BETTER = "better"
    NO_LONGER = "no-longer-applies"
    """It was open or met, and does not apply any more."""
    SAME = "same"
    """Met before and after, with a reason given, or never applying."""


@dataclass(frozen=True, slots=True)
class Change:
    """One check in two audits."""

    check: Check
    before: Result | None
    """None where the earlier audit did not ask."""
    after: Result
    movement: Movement


@dataclass(frozen=True)
class Comparison:
    """Two audits, and what became of each check."""

    earlier: Audit
    later: Audit
    changes: tuple[Change, ...]
    """In the later audit's order."""
    notices: tuple[str, ...]
    """What a reader must know before trusting the comparison."""

    def of(self, movement: Movement) -> tuple[Change, ...]:
        """The changes of one kind, the more binding tier and the worse status first."""
        tiers, statuses = list(Tier), list(_DECIDED)

        def urgency(change: Change) -> tuple[int, int]:
            status = change.after.status
            return tiers.index(change.check.tier), statuses.index(status) if status in _DECIDED else len(statuses)

        return tuple(sorted((c for c in self.changes if c.movement is movement), key=urgency))


def compare(earlier: Audit, later: Audit) -> Comparison:
    """Compare the audits of an earlier and a later draft of one review."""
    before = {finding.check.id: finding.result for finding in earlier.findings}
    changes = tuple(
        Change(f.check, before.get(f.check.id), f.result, movement(before.get(f.check.id), f.result))
        for f in later.findings
    )
    return Comparison(earlier, later, changes, tuple(_notices(earlier, later)))


def movement(before: Result | None, after: Result) -> Movement:
    """What became of a check, by its statuses."""
    was = Status.NOT_APPLICABLE if before is None else before.status
    now = after.status
    if now is Status.NOT_APPLICABLE:
        return Movement.SAME if was is Status.NOT_APPLICABLE else Movement.NO_LONGER
    if was is Status.NOT_APPLICABLE:
        return Movement.NEWLY_OPEN if now in _OPEN else Movement.BETTER
    if now is Status.CANNOT_TELL:
        return Movement.OPEN if was is Status.CANNOT_TELL else Movement.UNDECIDED
    if was is Status.CANNOT_TELL:
        return Movement.OPEN if now in _OPEN else Movement.BETTER
    if _DECIDED[was] != _DECIDED[now]:
        return Movement.BETTER if _DECIDED[now] > _DECIDED[was] else Movement.WORSE
    return Movement.OPEN if now in _OPEN else Movement.SAME


def _notices(earlier: Audit, later: Audit) -> Iterable[str]:
    first, second = earlier.document.parts[0], later.document.parts[0]
    if first.sha256 == second.sha256:
        yield "The two files are the same, byte for byte."
    cases = [audit.review.identity.case_id for audit in (earlier, later)]
    if cases[0] and cases[1] and cases[0].value.casefold() != cases[1].value.casefold():
        yield "The two name different cases: this may be no earlier and later draft of one review."
    if earlier.profile.id != later.profile.id:
        yield f"They are measured against different profiles ({earlier.profile.id}, {later.profile.id})."
    for name, audit in (("earlier", earlier), ("later", later)):
        if audit.review.kind.kind is not Kind.REVIEW:
            yield f"The {name} file does not look like a practice review, but like: {audit.review.kind.kind}."
        if audit.document.share < 1:
            yield f"Only {audit.document.share:.0%} of the {name} file could be read."
    asked = {finding.check.id for finding in later.findings}
    dropped = sum(finding.check.id not in asked for finding in earlier.findings)
    if dropped:
        yield f"{dropped} of the checks of the earlier draft were not run on the later one, and are left out."
