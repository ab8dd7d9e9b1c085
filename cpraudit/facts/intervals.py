"""Lengths between the key dates, in months of 365/12 days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cpraudit.facts.review import Review


@dataclass(frozen=True, slots=True)
class Interval:
    """A length with its uncertainty, in months."""

    shortest: float
    longest: float

    @property
    def months(self) -> float:
        """The middle of the uncertainty."""
        return (self.shortest + self.longest) / 2


@dataclass(frozen=True, slots=True)
class Intervals:
    """Each None where one of its ends is not known."""

    review_period: Interval | None
    """Up to the event only, where the period runs past it; from a length in words where there are no dates."""
    referral_to_signoff: Interval | None
    incident_to_signoff: Interval | None
    incident_to_referral: Interval | None
    incident_to_learning_event: Interval | None


def measure(review: Review) -> Intervals:
    """Measure the intervals that the known dates allow."""
    raise NotImplementedError
