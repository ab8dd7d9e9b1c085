"""The score as the contract defines it, and what unread text does to a verdict."""

from dataclasses import replace

import pytest

from cpraudit.config import load_profile
from cpraudit.document import Part, Reading, Span
from cpraudit.quality import engine, score
from cpraudit.quality.checks import Check, Domain, Tier
from cpraudit.quality.engine import Finding
from cpraudit.quality.results import Result, Status, met, missing
from cpraudit.testing import review_of

PROFILE = load_profile("cpr-2023")


def check_of(tier: Tier, examine=lambda _: missing("Not found.")) -> Check:
    return Check("x", "X", Domain.CONTEXT, tier, "s", "a", "w", "r", examine)


def finding(tier: Tier, status: Status) -> Finding:
    return Finding(check_of(tier), Result(status, ""))


def test_weights_and_credit() -> None:
    findings = [
        finding(Tier.STATUTORY, Status.MET),
        finding(Tier.TEMPLATE, Status.PARTIAL),
        finding(Tier.ADVISORY, Status.MISSING),
    ]
    assert score.of(findings, PROFILE, 1.0).overall == pytest.approx(100 * (4 + 1.5) / 8, abs=0.05)


def test_undecided_and_inapplicable_are_left_out() -> None:
    findings = [
        finding(Tier.STATUTORY, Status.CANNOT_TELL),
        finding(Tier.TEMPLATE, Status.NOT_APPLICABLE),
        finding(Tier.ADVISORY, Status.EXCUSED),
    ]
    result = score.of(findings, PROFILE, 1.0)
    assert result.overall == 100.0
    assert result.statutory_undecided == ("x",)


def test_a_score_is_withheld_where_too_little_was_read() -> None:
    result = score.of([finding(Tier.STATUTORY, Status.MET)], PROFILE, 0.85)
    assert result.overall is None
    assert "85%" in (result.withheld or "")


def test_the_2016_profile_scores_two_tiers() -> None:
    profile = load_profile("cpr-2016")
    assert (
        score.of([finding(Tier.RECOMMENDED, Status.MISSING), finding(Tier.TEMPLATE, Status.MET)], profile, 1.0).overall
        == 100.0
    )


@pytest.mark.parametrize(
    ("result", "status"),
    [
        (missing("Not found."), Status.CANNOT_TELL),
        (missing("One reviewer, and no reason.", Span(0, 0, 5)), Status.CANNOT_TELL),
        (missing("Words that must not be there.", Span(0, 0, 5), shown=True), Status.MISSING),
        (met("It is there.", Span(0, 0, 5)), Status.MET),
    ],
)
def test_what_was_not_read_is_undecided_and_not_missing(result: Result, status: Status) -> None:
    review = review_of("# Child Practice Review\n\nChild P died.\n")
    part = Part("r.pdf", "", "pdf", reading=Reading(share=0.998))
    review.document = replace(review.document, parts=(part,))
    found = engine.examine(check_of(Tier.TEMPLATE, lambda _: result), review)
    assert found.status is status
    assert "1%" in found.message or found.status is not Status.CANNOT_TELL


def test_a_check_that_breaks_is_named_and_spoils_no_other() -> None:
    def broken(_: object) -> Result:
        raise ZeroDivisionError("by nothing")

    review = review_of("# Child Practice Review\n\nChild P died.\n")
    first, second = engine.run(review, [check_of(Tier.TEMPLATE, broken), check_of(Tier.ADVISORY)], PROFILE)
    assert first.result.status is Status.CANNOT_TELL
    assert first.broke.startswith("ZeroDivisionError in test_score.py")
    assert not second.broke


def test_every_check_of_the_profile_is_loaded() -> None:
    from cpraudit.quality.loading import load

    assert {check.id for check in load()} == set(PROFILE.order)
