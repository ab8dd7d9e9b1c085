"""The rules of other programs' formats, as far as what is written here can break them.

SARIF: the JSON Schema of OASIS, version 2.1.0, with the properties of every object that is used. GitLab: its documentation of code
quality reports. JUnit: the schema of the Jenkins xUnit plug-in. GitHub: workflow commands as the runner parses them.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree as ET


def _object(required: str = "", **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": required.split(),
        "properties": properties,
        "additionalProperties": False,
    }


def _list(of: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": of, **more}


_TEXT = {"type": "string"}
_MESSAGE = _object("text", text={"type": "string", "minLength": 1})
_BAG = {"type": "object"}
_RULE = _object(
    "id", id=_TEXT, name=_TEXT, shortDescription=_MESSAGE, fullDescription=_MESSAGE, help=_MESSAGE, properties=_BAG
)
_LOCATION = _object(
    physicalLocation=_object(
        "artifactLocation",
        artifactLocation=_object(uri={"type": "string", "pattern": r"^[A-Za-z0-9._~%!$&'()*+,;=:@/-]+$"}),
        region=_object("startLine", startLine={"type": "integer", "minimum": 1}),
    ),
    logicalLocations=_list(_object(fullyQualifiedName=_TEXT), uniqueItems=True),
)
_RESULT = _object(
    "message",
    ruleId=_TEXT,
    ruleIndex={"type": "integer", "minimum": 0},
    level={"enum": ["none", "note", "warning", "error"]},
    message=_MESSAGE,
    locations=_list(_LOCATION),
    partialFingerprints={"type": "object", "additionalProperties": _TEXT},
    suppressions=_list(
        _object(
            "kind",
            kind={"enum": ["inSource", "external"]},
            status={"enum": ["accepted", "underReview", "rejected"]},
            justification=_TEXT,
        ),
        uniqueItems=True,
    ),
    properties=_BAG,
)
SARIF: dict[str, Any] = _object(
    "version runs",
    **{
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": _list(
            _object(
                "tool",
                tool=_object(
                    "driver", driver=_object("name", name=_TEXT, version=_TEXT, rules=_list(_RULE, uniqueItems=True))
                ),
                columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                results=_list(_RESULT),
            )
        ),
    },
)

GITLAB: dict[str, Any] = _list(
    _object(
        "description check_name fingerprint severity location",
        description={"type": "string", "minLength": 1},
        check_name=_TEXT,
        fingerprint={"type": "string", "minLength": 1},
        severity={"enum": ["info", "minor", "major", "critical", "blocker"]},
        location=_object(
            "path lines",
            path={"type": "string", "pattern": r"^(?!\./|/)"},
            lines=_object("begin", begin={"type": "integer", "minimum": 1}),
        ),
    )
)

_JUNIT = {
    "testsuites": ({"name", "time", "tests", "failures", "errors", "disabled"}, set(), {"testsuite"}),
    "testsuite": (
        {"name", "tests", "failures", "errors", "skipped", "time", "timestamp", "hostname", "id", "package", "file"},
        {"name", "tests"},
        {"properties", "testcase", "system-out", "system-err"},
    ),
    "testcase": (
        {"name", "classname", "time", "assertions", "status", "file"},
        {"name"},
        {"skipped", "error", "failure", "system-out", "system-err"},
    ),
    "failure": ({"message", "type"}, set(), set()),
    "error": ({"message", "type"}, set(), set()),
    "skipped": ({"message", "type"}, set(), set()),
    "system-out": (set(), set(), set()),
}
"""For each element: its attributes, those that it must have, and what may stand in it."""


def assert_junit(root: ET.Element) -> None:
    assert root.tag in {"testsuites", "testsuite"}
    for element in root.iter():
        allowed, required, within = _JUNIT[element.tag]
        assert required <= set(element.keys()) <= allowed, element.tag
        assert {child.tag for child in element} <= within, element.tag
    for suite in root.iter("testsuite"):
        for attribute, path in (
            ("tests", "testcase"),
            ("failures", "testcase/failure"),
            ("skipped", "testcase/skipped"),
        ):
            if suite.get(attribute) is not None:
                assert int(suite.attrib[attribute]) == len(suite.findall(path))


COMMAND = re.compile(r"::(?:error|warning|notice)(?: \w+=[^,:\r\n]*(?:,\w+=[^,:\r\n]*)*)?::[^\r\n]+")
"""A workflow command: in its properties a colon, a comma and a line's end are escaped, in its message a line's end."""
