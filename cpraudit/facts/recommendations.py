"""The register of recommendations."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cpraudit.document import Span
from cpraudit.facts.found import Fact

if TYPE_CHECKING:
    from cpraudit.facts.review import Review


class Kind(StrEnum):
    """Strategic or operational."""

    STRATEGIC = "strategic"
    OPERATIONAL = "operational"


class Level(StrEnum):
    """Local, regional or national."""

    LOCAL = "local"
    REGIONAL = "regional"
    NATIONAL = "national"


class Layout(StrEnum):
    """How the recommendations stand."""

    SEPARATE = "separate"
    """Numbered, bulleted, or in table rows under a heading of recommendations or actions."""
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One recommendation."""

    id: str
    text: str
    span: Span
    owners: tuple[str, ...]
    """Agencies or bodies, collectives included ('all agencies'); not 'practitioners' or 'staff'."""
    collective_only: bool
    """Its only owners are 'all agencies', 'partners', 'agencies'."""
    kind: Kind | None
    level: Level | None
    timing: str | None
    """Its timescale or date, as written."""
    actionable: bool
    """It names an act and a product or verifiable end state."""
    training_only: bool
    outcome: Span | None = None
    """What it is expected to improve, where stated."""
    learning: tuple[str, ...] = ()
    """The learning points it cites."""
    layout: Layout = Layout.SEPARATE


def find(review: Review) -> Fact[tuple[Recommendation, ...]]:
    """The recommendations in order, with where they stand; empty where the report makes none.

    Actions under 'Improving systems and practice' count where a report has no other.
    """
    raise NotImplementedError
