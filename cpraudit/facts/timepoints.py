"""Every date written in a review, at its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import Span
from cpraudit.facts.calendar import PartialDate

if TYPE_CHECKING:
    from cpraudit.facts.review import Review


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in the body of the report or an annex."""

    span: Span
    value: PartialDate | None
    """None where the date is impossible."""
    until: PartialDate | None
    label: str
    """What the date is said to be by the nearest words: the rest of its table row, its list label, or its sentence."""


def mentions(review: Review) -> tuple[DateMention, ...]:
    """Every date outside the form's printed wording and reference lists, in reading order."""
    raise NotImplementedError
