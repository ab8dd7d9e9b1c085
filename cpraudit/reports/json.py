"""The audit as JSON: the contract with other programs, versioned as `cpraudit/1`.

A field is never renamed or given another meaning within a version.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import cpraudit
from cpraudit.document import Span
from cpraudit.reports.facts import facts_of
from cpraudit.reports.places import section_path

if TYPE_CHECKING:
    from cpraudit.auditing import Audit

SCHEMA = "cpraudit/1"


def as_json(audits: Sequence[Audit], *, quotes: bool = True) -> str:
    """One object for one report; `{"schema", "audits": [...]}` for several. `quotes` False leaves quotations out."""
    objects = [as_object(audit, quotes=quotes) for audit in audits]
    whole = objects[0] if len(objects) == 1 else {"schema": SCHEMA, "audits": objects}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def as_object(audit: Audit, *, quotes: bool = True) -> dict[str, Any]:
    """One audit as plain values."""
    audit = audit.quoting(quotes)
    return {
        "schema": SCHEMA,
        "tool": {"name": "cpraudit", "version": cpraudit.__version__},
        "document": _document(audit),
        "profile": audit.profile.id,
        "profile_reason": audit.profile_reason or None,
        "review": facts_of(audit),
        "results": [
            {
                "check": finding.check.id,
                "title": finding.check.title,
                "domain": finding.check.domain,
                "tier": finding.check.tier,
                "status": finding.result.status,
                "confidence": finding.result.confidence,
                "needs_judgement": finding.needs_judgement,
                "message": audit.message(finding.result),
                "evidence": [_evidence(audit, span) for span in finding.result.evidence],
                "remedy": finding.check.remedy,
                "source": finding.check.source,
            }
            for finding in audit.findings
        ],
        "score": _score(audit),
        "known": sorted(audit.known),
        "waived": [
            {
                "check": waiver.check,
                "reason": waiver.reason,
                "owner": waiver.owner or None,
                "expires": waiver.expires.isoformat() if waiver.expires else None,
            }
            for _, waiver in audit.waived.held
        ],
    }


def _document(audit: Audit) -> dict[str, Any]:
    report, *annexes = audit.document.parts
    return {
        "path": report.path,
        "sha256": report.sha256,
        "format": report.format,
        "kind": audit.review.kind.kind,
        "kind_reason": audit.review.kind.reason,
        "title": audit.title,
        "language": "en",
        "pages": report.pages,
        "words": audit.document.words,
        "annexes": [{"path": annex.path, "role": annex.role} for annex in annexes],
        "reading": {
            "share": report.reading.share,
            "notes": [note for part in audit.document.parts for note in part.reading.notes],
        },
    }


def _evidence(audit: Audit, span: Span) -> dict[str, Any]:
    block = audit.document.blocks[span.block]
    return {
        "quote": audit.quote(span),
        "section": section_path(audit, span),
        "page": block.page,
        "paragraph": block.paragraph,
        "start": span.start,
        "end": span.end,
        "document": audit.document.parts[block.part].path,
    }


def _score(audit: Audit) -> dict[str, Any]:
    score = audit.score
    return {
        "overall": score.overall,
        "withheld": score.withheld,
        "domains": dict(score.domains),
        "counts": dict(score.counts),
        "statutory_missing": list(score.statutory_missing),
        "statutory_undecided": list(score.statutory_undecided),
    }
