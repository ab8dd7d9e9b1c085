"""A profile: which checks, in what order, which tiers are scored, with what weights and limits."""

from __future__ import annotations

from dataclasses import dataclass

from cpraudit.facts.limits import Limits
from cpraudit.quality.checks import Tier


@dataclass(frozen=True, slots=True)
class Profile:
    """A quality model as one board or one edition of the guidance applies it."""

    id: str
    title: str
    applies: str
    """To which reviews it applies, in a sentence."""
    order: tuple[str, ...]
    """Check ids in the model's order."""
    scored: frozenset[Tier]
    weights: dict[Tier, int]
    limits: Limits

    def weight(self, tier: Tier) -> int:
        """The weight of a tier in the score; 0 where it is told but not scored."""
        return self.weights[tier] if tier in self.scored else 0
