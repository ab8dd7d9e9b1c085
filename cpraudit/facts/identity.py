"""Which board, which type of review, which case."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cpraudit.document import Span
from cpraudit.facts.found import Fact

if TYPE_CHECKING:
    from cpraudit.facts.review import Review


class ReviewType(StrEnum):
    """The three types of child practice review."""

    CONCISE = "concise"
    EXTENDED = "extended"
    HISTORICAL = "historical"


@dataclass(frozen=True, slots=True)
class Identity:
    """How the report names itself."""

    board: Fact[str] | None
    """Canonical short name ('North Wales', 'Cardiff & Vale'), or the name as found."""
    board_in_title: bool
    """The title block names the board."""
    says_what_it_is: Span | None
    """Where the title block says 'Child Practice Review'."""
    type: Fact[ReviewType] | None
    """The declared type, else the inferred one (see its `how`)."""
    type_declared: bool
    """The type is stated, and only one in the title."""
    types_offered: tuple[ReviewType, ...]
    """The types that the title offers ('Concise / Extended' offers two)."""
    type_conflict: tuple[Span, ...]
    """Where title and body contradict each other."""
    case_id: Fact[str] | None
    pseudonym: Fact[str] | None
    """'Child T', 'Tomos (not his real name)'."""


def find(review: Review) -> Identity:
    """Read the title block, the circumstances and the furniture."""
    raise NotImplementedError
