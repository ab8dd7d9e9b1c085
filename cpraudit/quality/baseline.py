"""A baseline: what is known to lack in a set of reports, so that only what is new fails. It holds hashes and ids, no words.

A finding is known by its check, its status and the words that its verdict rests on, wherever they now stand. A report is known
again by its sentences, so that it may be edited and given another name; where too few are left, by its name.

Every hash is keyed with a random salt that is made with the baseline. The same sentence has other hashes in another baseline,
and no list of hashes made beforehand tells what was hashed.
"""

from __future__ import annotations

import heapq
import hmac
import json
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cpraudit.errors import ConfigurationError, CprauditError
from cpraudit.facts import Review
from cpraudit.quality.engine import Finding
from cpraudit.quality.waivers import LACKING

SCHEMA = "cpraudit-baseline/2"

SKETCH = 64
"""Hashes that are kept of a report's sentences: the least, so that two reports keep the same of what they share."""
SHORTEST = 8
"""Words of the shortest sentence that is hashed: a shorter one could be guessed, and is found in other reports, too."""
ALIKE = 0.3
"""Share of sentences from which two drafts are of one report; two reports of one board share a twentieth at the most."""


@dataclass(frozen=True, slots=True)
class Known:
    """One report as it was."""

    name: str
    """Hash of its file's name."""
    sentences: frozenset[str]
    findings: dict[str, str]
    """What lacked: the hash of each finding with the id of its check."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """What was known of some reports."""

    salt: bytes
    reports: tuple[Known, ...]

    def findings(self, review: Review, findings: Iterable[Finding]) -> frozenset[str]:
        """Ids of the checks whose findings were known of this report."""
        now = _known(self.salt, review, findings)
        before = self._report(now)
        return frozenset(check for key, check in now.findings.items() if before and key in before.findings)

    def _report(self, now: Known) -> Known | None:
        likest = max(self.reports, key=lambda report: _likeness(report.sentences, now.sentences), default=None)
        if likest and _likeness(likest.sentences, now.sentences) >= ALIKE:
            return likest
        return next((report for report in self.reports if report.name == now.name), None)


def read(path: Path) -> Baseline:
    """A baseline. Raises ConfigurationError where there is none or it is none of ours."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ConfigurationError(
            f"There is no baseline '{path}'. Make one of what is known today: --write-baseline \"{path}\""
        ) from None
    except (OSError, ValueError) as error:
        raise ConfigurationError(f"The baseline '{path}' could not be read: {error}.") from error
    baseline = _as_baseline(told)
    if baseline is None:
        raise ConfigurationError(f"'{path}' is not a baseline of this version. Make one with --write-baseline.")
    return baseline


def write(path: Path, audited: Iterable[tuple[Review, Iterable[Finding]]]) -> None:
    """Write down what lacks today. Raises CprauditError where the file cannot be written."""
    salt = _salt(path)
    reports = sorted((_known(salt, review, findings) for review, findings in audited), key=lambda report: report.name)
    told = {
        "schema": SCHEMA,
        "salt": salt.hex(),
        "reports": [
            {
                "name": report.name,
                "sentences": sorted(report.sentences),
                "known": {key: check for check, key in sorted((c, k) for k, c in report.findings.items())},
            }
            for report in reports
        ],
    }
    try:
        path.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise CprauditError(f"'{path}' could not be written: {error.strerror}. Check the folder.") from error


def _salt(path: Path) -> bytes:
    """That of the baseline that is written anew, so that what has not changed stays as it is; else a new one."""
    try:
        return read(path).salt
    except ConfigurationError:
        return secrets.token_bytes(32)


def _as_baseline(told: Any) -> Baseline | None:
    """What a file holds; None where it has another form."""
    try:
        if told["schema"] != SCHEMA:
            return None
        reports = tuple(
            Known(str(one["name"]), frozenset(map(str, one["sentences"])), dict(one["known"]))
            for one in told["reports"]
        )
        return Baseline(bytes.fromhex(told["salt"]), reports)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _known(salt: bytes, review: Review, findings: Iterable[Finding]) -> Known:
    document = review.document
    sentences = {plain for one in review.prose.sentences if len((plain := _plain(one.text)).split()) >= SHORTEST}
    found = {}
    for finding in findings:
        if finding.result.status in LACKING:
            words = " ".join(_plain(document.quote(span)) for span in finding.result.evidence)
            found[_hash(salt, "finding", finding.check.id, finding.result.status, words)] = finding.check.id
    return Known(
        name=_hash(salt, "name", Path(document.parts[0].path).name.casefold()),
        sentences=frozenset(heapq.nsmallest(SKETCH, (_hash(salt, "sentence", words) for words in sentences))),
        findings=found,
    )


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of sentences that two reports have in common, as the least hashes of both tell it."""
    least = heapq.nsmallest(SKETCH, one | other)
    return len(one & other & set(least)) / len(least) if least else 0.0


def _hash(salt: bytes, *parts: str) -> str:
    return hmac.digest(salt, "\n".join(parts).encode(), "sha256").hex()[:32]


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()
