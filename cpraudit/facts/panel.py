"""Who sat on the review panel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import Span

if TYPE_CHECKING:
    from cpraudit.facts.review import Review


@dataclass(frozen=True, slots=True)
class Panel:
    """The panel as the report tells it."""

    services: tuple[str, ...]
    """Kinds of service represented, in the order told."""
    spans: tuple[Span, ...]
    """Where the members are listed."""
    mentions: tuple[Span, ...]
    """Where a panel is said to have met or been set up, without who."""


def find(review: Review) -> Panel:
    """From a list, table row or passage on the panel; the form's tasks of the panel are no evidence."""
    raise NotImplementedError
