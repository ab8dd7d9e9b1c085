"""A baseline: what is known to lack in a set of reports, so that only what is new fails. It holds hashes and ids, no words."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from pathlib import Path

from cpraudit.document import Document
from cpraudit.errors import ConfigurationError, CprauditError
from cpraudit.quality.engine import Finding
from cpraudit.quality.waivers import LACKING

SCHEMA = "cpraudit-baseline/1"


def fingerprint(document: Document, finding: Finding) -> str:
    """A hash of the check, its status, the report's name and the words that the verdict rests on.

    It does not change with their place or their white space, so that it survives edits elsewhere in the report.
    """
    words = " ".join(_plain(document.quote(span)) for span in finding.result.evidence)
    told = "\n".join([finding.check.id, finding.result.status, Path(document.parts[0].path).name, words])
    return hashlib.sha256(told.encode()).hexdigest()


def read(path: Path) -> frozenset[str]:
    """The fingerprints of a baseline. Raises ConfigurationError where there is none or it is none of ours."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ConfigurationError(
            f"There is no baseline '{path}'. Make one of what is known today: --write-baseline \"{path}\""
        ) from None
    except (OSError, ValueError) as error:
        raise ConfigurationError(f"The baseline '{path}' could not be read: {error}.") from error
    if not isinstance(told, dict) or told.get("schema") != SCHEMA or not isinstance(told.get("known"), dict):
        raise ConfigurationError(f"'{path}' is not a baseline of cpraudit. Make one with --write-baseline.")
    return frozenset(told["known"])


def known(baseline: frozenset[str], document: Document, findings: Iterable[Finding]) -> frozenset[str]:
    """Ids of the checks whose findings stand in the baseline."""
    return frozenset(f.check.id for f in findings if f.result.status in LACKING and fingerprint(document, f) in baseline)


def write(path: Path, audited: Iterable[tuple[Document, Iterable[Finding]]]) -> None:
    """Write down what lacks today. Raises CprauditError where the file cannot be written."""
    found = {fingerprint(d, f): f.check.id for d, findings in audited for f in findings if f.result.status in LACKING}
    try:
        path.write_text(json.dumps({"schema": SCHEMA, "known": dict(sorted(found.items()))}, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise CprauditError(f"'{path}' could not be written: {error.strerror}. Check the folder.") from error


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()
