"""An audit from end to end: read, find the facts, run the checks, score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path

from cpraudit.config import Settings, choosing, inline
from cpraudit.document import Document, Section, Span
from cpraudit.errors import ConfigurationError, did_you_mean
from cpraudit.facts import Review
from cpraudit.facts import loading as loading_facts
from cpraudit.facts.beside import find_beside
from cpraudit.facts.case.kind import Kind
from cpraudit.quality import baseline, engine, loading, score, selection, waivers
from cpraudit.quality.checks import Check
from cpraudit.quality.engine import Finding
from cpraudit.quality.gate import Gate, Verdict, judge
from cpraudit.quality.profile import Profile
from cpraudit.quality.results import Result
from cpraudit.quality.score import Score
from cpraudit.quality.waivers import Waived, Waiver
from cpraudit.readers import Source, read_sources, source_of

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
    profile_reason: str = ""
    """Why the profile was chosen; empty where the settings name it."""
    gate: Gate = field(default_factory=Gate)
    """What was asked of it."""
    waived: Waived = field(default_factory=Waived)
    known: frozenset[str] = frozenset()
    """Ids of checks whose findings stand in the baseline."""
    quotes: bool = True
    """False where the report's own words are left out of whatever is made of the audit."""

    def quoting(self, quotes: bool) -> Audit:
        """The same audit, with or without the report's own words: the one place that settles it for every report."""
        return replace(self, quotes=self.quotes and quotes)

    @cached_property
    def verdict(self) -> Verdict:
        """What the gate says of it."""
        is_review = self.review.kind.kind is Kind.REVIEW
        return judge(self.gate, self.findings, self.score, self.known | self.waived.checks, is_review=is_review)

    @property
    def broken(self) -> tuple[Finding, ...]:
        """The checks that broke on this review."""
        return tuple(finding for finding in self.findings if finding.broke)

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
        return ", ".join(names) or self.words(report.title) or Path(report.path).stem

    def quote(self, span: Span) -> str:
        """The words that a span covers, as they may be shown: what identifies a family is masked."""
        if not self.quotes:
            return ""
        text = self.document.quote(span)
        for found in reversed(self._masked.get(span.block, ())):
            start, end = found.start - span.start, found.end - span.start
            if start < len(text) and end > 0:
                text = text[: max(start, 0)] + MASK + text[min(end, len(text)) :]
        return text

    def shown(self, text: str) -> str:
        """A name or another fact as it may be shown."""
        for words in self._masked_words:
            text = text.replace(words, MASK)
        return text

    def words(self, text: str) -> str:
        """Any other words of the report (a recommendation, a heading) as they may be shown."""
        return self.shown(text) if self.quotes else ""

    def heading(self, section: Section) -> str:
        """The heading of a section; where the report is not quoted, what the section is for."""
        return self.words(section.title) if self.quotes or not section.title else section.kind.value

    def message(self, result: Result) -> str:
        """What a check says, as it may be shown."""
        return self.shown(result.message if self.quotes else result.unquoted)

    @cached_property
    def _masked(self) -> dict[int, list[Span]]:
        """What is masked, by the block that it stands in."""
        spans: dict[int, list[Span]] = {}
        for found in self.review.identifiers:
            if found.masked:
                spans.setdefault(found.span.block, []).append(found.span)
        return spans

    @cached_property
    def _masked_words(self) -> tuple[str, ...]:
        """The same as words, the longest first: a surname is masked with the first name before it."""
        words = {self.document.quote(span) for spans in self._masked.values() for span in spans}
        return tuple(sorted(words, key=lambda text: (-len(text), text)))


def audit(
    report: str | Path, annexes: Iterable[str | Path] = (),
    *, roles: Mapping[Path, str] | None = None, settings: Settings | None = None, beside: bool = False,
) -> Audit:  # fmt: skip
    """Audit one report with its annexes.

    `roles` says what an annex is ('timeline'), where its name and its words need not tell. Without `settings` the defaults hold; `settings_for(report)` gives those of the configuration that is in force for it.
    `beside` lets a second process of this machine find a part of the facts of a long report (on Linux, where this process has one thread).
    Raises UnreadableError where a file cannot be read and ConfigurationError where a setting is wrong.
    """
    settings = settings or Settings()
    told = roles or {}
    paths = [Path(report), *(Path(annex) for annex in annexes)]
    sources = [opened(path, settings, told.get(path)) for path in paths]
    return examine(read_sources(sources, lambda: _make_ready(settings)), settings, beside=beside)


def opened(path: Path, settings: Settings, role: str | None = None) -> Source:
    """A file to be read as the settings ask. Raises UnreadableError where it cannot be opened."""
    source = source_of(path, settings.revisions, limits=settings.reading, ocr=settings.ocr)
    return replace(source, role=role)


def examine(document: Document, settings: Settings, *, beside: bool = False) -> Audit:
    """Audit a document that has been read. Raises ConfigurationError where a setting is wrong.

    `beside`: a second process may find a part of the facts.
    """
    checks = checks_of(settings)
    written = (*settings.waiver, *inline.waivers_in(document))
    _refuse_unknown(written, settings)
    review = Review(document, choosing.named(settings).limits, settings.local)
    profile, reason = choosing.chosen(settings, review)
    if profile.limits != review.limits:
        review = Review(document, profile.limits, settings.local)
    if beside:
        find_beside(review)
    findings = engine.run(review, checks, profile)
    kind = review.kind
    withheld = None if kind.kind is Kind.REVIEW else f"This does not look like a practice review. {kind.reason}"
    report = Path(document.parts[0].path)
    waived = waivers.apply(written, findings, report)
    return Audit(
        review=review,
        profile=profile,
        findings=findings,
        score=score.of(findings, profile, document.share, withheld),
        profile_reason=reason,
        gate=settings.gate,
        waived=waived,
        known=baseline.read(settings.baseline).findings(review, findings) if settings.baseline else frozenset(),
    )


def _make_ready(settings: Settings) -> None:
    """Load what the first audit of a process would load on its way."""
    checks_of(settings)
    loading_facts.load_all()


def checks_of(settings: Settings) -> tuple[Check, ...]:
    """The checks that the settings choose. Raises ConfigurationError where a plug-in fails or a word names no check."""
    return selection.chosen(_loaded(settings.checks), settings.select, settings.ignore)


def _refuse_unknown(written: Iterable[Waiver], settings: Settings) -> None:
    """Refuse a waiver that names no check: it would waive nothing, and nobody would know."""
    known = {check.id for check in _loaded(settings.checks)}
    for waiver in written:
        if waiver.check not in known:
            hint = did_you_mean(waiver.check, known)
            raise ConfigurationError(f"A waiver in {waiver.origin} names no check: '{waiver.check}'.{hint}")


@cache
def _loaded(folders: tuple[Path, ...]) -> tuple[Check, ...]:
    """The checks of the plug-ins, which do not change while the program runs."""
    return loading.load(folders)
