"""What every report for people shows, in words and in order; the reports themselves only lay it out.

Templates get these values and decide nothing: what is worst, what is said of it and where it stands is settled here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from cpraudit.document.template import blocks_found
from cpraudit.facts.case.kind import Kind
from cpraudit.facts.family.family_members import Response
from cpraudit.facts.found import Confidence
from cpraudit.facts.recommendations.recommendations import Recommendation
from cpraudit.quality.checks import Domain, Tier
from cpraudit.quality.engine import Finding
from cpraudit.quality.results import Status
from cpraudit.quality.score import CREDIT
from cpraudit.reports import wording
from cpraudit.reports.facts import agencies_of
from cpraudit.reports.milestones import absent, lengths, milestones
from cpraudit.reports.places import passages, place, section_place, section_title
from cpraudit.reports.timeline import draw
from cpraudit.reports.views import Advice, Agency, BlockShown, DomainShown, Relative, Shown, Verdict
from cpraudit.reports.wording import clean, counted, listed

if TYPE_CHECKING:
    from cpraudit.auditing import Audit

FIRST_THINGS = 5
"""How many of the things most worth mending are told first."""

PASSAGES_TO_MEND, PASSAGES_SETTLED = 4, 2
"""Passages shown for a verdict that asks for work, and for one that does not; the JSON has them all."""

TO_MEND = (Status.MISSING, Status.PARTIAL, Status.CANNOT_TELL)
SETTLED = (Status.EXCUSED, Status.MET)

ANSWERS = {
    Response.TOOK_PART: "took part",
    Response.DECLINED: "declined",
    Response.NO_RESPONSE: "did not reply",
    Response.NOT_APPROACHED: "was not approached",
    Response.UNKNOWN: "not told",
}


def present(audits: Sequence[Audit], *, quotes: bool) -> tuple[Shown, ...]:
    """The audits as they are shown, identifying words masked; `quotes` False leaves every quotation out."""
    return tuple(
        _shown(audit.quoting(quotes), f"r{n}-" if len(audits) > 1 else "") for n, audit in enumerate(audits, 1)
    )


def _shown(audit: Audit, prefix: str) -> Shown:
    verdicts = {finding.check.id: _verdict(audit, finding) for finding in audit.findings}
    score, dates, spans = audit.score, milestones(audit), lengths(audit)
    return Shown(
        prefix=prefix,
        title=_shown_text(audit, audit.title),
        facts=_facts(audit),
        notices=tuple(_notices(audit)),
        profile=audit.profile.title,
        score="" if score.overall is None else wording.number(score.overall),
        withheld="" if score.overall is not None else score.withheld or "Nothing could be scored.",
        counts=tuple((status, score.counts[status]) for status in wording.COUNTED),
        accepted=tuple(_all_accepted(audit)),
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
        advice=tuple(_advice(audit, told) for told in audit.review.recommendations.value),
        agencies=_agencies(audit),
        relatives=_relatives(audit),
        files=tuple((PurePath(part.path).name, part.role, part.sha256) for part in audit.document.parts),
    )


def _shown_text(audit: Audit, text: str) -> str:
    return clean(audit.shown(text))


def most_worth_mending(audit: Audit) -> tuple[Finding, ...]:
    """The findings that cost the score most, the surer first, after those that call for caution; what is not scored is left out."""
    sure = list(Confidence)

    def loss(finding: Finding) -> float:
        return audit.profile.weight(finding.check.tier) * (1 - CREDIT.get(finding.result.status, 1))

    costly = [finding for finding in audit.findings if loss(finding) > 0]
    return tuple(
        sorted(costly, key=lambda f: (not _is_cautioned(audit, f), -loss(f), sure.index(f.result.confidence)))[
            :FIRST_THINGS
        ]
    )


def _is_cautioned(audit: Audit, finding: Finding) -> bool:
    missing = finding.result.status is Status.MISSING and finding.check.id not in audit.waived.checks
    return missing and bool(finding.check.caution)


def _verdict(audit: Audit, finding: Finding) -> Verdict:
    check, result = finding.check, finding.result
    most = PASSAGES_TO_MEND if result.status in TO_MEND else PASSAGES_SETTLED
    shown, more = passages(audit, result.evidence, most)
    return Verdict(
        id=check.id,
        title=check.title,
        status=result.status,
        word=wording.status_word(check, result),
        symbol=wording.SYMBOL[result.status],
        tier=wording.TIER[check.tier],
        scored=check.tier in audit.profile.scored,
        message=clean(audit.message(result)),
        passages=shown,
        more=more,
        remedy=check.remedy if result.status in TO_MEND else "",
        accepted=_accepted(audit, finding),
        sureness=_sureness(finding),
        source=check.source,
    )


def _accepted(audit: Audit, finding: Finding) -> str:
    waiver = audit.waived.waiver(finding.check.id)
    if waiver is not None:
        by = ", ".join(filter(None, (waiver.owner, f"until {waiver.expires}" if waiver.expires else "")))
        return clean(f"Waived: {waiver.reason}{f' ({by})' if by else ''}")
    return "Known from the baseline." if finding.check.id in audit.known else ""


def _all_accepted(audit: Audit) -> Iterator[str]:
    """How many are waived and known, and which waivers no longer do anything."""
    for what, ids in (("waived", audit.waived.checks), ("known from the baseline", audit.known)):
        titles = [finding.check.title for finding in audit.findings if finding.check.id in ids]
        if titles:
            yield f"{counted(len(titles), 'finding')} {what}, which the score counts all the same: {'; '.join(titles)}."
    yield from map(clean, audit.waived.remarks)


def _sureness(finding: Finding) -> str:
    if finding.result.status in (Status.CANNOT_TELL, Status.NOT_APPLICABLE):
        return ""
    return wording.JUDGEMENT if finding.needs_judgement else wording.SURENESS[finding.result.confidence]


def _facts(audit: Audit) -> tuple[tuple[str, str], ...]:
    identity, document = audit.review.identity, audit.document
    report, *annexes = document.parts
    kind = clean(identity.type.value) if identity.type else ""
    rows = [
        ("Safeguarding board", _shown_text(audit, identity.board.value) if identity.board else "not found"),
        ("Type of review", f"{kind}{'' if identity.type_declared else ' (inferred)'}" if kind else "not found"),
        ("Case", _shown_text(audit, identity.case_id.value) if identity.case_id else "no identifier found"),
        ("Report", clean(PurePath(report.path).name)),
    ]
    if annexes:
        rows.append(("Annexes", listed(clean(PurePath(annex.path).name) for annex in annexes)))
    pages = f"{counted(report.pages, 'page')}, " if report.pages else ""
    rows += [
        ("Length", f"{pages}{counted(document.words, 'word')}{', annexes included' if annexes else ''}"),
        ("Measured against", _measure(audit)),
    ]
    return tuple(rows)


def _measure(audit: Audit) -> str:
    told = f"{audit.profile.title} ({audit.profile.id})"
    return f"{told}, chosen {audit.profile_reason}" if audit.profile_reason else told


def _notices(audit: Audit) -> Iterator[str]:
    """What a reader must know before anything else."""
    for finding in audit.findings:
        if _is_cautioned(audit, finding):
            yield f"{finding.check.caution} See ‘{finding.check.title}’."
    found = audit.review.kind
    if found.kind is not Kind.REVIEW:
        reason = _shown_text(audit, found.reason)
        yield f"This does not look like a practice review, but like: {found.kind}. {reason}".strip()


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
            rows.append(BlockShown(block.title, False, "", ""))
            continue
        title = section_title(audit, block.section)
        where = ", ".join(
            filter(
                None, ((f"“{title}”" if audit.quotes else title) if title else "", section_place(audit, block.section))
            )
        )
        rows.append(BlockShown(block.title, True, where, "" if block.in_order else "not where the template has it"))
    return tuple(rows)


def _advice(audit: Audit, told: Recommendation) -> Advice:
    actionable = "yes" if told.actionable else "not clearly: name the act and what will show that it is done"
    return Advice(
        id=clean(told.id),
        text=clean(audit.words(told.text)),
        place="; ".join(
            filter(None, (place(audit, told.span), f"much like no. {clean(told.like)}" if told.like else ""))
        ),
        owners=_shown_text(audit, listed(told.owners)) or "nobody named",
        timing=(clean(audit.words(told.timing)) or "given") if told.timing else "not given",
        level=told.level.value if told.level else "not said",
        kind=told.kind.value if told.kind else "not said",
        actionable=f"{actionable}; training or reminders only" if told.training_only else actionable,
    )


def _agencies(audit: Audit) -> tuple[Agency, ...]:
    shown = [
        Agency(
            name=_shown_text(audit, row["name"]),
            service=row["service"],
            mentions=row["mentions"],
            on_panel="yes" if row["on_panel"] else "not found",
            contributed=_shown_text(audit, row["form"] or "yes") if row["contributed"] else "not found",
        )
        for row in agencies_of(audit.review)
    ]
    return tuple(sorted(shown, key=lambda agency: (-agency.mentions, agency.name)))


def _relatives(audit: Audit) -> tuple[Relative, ...]:
    rows = []
    for member in audit.review.family.members:
        spans = (*member.answered, *member.approached)
        where = place(audit, spans[0]) if spans else ""
        rows.append(Relative(_shown_text(audit, member.relation), ANSWERS[member.response], where))
    return tuple(rows)
