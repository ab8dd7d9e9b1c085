"""One thing taken out of a good review changes the verdicts that depend on it, and no other."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from cpraudit.config import load_profile
from cpraudit.quality import engine
from cpraudit.quality.loading import load
from cpraudit.testing import review_of

HERE = Path(__file__).parent
GOOD = (HERE.parent.parent / "samples" / "good-report.md").read_text(encoding="utf-8")
MUTATIONS: list[dict[str, Any]] = tomllib.loads((HERE / "mutations.toml").read_text(encoding="utf-8"))["mutation"]


def _without_section(text: str, heading: str) -> str:
    level = heading.count("#")
    begun = re.search(rf"^{re.escape(heading)}$", text, re.MULTILINE)
    assert begun, f"the good review has no heading '{heading}'"
    ended = re.compile(rf"^#{{1,{level}}} ", re.MULTILINE).search(text, begun.end())
    return text[: begun.start()] + (text[ended.start() :] if ended else "")


def _mutated(mutation: dict[str, Any]) -> str:
    text = GOOD
    for old, new in [*((cut, "") for cut in mutation.get("cut", [])), *mutation.get("replace", [])]:
        assert text.count(old) == 1, f"not once in the good review: {old}"
        text = text.replace(old, new)
    return _without_section(text, mutation["section"]) if "section" in mutation else text


def _statuses(text: str) -> dict[str, str]:
    findings = engine.run(review_of(text), load(), load_profile("cpr-2023"))
    return {finding.check.id: finding.result.status.value for finding in findings}


@cache
def _good() -> dict[str, str]:
    return _statuses(GOOD)


def test_enough_of_them() -> None:
    assert len({mutation["name"] for mutation in MUTATIONS}) == len(MUTATIONS) >= 60


@pytest.mark.parametrize("mutation", MUTATIONS, ids=[mutation["name"] for mutation in MUTATIONS])
def test_mutation(mutation: dict[str, Any], request: pytest.FixtureRequest) -> None:
    if why := mutation.get("known_miss"):  # strict: a miss that no longer misses must lose its mark
        request.applymarker(pytest.mark.xfail(reason=why, strict=True))
    good = _good()
    changed = {check: status for check, status in _statuses(_mutated(mutation)).items() if status != good[check]}
    assert changed == mutation["changes"]
