"""What every report for people shows, in words and in order; the reports themselves only lay it out.

Templates get these values and decide nothing: what is worst, what is said of it and where it stands is settled here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from cpraudit.document.template import blocks_found
from cpraudit.facts.family import Response
from cpraudit.facts.found import Confidence
from cpraudit.facts.recommendations import Recommendation
from cpraudit.quality.checks import Domain, Tier
from cpraudit.quality.engine import Finding
from cpraudit.quality.results import Status
from cpraudit.quality.score import CREDIT
from cpraudit.reports import wording
from cpraudit.reports.facts import agencies_of
from cpraudit.reports.milestones import Length, Milestone, absent, lengths, milestones
from cpraudit.reports.places import Passage, passages, place, section_place, section_title
from cpraudit.reports.timeline import Timeline, draw
from cpraudit.reports.wording import clean, counted, listed

if TYPE_CHECKING:
    from cpraudit.audit import Audit

FIRST_THINGS = 5
"""How many of the things most worth mending are told first."""

TO_MEND = (Status.MISSING, Status.PARTIAL, Status.CANNOT_TELL)
SETTLED = (Status.EXCUSED, Status.MET)

ANSWERS = {
    Response.TOOK_PART: "took part",
    Response.DECLINED: "declined",
    Response.NO_RESPONSE: "did not reply",
    Response.NOT_APPROACHED: "was not approached",
    Response.UNKNOWN: "not told",
}


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
    profile: str
    score: str
    """'71.5', or empty where it is withheld."""
    withheld: str
    counts: tuple[tuple[Status, int], ...]
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


def present(audits: Sequence[Audit], *, quotes: bool) -> tuple[Shown, ...]:
    """The audits as they are shown; `quotes` False leaves every quotation from the reports out."""
    return tuple(_shown(audit, f"r{n}-" if len(audits) > 1 else "", quotes) for n, audit in enumerate(audits, 1))


def _shown(audit: Audit, prefix: str, quotes: bool) -> Shown:
    verdicts = {finding.check.id: _verdict(audit, finding, quotes) for finding in audit.findings}
    score, dates, spans = audit.score, milestones(audit), lengths(audit)
    return Shown(
        prefix=prefix,
        title=clean(audit.title),
        facts=_facts(audit),
        profile=audit.profile.title,
        score="" if score.overall is None else wording.number(score.overall),
        withheld="" if score.overall is not None else score.withheld or "Nothing could be scored.",
        counts=tuple((status, score.counts[status]) for status in wording.COUNTED),
        read=f"{audit.document.share:.0%} of the report could be read",
        notes=tuple(clean(note) for part in audit.document.parts for note in part.reading.notes),
        statutory=tuple(verdicts[id_] for id_ in (*score.statutory_missing, *score.statutory_undecided)),
        first=tuple(verdicts[finding.check.id] for finding in most_worth_mending(audit)),
        blocks=_blocks(audit),
        timeline=draw(dates, spans),
        milestones=dates,
        absent=absent(dates),
        lengths=spans,
        domains=tuple(_domain(audit, domain, verdicts) for domain in Domain if _within(audit, domain)),
        advice=tuple(_advice(audit, told, quotes) for told in audit.review.recommendations.value),
        agencies=_agencies(agencies_of(audit.review)),
        relatives=_relatives(audit),
        files=tuple((PurePath(part.path).name, part.role, part.sha256) for part in audit.document.parts),
    )


def most_worth_mending(audit: Audit) -> tuple[Finding, ...]:
    """The findings that cost the score most, the surer first; what is not scored is left out."""
    sure = list(Confidence)

    def loss(finding: Finding) -> float:
        return audit.profile.weight(finding.check.tier) * (1 - CREDIT.get(finding.result.status, 1))

    costly = [finding for finding in audit.findings if loss(finding) > 0]
    return tuple(sorted(costly, key=lambda f: (-loss(f), sure.index(f.result.confidence)))[:FIRST_THINGS])


def _verdict(audit: Audit, finding: Finding, quotes: bool) -> Verdict:
    check, result = finding.check, finding.result
    shown, more = passages(audit, result.evidence, quotes=quotes)
    return Verdict(
        id=check.id,
        title=check.title,
        status=result.status,
        word=wording.status_word(check, result),
        symbol=wording.SYMBOL[result.status],
        tier=wording.TIER[check.tier],
        scored=check.tier in audit.profile.scored,
        message=clean(result.message),
        passages=shown,
        more=more,
        remedy=check.remedy if result.status in TO_MEND else "",
        sureness=wording.SURENESS[result.confidence],
        source=check.source,
    )


def _facts(audit: Audit) -> tuple[tuple[str, str], ...]:
    identity, document = audit.review.identity, audit.document
    report, *annexes = document.parts
    kind = clean(identity.type.value) if identity.type else ""
    rows = [
        ("Safeguarding board", clean(identity.board.value) if identity.board else "not found"),
        ("Type of review", f"{kind}{'' if identity.type_declared else ' (inferred)'}" if kind else "not found"),
        ("Case", clean(identity.case_id.value) if identity.case_id else "no identifier found"),
        ("Report", clean(PurePath(report.path).name)),
    ]
    if annexes:
        rows.append(("Annexes", listed(clean(PurePath(annex.path).name) for annex in annexes)))
    pages = f"{counted(report.pages, 'page')}, " if report.pages else ""
    rows += [
        ("Length", f"{pages}{counted(document.words, 'word')}{', annexes included' if annexes else ''}"),
        ("Measured against", f"{audit.profile.title} ({audit.profile.id})"),
    ]
    return tuple(rows)


def _within(audit: Audit, domain: Domain) -> list[Finding]:
    return [finding for finding in audit.findings if finding.check.domain is domain]


def _domain(audit: Audit, domain: Domain, verdicts: dict[str, Verdict]) -> DomainShown:
    findings = _within(audit, domain)
    score = audit.score.domains.get(domain)
    return DomainShown(
        id=domain.value,
        title=wording.DOMAIN[domain],
        score="" if score is None else wording.number(score),
        counts={status: sum(f.result.status is status for f in findings) for status in wording.COUNTED},
        to_mend=_worst_first(findings, verdicts, TO_MEND),
        settled=_worst_first(findings, verdicts, SETTLED),
        outside=_worst_first(findings, verdicts, (Status.NOT_APPLICABLE,)),
    )


def _worst_first(
    findings: Iterable[Finding], verdicts: dict[str, Verdict], statuses: Sequence[Status]
) -> tuple[Verdict, ...]:
    """Those of these statuses, in the order of the statuses, the more binding tier first."""
    tiers = list(Tier)
    chosen = [finding for finding in findings if finding.result.status in statuses]
    chosen.sort(key=lambda f: (statuses.index(f.result.status), tiers.index(f.check.tier)))
    return tuple(verdicts[finding.check.id] for finding in chosen)


def _blocks(audit: Audit) -> tuple[BlockShown, ...]:
    rows = []
    for block in blocks_found(audit.review.outline):
        if block.section is None:
            rows.append(BlockShown(block.title, False, "", "not found in the report"))
            continue
        title = section_title(audit, block.section)
        where = ", ".join(filter(None, (f"“{title}”" if title else "", section_place(audit, block.section))))
        rows.append(BlockShown(block.title, True, where, "" if block.in_order else "not where the template has it"))
    return tuple(rows)


def _advice(audit: Audit, told: Recommendation, quotes: bool) -> Advice:
    masked = audit.quote(told.span)
    text = told.text if masked == audit.document.quote(told.span) else masked
    actionable = "yes" if told.actionable else "not clearly: name the act and what will show that it is done"
    return Advice(
        id=clean(told.id),
        text=clean(text) if quotes else "",
        place=place(audit, told.span),
        owners=clean(listed(told.owners)) or "nobody named",
        timing=(clean(told.timing) if quotes else "given") if told.timing else "not given",
        level=told.level.value if told.level else "not said",
        kind=told.kind.value if told.kind else "not said",
        actionable=f"{actionable}; training or reminders only" if told.training_only else actionable,
    )


def _agencies(rows: Iterable[dict[str, Any]]) -> tuple[Agency, ...]:
    shown = [
        Agency(
            name=clean(row["name"]),
            service=clean(row["service"]),
            mentions=row["mentions"],
            on_panel="yes" if row["on_panel"] else "not found",
            contributed=clean(row["form"] or "yes") if row["contributed"] else "not found",
        )
        for row in rows
    ]
    return tuple(sorted(shown, key=lambda agency: (-agency.mentions, agency.name)))


def _relatives(audit: Audit) -> tuple[Relative, ...]:
    rows = []
    for member in audit.review.family.members:
        where = (*member.answered, *member.approached)
        rows.append(Relative(clean(member.relation), ANSWERS[member.response], place(audit, where[0]) if where else ""))
    return tuple(rows)
