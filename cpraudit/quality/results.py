"""Statuses and results: what a check answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from cpraudit.document import Span
from cpraudit.facts.found import Confidence


class Status(StrEnum):
    """What an audit says of one requirement."""

    MET = "met"
    PARTIAL = "partial"
    MISSING = "missing"
    EXCUSED = "excused"
    CANNOT_TELL = "cannot-tell"
    NOT_APPLICABLE = "not-applicable"


@dataclass(frozen=True, slots=True)
class Result:
    """The answer of one check on one review."""

    status: Status
    message: str
    """What is there and what lacks, in words that one reviewer would use to another."""
    evidence: tuple[Span, ...] = ()
    """The passages that the verdict rests on, best first."""
    confidence: Confidence = Confidence.HIGH


def _result(status: Status, message: str, evidence: Iterable[Span | Iterable[Span]], confidence: Confidence) -> Result:
    spans: list[Span] = []
    for given in evidence:
        spans += [given] if isinstance(given, Span) else given
    return Result(status, message, tuple(dict.fromkeys(spans)), confidence)


def met(message: str, *evidence: Span | Iterable[Span], confidence: Confidence = Confidence.HIGH) -> Result:
    """The report shows it."""
    return _result(Status.MET, message, evidence, confidence)


def partial(message: str, *evidence: Span | Iterable[Span], confidence: Confidence = Confidence.HIGH) -> Result:
    """Some of it: say what is there and what lacks."""
    return _result(Status.PARTIAL, message, evidence, confidence)


def missing(message: str, *evidence: Span | Iterable[Span], confidence: Confidence = Confidence.HIGH) -> Result:
    """Not found in the report: say where it was looked for; evidence is what was found instead, if anything."""
    return _result(Status.MISSING, message, evidence, confidence)


def excused(message: str, *evidence: Span | Iterable[Span], confidence: Confidence = Confidence.MEDIUM) -> Result:
    """Not there, and the report gives a reason that the check accepts: quote the reason."""
    return _result(Status.EXCUSED, message, evidence, confidence)


def cannot_tell(message: str, *evidence: Span | Iterable[Span], confidence: Confidence = Confidence.MEDIUM) -> Result:
    """The report, or what could be read of it, does not let one decide."""
    return _result(Status.CANNOT_TELL, message, evidence, confidence)


def not_applicable(message: str, *evidence: Span | Iterable[Span]) -> Result:
    """The check does not apply to this review."""
    return _result(Status.NOT_APPLICABLE, message, evidence, Confidence.HIGH)
