"""Runs the checks of a profile over a review; decides applicability and what unread text does to a verdict."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from cpraudit.errors import CprauditError, broke_at
from cpraudit.facts import Confidence, Review
from cpraudit.facts.case.identity import ReviewType
from cpraudit.quality import agreement
from cpraudit.quality.checks import Check
from cpraudit.quality.profile import Profile
from cpraudit.quality.results import Result, Status, cannot_tell, not_applicable


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check says of one review."""

    check: Check
    result: Result
    broke: str = ""
    """Where the check itself broke on the review, a defect to be reported; empty where it ran."""

    @property
    def needs_judgement(self) -> bool:
        """The check has agreed with experts too seldom to be taken on its word."""
        return agreement.needs_judgement(self.check.id)


def run(review: Review, checks: Iterable[Check], profile: Profile) -> tuple[Finding, ...]:
    """Run every check of the profile, in its order, then the checks that the profile does not list."""
    place = {check_id: index for index, check_id in enumerate(profile.order)}
    ordered = sorted(checks, key=lambda check: (place.get(check.id, len(place)), check.id))
    return tuple(_finding(check, review) for check in ordered)


def _finding(check: Check, review: Review) -> Finding:
    """What a check says; one that breaks leaves its own verdict open and the others alone."""
    try:
        return Finding(check, examine(check, review))
    except CprauditError:
        raise
    except Exception as error:  # whatever a check does, the rest of the audit must not be lost
        message = "This check broke on this report, by a fault of its own, so that nothing can be said here."
        return Finding(check, cannot_tell(message, confidence=Confidence.LOW), broke_at(error))


def examine(check: Check, review: Review) -> Result:
    """What one check says of a review, with applicability and unread text taken into account."""
    declared = review.identity.type
    kind = declared.value if declared else ReviewType.CONCISE
    if kind not in check.types:
        return not_applicable(f"Does not apply to {'an' if kind[0] in 'aeio' else 'a'} {kind} review.")
    return _as_sure_as_measured(check, _as_far_as_read(check, _as_it_was_seen(review, check.examine(review)), review.document.share))


LOWER = {Confidence.HIGH: Confidence.MEDIUM, Confidence.MEDIUM: Confidence.LOW, Confidence.LOW: Confidence.LOW}


def _as_sure_as_measured(check: Check, result: Result) -> Result:
    """A check that often disagrees with experts says so by its confidence."""
    settled = result.status is Status.NOT_APPLICABLE or not agreement.needs_judgement(check.id)
    return result if settled else replace(result, confidence=LOWER[result.confidence])


def _as_it_was_seen(review: Review, result: Result) -> Result:
    """What rests on words that were recognised on a picture, or on none where some were, is less sure."""
    document = review.document
    if not document.recognised or result.status is Status.NOT_APPLICABLE:
        return result
    seen = any(document.is_recognised(document.blocks[span.block]) for span in result.evidence)
    return result if result.evidence and not seen else replace(result, confidence=LOWER[result.confidence])


def _as_far_as_read(check: Check, result: Result, share: float) -> Result:
    """What was not read may hold what was not found: absence is then undecided, and the rest less sure."""
    if share >= 1.0:
        return result
    unread = f"{max(1 - share, 0.01):.0%} of the report could not be read"
    if result.status is Status.MISSING and not result.shown:
        message = f"{result.message} But {unread}, so it may stand there."
        return replace(result, status=Status.CANNOT_TELL, message=message, confidence=Confidence.MEDIUM)
    if result.confidence is Confidence.HIGH and (result.status is not Status.MET or check.by_absence):
        return replace(result, confidence=Confidence.MEDIUM)
    return result
