"""What a report for people shows of an audit: plain words in order, so that a template decides nothing."""

from __future__ import annotations

from dataclasses import dataclass

from cpraudit.quality.results import Status
from cpraudit.reports.milestones import Length, Milestone
from cpraudit.reports.places import Passage
from cpraudit.reports.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Verdict:
    """One check as it is shown."""

    id: str
    title: str
    status: Status
    word: str
    symbol: str
    tier: str
    scored: bool
    """False where the profile tells of it without scoring it."""
    message: str
    passages: tuple[Passage, ...]
    more: str
    """'and 3 more passages', or nothing."""
    remedy: str
    accepted: str
    """'Waived: ...' or 'Known from the baseline.'; empty where it is neither."""
    sureness: str
    """What is said where the verdict is not sure; empty where it is."""
    source: str


@dataclass(frozen=True, slots=True)
class DomainShown:
    """One domain of the model with its verdicts, worst first within each group."""

    id: str
    title: str
    score: str
    counts: dict[Status, int]
    to_mend: tuple[Verdict, ...]
    settled: tuple[Verdict, ...]
    outside: tuple[Verdict, ...]
    """Those that do not apply."""

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """All of them."""
        return (*self.to_mend, *self.settled, *self.outside)


@dataclass(frozen=True, slots=True)
class BlockShown:
    """One main block of the recommended template."""

    title: str
    found: bool
    where: str
    remark: str


@dataclass(frozen=True, slots=True)
class Advice:
    """One recommendation of the review."""

    id: str
    text: str
    place: str
    owners: str
    timing: str
    level: str
    kind: str
    actionable: str


@dataclass(frozen=True, slots=True)
class Agency:
    """One agency or service."""

    name: str
    service: str
    mentions: int
    on_panel: str
    contributed: str


@dataclass(frozen=True, slots=True)
class Relative:
    """One family member in the account of engagement."""

    relation: str
    answer: str
    place: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One audit as it is shown."""

    prefix: str
    """Begins the anchors of this audit, so that several can stand on one page."""
    title: str
    facts: tuple[tuple[str, str], ...]
    """What the report is, as label and value."""
    notices: tuple[str, ...]
    """What to know before anything else: that a family can be identified, or that this does not look like a practice review."""
    profile: str
    score: str
    """'71.5', or empty where it is withheld."""
    withheld: str
    counts: tuple[tuple[Status, int], ...]
    accepted: tuple[str, ...]
    """What is waived, known or no longer waived, in sentences."""
    read: str
    """How much of the report could be read, in words."""
    notes: tuple[str, ...]
    """What could not be read, and how the rest was."""
    statutory: tuple[Verdict, ...]
    """Statutory checks that are missing, then those that cannot be told."""
    first: tuple[Verdict, ...]
    """The things most worth mending."""
    blocks: tuple[BlockShown, ...]
    timeline: Timeline | None
    milestones: tuple[Milestone, ...]
    absent: str
    lengths: tuple[Length, ...]
    domains: tuple[DomainShown, ...]
    advice: tuple[Advice, ...]
    agencies: tuple[Agency, ...]
    relatives: tuple[Relative, ...]
    files: tuple[tuple[str, str, str], ...]
    """Name, role and SHA-256 of each file."""

    @property
    def to_mend(self) -> int:
        """How many checks are not found, not met or partly met."""
        return sum(count for status, count in self.counts if status in (Status.MISSING, Status.PARTIAL))
