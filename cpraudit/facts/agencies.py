"""Agencies and services: canonical names from gazetteers, specific or bare, wherever they are mentioned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import Span

if TYPE_CHECKING:
    from cpraudit.facts.review import Review


@dataclass(frozen=True, slots=True)
class AgencyMention:
    """One use of an agency's or service's name."""

    name: str
    """Canonical name ('North Wales Police', 'health visiting')."""
    service: str
    """Kind of service, the key of the gazetteer: "children's services", 'police', 'health visiting', 'gp', 'camhs',
    'health board', 'education', 'housing', 'probation', ..."""
    span: Span


@dataclass(frozen=True, slots=True)
class Agencies:
    """Every mention, and the bare uses."""

    mentions: tuple[AgencyMention, ...]
    bare: tuple[Span, ...]
    """Acts told of 'Health', 'agencies', 'professionals', 'Social Care', ... with no specific service beside them
    (narrative and learning only; recommendations, headings and the form's wording are left out)."""
    withheld: tuple[Span, ...]
    """'some agencies held information', 'one agency': a key act with no named agency."""

    def services(self) -> frozenset[str]:
        """Kinds of service that are mentioned anywhere."""
        return frozenset(mention.service for mention in self.mentions)


def find(review: Review) -> Agencies:
    """Match the gazetteers (organisations, services, roles) over the whole document."""
    raise NotImplementedError
