"""The dates that a review's process turns on, each with its role and its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import Span
from cpraudit.facts.calendar import PartialDate
from cpraudit.facts.found import Fact

if TYPE_CHECKING:
    from cpraudit.facts.review import Review


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the process: mentioned or not, dated or not."""

    date: Fact[PartialDate] | None = None
    vague: tuple[Span, ...] = ()
    """Dated only vaguely ('early in the new year', 'the following spring') or by year alone."""
    mentions: tuple[Span, ...] = ()
    """Where it is said to have happened, dated or not, outside the terms of reference."""


@dataclass(frozen=True, slots=True)
class KeyDates:
    """Event, referral, learning events, sign-off and publication."""

    incident: Step
    incident_early: bool
    """The event's date stands in the opening sections (before the learning) or in a list of key dates."""
    incident_inferred: bool
    """No date is told as the event's; the end of the review period is all there is (JSON: incident null)."""
    referral: Step
    decision: Step
    """The Sub-Group's or Board Chair's decision to hold the review."""
    learning_event: Step
    """Mentions of the event; `learning_events` has its dates."""
    learning_events: tuple[Fact[PartialDate], ...]
    interim_event: Step
    signoff: Fact[PartialDate] | None
    """The latest signature date."""
    completion: Step
    """Completion, presentation to the Board or signature, where stated as such."""
    publication: Step
    cover_date: Fact[PartialDate] | None
    """A date on the cover, of the document or its version, not labelled as publication."""
    marked_draft: tuple[Span, ...]
    draft_furniture: tuple[str, ...]
    """Headers, footers and watermarks that mark it as a draft or unpublished."""
    summary: tuple[Span, ...]
    """One list, table or passage that gives several of the four key dates together (empty where there is none)."""
    summary_covers: frozenset[str]
    """Which of 'incident', 'referral', 'learning_event', 'completion' stand in that one place."""
    delay_reasons: tuple[Span, ...]
    """Passages that give a specific cause of the review's length (trial, inquest, illness, change of reviewer, ...)."""
    delay_remarks: tuple[Span, ...]
    """Passages that regret or mention delay without a cause."""


def find(review: Review) -> KeyDates:
    """Give each date its role by the words around it, by its row in a table of key dates, or by its place."""
    raise NotImplementedError
