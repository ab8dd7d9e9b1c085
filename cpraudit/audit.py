"""An audit from end to end: read, find the facts, run the checks, score."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cpraudit.config import load_profile
from cpraudit.document import Document, Span
from cpraudit.facts import Review
from cpraudit.quality import engine, loading, score
from cpraudit.quality.checks import Check
from cpraudit.quality.engine import Finding
from cpraudit.quality.profile import Profile
from cpraudit.quality.score import Score
from cpraudit.readers import Revisions, read_set


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
        """The words that a span covers, as they may be shown."""
        return self.document.quote(span)


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
    return Audit(review, profile, findings, score.of(findings, profile, document.share))
