"""What happened to the child: outcome and kind of harm."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cpraudit.facts.found import Fact

if TYPE_CHECKING:
    from cpraudit.facts.review import Review


class Outcome(StrEnum):
    """The three outcomes in the guidance's criteria."""

    DEATH = "death"
    INJURY = "life-threatening-injury"
    IMPAIRMENT = "serious-impairment"


class Harm(StrEnum):
    """Primary kind of harm (Table 1 of the 2023 review, with its two medical and other rows)."""

    SUICIDE = "suicide"
    MEDICAL = "natural-causes-or-medical"
    OTHER = "other"
    PHYSICAL = "non-fatal-physical-abuse"
    SUDI = "sudi"
    NEGLECT = "non-fatal-neglect"
    FATAL_PHYSICAL = "fatal-physical-abuse"
    CSA = "csa-intrafamilial"
    CSE = "cse-extrafamilial"
    FATAL_NEGLECT = "fatal-neglect"
    EMOTIONAL = "non-fatal-emotional-abuse"


@dataclass(frozen=True, slots=True)
class Event:
    """The significant event."""

    outcome: Fact[Outcome] | None
    harm: Fact[Harm] | None


def find(review: Review) -> Event:
    """Read the circumstances, the key facts and the summary; the criteria that the form prints are no evidence."""
    raise NotImplementedError
