"""The chair of the review panel and the reviewers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.facts.found import Fact

if TYPE_CHECKING:
    from cpraudit.facts.review import Review


@dataclass(frozen=True, slots=True)
class Person:
    """A named professional of the review; the name is None for 'an Independent Reviewer was appointed'."""

    name: str | None
    role: str | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class People:
    """Who led the review."""

    chair: Fact[Person] | None
    reviewers: tuple[Fact[Person], ...]


def find(review: Review) -> People:
    """From the scope of the panel, the title page, the process and the signature block."""
    raise NotImplementedError
