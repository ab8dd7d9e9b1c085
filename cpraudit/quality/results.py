"""Statuses and results: what a check answers."""

from __future__ import annotations

import re
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
    said: tuple[tuple[int, int], ...] = ()
    """Where the message holds words of the report: start and end of each stretch, in order."""
    shown: bool = False
    """What is `missing` shows in the passages themselves (words that must not be there), whatever was not read."""

    @property
    def unquoted(self) -> str:
        """The message with every word of the report left out."""
        told, at = "", 0
        for start, end in self.said:
            told, at = f"{told}{self.message[at:start]}{LEFT_OUT}", end
        return told + self.message[at:]


LEFT_OUT = "…"
"""Stands for words of the report that are left out of a message."""

_OPEN, _CLOSE = "\ue000", "\ue001"
"""Characters that no text holds; they mark the report's words while a check composes its message."""


def said(words: str) -> str:
    """Words of the report, for a message: a report without quotations can then leave them out."""
    return f"{_OPEN}{words.translate({ord(_OPEN): None, ord(_CLOSE): None})}{_CLOSE}"


def _parted(message: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A message without its marks, and where the report's words stand in it."""
    plain, places = "", []
    for number, piece in enumerate(re.split(f"[{_OPEN}{_CLOSE}]", message)):
        if number % 2:
            places.append((len(plain), len(plain) + len(piece)))
        plain += piece
    return plain, tuple(places)


def _result(
    status: Status,
    message: str,
    evidence: Iterable[Span | Iterable[Span]],
    confidence: Confidence,
    *,
    shown: bool = False,
) -> Result:
    spans: list[Span] = []
    for given in evidence:
        spans += [given] if isinstance(given, Span) else given
    plain, places = _parted(message)
    return Result(status, plain, tuple(dict.fromkeys(spans)), confidence, places, shown)


def met(message: str, *evidence: Span | Iterable[Span], confidence: Confidence = Confidence.HIGH) -> Result:
    """The report shows it."""
    return _result(Status.MET, message, evidence, confidence)


def partial(message: str, *evidence: Span | Iterable[Span], confidence: Confidence = Confidence.HIGH) -> Result:
    """Some of it: say what is there and what lacks."""
    return _result(Status.PARTIAL, message, evidence, confidence)


def missing(
    message: str, *evidence: Span | Iterable[Span], confidence: Confidence = Confidence.HIGH, shown: bool = False
) -> Result:
    """Not found in the report: say where it was looked for; evidence is what was found instead, if anything.

    It becomes `cannot-tell` where a part of the report could not be read, unless it is `shown`: unless the evidence
    alone decides it, as words do that must not be there.
    """
    return _result(Status.MISSING, message, evidence, confidence, shown=shown)


def excused(message: str, *evidence: Span | Iterable[Span], confidence: Confidence = Confidence.MEDIUM) -> Result:
    """Not there, and the report gives a reason that the check accepts: quote the reason."""
    return _result(Status.EXCUSED, message, evidence, confidence)


def cannot_tell(message: str, *evidence: Span | Iterable[Span], confidence: Confidence = Confidence.MEDIUM) -> Result:
    """The report, or what could be read of it, does not let one decide."""
    return _result(Status.CANNOT_TELL, message, evidence, confidence)


def not_applicable(message: str, *evidence: Span | Iterable[Span]) -> Result:
    """The check does not apply to this review."""
    return _result(Status.NOT_APPLICABLE, message, evidence, Confidence.HIGH)
