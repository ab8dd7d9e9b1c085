"""SARIF 2.1.0, which code-scanning services read: a rule a check, a result a problem, places in words."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import cpraudit
from cpraudit.reports.problems import Problem, problems

if TYPE_CHECKING:
    from cpraudit.auditing import Audit
    from cpraudit.quality.checks import Check

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT = "checkAndReport/v1"


def as_sarif(audits: Sequence[Audit], *, quotes: bool = True) -> str:
    """One run over all the audits. `quotes` False leaves the reports' words out of messages."""
    found = list(problems([audit.quoting(quotes) for audit in audits]))
    checks = {problem.finding.check.id: problem.finding.check for problem in found}
    places = {check_id: index for index, check_id in enumerate(checks)}
    run = {
        "tool": {"driver": {"name": "cpraudit", "version": cpraudit.__version__, "rules": [_rule(c) for c in checks.values()]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, places) for problem in found],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(check: Check) -> dict[str, Any]:
    return {
        "id": check.id,
        "name": check.title,
        "shortDescription": {"text": check.title},
        "fullDescription": {"text": f"{check.asks} {check.why}"},
        "help": {"text": f"{check.remedy} Source: {check.source}."},
        "properties": {"domain": check.domain.value, "tier": check.tier.value},
    }


def _result(problem: Problem, places: dict[str, int]) -> dict[str, Any]:
    check_id = problem.finding.check.id
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(problem.path)}}
    if problem.line is not None:
        place["region"] = {"startLine": problem.line}
    location: dict[str, Any] = {"physicalLocation": place}
    if problem.places:  # Word and PDF files have no lines: where a passage stands is told in words
        location["logicalLocations"] = [{"fullyQualifiedName": words} for words in problem.places]
    result: dict[str, Any] = {
        "ruleId": check_id,
        "ruleIndex": places[check_id],
        "level": problem.level.value,
        "message": {"text": problem.message},
        "locations": [location],
        "partialFingerprints": {FINGERPRINT: problem.fingerprint},
        "properties": {
            "status": problem.finding.result.status.value,
            "confidence": problem.finding.result.confidence.value,
        },
    }
    if problem.waiver:
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": problem.waiver.reason}]
    elif problem.known:
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": "Known: it stands in the baseline."}]
    return result
