"""What every fact carries: its value, where it was found, how it was recognised, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from cpraudit.document import Span

T = TypeVar("T")


class Confidence(StrEnum):
    """How sure a fact or a verdict is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """One thing that a review says."""

    value: T
    spans: tuple[Span, ...] = ()
    """Where it says so, best first."""
    how: str = ""
    """How it was recognised: 'key dates table', 'signature block', 'pronouns', ..."""
    confidence: Confidence = Confidence.HIGH
