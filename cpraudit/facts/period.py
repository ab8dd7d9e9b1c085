"""The period under review: its ends, its length, and why it was chosen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cpraudit.document import Span
from cpraudit.facts.calendar import PartialDate
from cpraudit.facts.found import Fact

if TYPE_CHECKING:
    from cpraudit.facts.review import Review


class Reason(StrEnum):
    """What kind of reason is given for the period."""

    SPECIFIC = "specific"
    """Tied to the case: pregnancy, registration, move into care, an earlier child, first concern, ..."""
    GUIDANCE = "guidance"
    """The guidance's twelve months is named."""
    EMPTY = "empty"
    """Said to have been extended or chosen, without why ('for completeness', 'as full a picture as possible')."""


@dataclass(frozen=True, slots=True)
class Period:
    """The period that the panel reviewed."""

    start: Fact[PartialDate] | None
    end: Fact[PartialDate] | None
    stated_months: Fact[float] | None
    """A length told in words ('the twelve months before')."""
    reason: Fact[Reason] | None
    """The best reason given, with the passage."""
    mention: tuple[Span, ...] = ()
    """Where a period is mentioned at all."""


def find(review: Review) -> Period:
    """Find the period in the text, in key facts, or in the terms of reference."""
    raise NotImplementedError
