"""JUnit XML, which build servers read: a suite a report, a case a check."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from cpraudit.quality.results import Status
from cpraudit.reports.places import place
from cpraudit.reports.problems import relative

if TYPE_CHECKING:
    from cpraudit.auditing import Audit
    from cpraudit.quality.engine import Finding

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_junit(audits: Sequence[Audit], *, quotes: bool = True) -> str:
    """One suite a report. What is missing is a failure unless it is waived or known; what cannot be told or does not apply is skipped."""
    suites = ET.Element("testsuites", name="cpraudit")
    for audit in audits:
        _suite(suites, audit.quoting(quotes))
    ET.indent(suites)
    return ET.tostring(suites, encoding="unicode", xml_declaration=True)


def _suite(suites: ET.Element, audit: Audit) -> None:
    path = relative(audit.document.parts[0].path)
    suite = ET.SubElement(suites, "testsuite", name=path)
    failures = skipped = 0
    for finding in audit.findings:
        case = ET.SubElement(suite, "testcase", classname=f"cpraudit.{finding.check.domain.value}", name=finding.check.id)
        message = _text(audit.message(finding.result))
        waiver = audit.waived.waiver(finding.check.id)
        known = finding.check.id in audit.known
        if waiver or known or finding.result.status in (Status.CANNOT_TELL, Status.NOT_APPLICABLE):
            why = f"waived: {waiver.reason}" if waiver else f"known: {message}" if known else message
            ET.SubElement(case, "skipped", message=_text(why))
            skipped += 1
        elif finding.result.status is Status.MISSING:
            failure = ET.SubElement(case, "failure", type=finding.check.tier.value, message=message)
            failure.text = _text(_told(audit, finding))
            failures += 1
        elif finding.result.status is Status.PARTIAL:
            ET.SubElement(case, "system-out").text = _text(f"partial: {message} {_told(audit, finding)}")
    suite.attrib |= {"tests": str(len(audit.findings)), "failures": str(failures), "errors": "0", "skipped": str(skipped)}


def _told(audit: Audit, finding: Finding) -> str:
    where = "; ".join(place(audit, span) for span in finding.result.evidence[:3])
    return f"{finding.check.remedy} Source: {finding.check.source}." + (f" Found at: {where}." if where else "")


def _text(text: str) -> str:
    """Without what XML cannot hold."""
    return _NO_XML.sub("\ufffd", text)
