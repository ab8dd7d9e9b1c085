"""When an audit fails."""

from __future__ import annotations

import pytest

from cpraudit.quality.checks import Check, Domain, Tier
from cpraudit.quality.engine import Finding
from cpraudit.quality.gate import FailOn, Gate, judge
from cpraudit.quality.results import Result, Status
from cpraudit.quality.score import Score


def finding(name: str, tier: Tier, status: Status) -> Finding:
    return Finding(Check(name, name, Domain.CONTEXT, tier, "s", "a", "w", "r", lambda _: None), Result(status, ""))


FOUND = (
    finding("law", Tier.STATUTORY, Status.MISSING),
    finding("form", Tier.TEMPLATE, Status.MISSING),
    finding("half", Tier.STATUTORY, Status.PARTIAL),
    finding("blank", Tier.STATUTORY, Status.CANNOT_TELL),
    finding("extra", Tier.ADVISORY, Status.MISSING),
)


def score(overall: float | None) -> Score:
    return Score(overall, None, {}, {}, (), ())


def failures(fail_on: FailOn, spared=frozenset(), is_review=True) -> list[str]:
    verdict = judge(Gate(fail_on), FOUND, score(50.0), spared, is_review=is_review)
    return [failure.check.id for failure in verdict.failures]


@pytest.mark.parametrize(
    ("fail_on", "ids"),
    [
        (FailOn.NEVER, []),
        (FailOn.STATUTORY, ["law"]),
        (FailOn.TEMPLATE, ["law", "form"]),
        (FailOn.ADVISORY, ["law", "form", "extra"]),
    ],
)
def test_only_what_is_missing_fails_at_its_tier(fail_on: FailOn, ids: list[str]) -> None:
    assert failures(fail_on) == ids


def test_what_is_waived_or_known_is_spared() -> None:
    assert failures(FailOn.TEMPLATE, frozenset({"law"})) == ["form"]


def test_what_is_no_review_spares_the_gate_and_says_so() -> None:
    verdict = judge(Gate(FailOn.STATUTORY, 90), FOUND, score(None), frozenset(), is_review=False)
    assert not verdict.failed
    assert verdict.spared


@pytest.mark.parametrize(
    ("overall", "least", "reason"),
    [
        (59.9, 60, "the score of 59.9 is below 60"),
        (60.0, 60, ""),
        (None, 0, "the score is withheld, and 0 was asked for"),
        (10.0, None, ""),
    ],
)
def test_a_low_or_withheld_score_fails(overall: float | None, least: float | None, reason: str) -> None:
    assert judge(Gate(fail_under=least), FOUND, score(overall), frozenset(), is_review=True).reason == reason


def test_the_reason_names_the_requirements() -> None:
    reason = judge(Gate(FailOn.TEMPLATE, 60), FOUND, score(50.0), frozenset(), is_review=True).reason
    assert reason == ("2 statutory and template requirements are missing (law, form); the score of 50 is below 60")
