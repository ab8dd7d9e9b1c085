"""Which agency or practitioner contributed to the review, and in what form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import Span

if TYPE_CHECKING:
    from cpraudit.facts.review import Review


@dataclass(frozen=True, slots=True)
class Contribution:
    """One contributor."""

    contributor: str
    services: tuple[str, ...]
    form: str | None
    """'written account', 'interview', 'discussion', 'records', 'described by another', ... None where not told."""
    spans: tuple[Span, ...]


def find(review: Review) -> tuple[Contribution, ...]:
    """From a table or list of contributions, or a passage that says who gave what."""
    raise NotImplementedError
