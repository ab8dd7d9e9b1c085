"""Every check's cases: text in, status out."""

from pathlib import Path

import pytest

from cpraudit.quality.loading import load
from cpraudit.testing import Case, cases_in, result_of

CASES = cases_in(Path(__file__).parent / "cases")
CHECKS = {check.id: check for check in load()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.check}: {case.name}")
def test_case(case: Case, request: pytest.FixtureRequest) -> None:
    if case.known_miss:  # strict: a miss that no longer misses must lose its mark
        request.applymarker(pytest.mark.xfail(reason=case.known_miss, strict=True))
    result = result_of(CHECKS[case.check], case.text, *case.annexes)
    assert result.status == case.status, result.message


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_every_check_has_cases_both_ways(check) -> None:
    statuses = {case.status for case in CASES if case.check == check.id}
    assert len(statuses) >= 2, f"{check.id} has cases for {sorted(statuses)} only"


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_a_check_tells_what_it_asks_why_and_how_to_put_it_right(check) -> None:
    for words in (check.title, check.source, check.asks, check.why, check.remedy):
        assert words.strip()
        assert "TODO" not in words
