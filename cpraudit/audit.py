"""An audit from end to end: read, find the facts, run the checks, score."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from cpraudit.config import load_profile
from cpraudit.document import Document, Span
from cpraudit.facts import Review
from cpraudit.facts.kind import Kind
from cpraudit.quality import engine, loading, score
from cpraudit.quality.checks import Check
from cpraudit.quality.engine import Finding
from cpraudit.quality.profile import Profile
from cpraudit.quality.score import Score
from cpraudit.readers import Revisions, read_set

MASK = "[masked]"
"""Stands for words that would identify a family."""


@dataclass(frozen=True)
class Audit:
    """What the program says of one review: every report is made of this and of nothing else."""

    review: Review
    profile: Profile
    findings: tuple[Finding, ...]
    """In the model's order."""
    score: Score

    @property
    def document(self) -> Document:
        """The report with its annexes, as read."""
        return self.review.document

    @property
    def title(self) -> str:
        """What the report calls itself: case identifier and pseudonym where it has them, else its file's name."""
        identity = self.review.identity
        names = [fact.value for fact in (identity.case_id, identity.pseudonym) if fact]
        report = self.document.parts[0]
        return ", ".join(names) or report.title or Path(report.path).stem

    def quote(self, span: Span) -> str:
        """The words that a span covers, as they may be shown: what identifies a family is masked."""
        text = self.document.quote(span)
        for found in reversed(self._masked):
            start, end = found.start - span.start, found.end - span.start
            if found.block == span.block and start < len(text) and end > 0:
                text = text[: max(start, 0)] + MASK + text[min(end, len(text)) :]
        return text

    def shown(self, text: str) -> str:
        """Any other text of the report (a recommendation, a name as found) as it may be shown."""
        for found in self._masked:
            text = text.replace(self.document.quote(found), MASK)
        return text

    @cached_property
    def _masked(self) -> tuple[Span, ...]:
        return tuple(found.span for found in self.review.identifiers if found.masked)


def audit(
    report: str | Path,
    annexes: Iterable[str | Path] = (),
    *,
    profile: str = "cpr-2023",
    revisions: Revisions = Revisions.FINAL,
    plugins: Iterable[str | Path] = (),
) -> Audit:
    """Audit one report with its annexes.

    `profile` is a built-in profile or the path of one; `plugins` are folders of further checks.
    Raises UnreadableError where a file cannot be read and ConfigurationError where a profile or plug-in is wrong.
    """
    document = read_set(Path(report), tuple(Path(annex) for annex in annexes), revisions)
    return examine(document, load_profile(profile), loading.load(Path(folder) for folder in plugins))


def examine(document: Document, profile: Profile, checks: Iterable[Check]) -> Audit:
    """Audit a document that has been read."""
    review = Review(document, profile.limits)
    findings = engine.run(review, checks, profile)
    kind = review.kind
    withheld = None if kind.kind is Kind.REVIEW else f"This does not look like a practice review. {kind.reason}"
    return Audit(review, profile, findings, score.of(findings, profile, document.share, withheld))
