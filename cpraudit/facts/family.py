"""Family engagement: who was approached, how each answered, what they said, and what is said of those left out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cpraudit.document import Span

if TYPE_CHECKING:
    from cpraudit.facts.review import Review


class Response(StrEnum):
    """How a family member answered."""

    TOOK_PART = "took-part"
    DECLINED = "declined"
    NO_RESPONSE = "no-response"
    NOT_APPROACHED = "not-approached"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class FamilyMember:
    """One relative, by relationship, in the account of engagement."""

    relation: str
    """'mother', 'father', 'maternal grandmother', "mother's partner", 'half-sister', 'family members' (collective)."""
    response: Response
    approached: tuple[Span, ...]
    answered: tuple[Span, ...]
    collective: bool = False
    """'the family', 'parents', 'family members': nobody in particular."""


@dataclass(frozen=True, slots=True)
class View:
    """Something a relative is quoted or reported as saying to the review."""

    relation: str
    span: Span
    section: int
    quoted: bool


@dataclass(frozen=True, slots=True)
class Engagement:
    """The report's account of family engagement."""

    members: tuple[FamilyMember, ...]
    named_in_family: tuple[str, ...]
    """Parents, carers and other close adults who are said to exist (family table, circumstances, narrative)."""
    adults_spans: dict[str, Span]
    """Where each of them is named."""
    views: tuple[View, ...]
    general_views: tuple[Span, ...]
    """One general sentence on what a relative felt, with no particular content."""
    reasons: tuple[Span, ...]
    """Reasons for not including someone (declined, no reply, police advice, protects the child, ...)."""
    limitations: tuple[Span, ...]
    """What the absence of someone limits in the review."""
    refused_all: tuple[Span, ...]
    """The family as a whole declined or did not reply (a ticked 'Family declined involvement' counts)."""
    declined_unticked: tuple[Span, ...]
    """The form's unticked line."""


def find(review: Review) -> Engagement:
    """Read the account of engagement; the terms of reference and the unticked line are no evidence."""
    raise NotImplementedError
