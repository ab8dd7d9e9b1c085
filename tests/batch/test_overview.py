"""The figures: what is counted, out of what, and which reviews are behind it."""

from __future__ import annotations

import pytest
from made_rows import CHECKS, row

from cpraudit.batch.overview import Spread, overview
from cpraudit.quality.results import Status


def test_a_denominator_leaves_out_what_does_not_apply_and_what_cannot_be_told() -> None:
    statuses = [Status.MISSING, Status.MISSING, Status.PARTIAL, Status.EXCUSED, Status.MET, Status.CANNOT_TELL, Status.NOT_APPLICABLE]
    rows = [row(n, statuses={"check-3": status}) for n, status in enumerate(statuses, 1)]
    told = next(one for one in overview(rows, CHECKS).requirements if one.check.id == "check-3")
    assert (told.missing, told.partial, told.cannot_tell, told.decided) == ((1, 2), (3,), (6,), 5)
    assert told.share == pytest.approx(0.4)


def test_the_most_missed_stand_first() -> None:
    rows = [row(n, statuses={"check-1": Status.MET, "check-2": Status.MISSING, "check-3": Status.PARTIAL}) for n in (1, 2)]
    assert [one.check.id for one in overview(rows, CHECKS).requirements[:3]] == ["check-2", "check-3", "check-0"]


def test_what_is_no_review_is_in_no_figure() -> None:
    told = overview([row(1), row(0, kind="policy or procedure", themes=("Workforce",))], CHECKS)
    assert [one.number for one in told.reviews] == [1]
    assert [one.kind for one in told.others] == ["policy or procedure"]
    assert [one.name for one in told.themes] == ["The child's voice"]


def test_the_reviews_that_name_none_are_a_row_of_their_own_and_stand_last() -> None:
    told = overview([row(1, themes=()), row(2, themes=()), row(3)], CHECKS).themes
    assert [(one.name, one.reviews) for one in told] == [("The child's voice", (3,)), ("None of these found", (1, 2))]


def test_the_reviews_that_do_not_tell_are_a_group_of_their_own_and_stand_last() -> None:
    rows = [row(1, board=None), row(2, board=None), row(3, board="Annwn", overall=None)]
    groups = overview(rows, CHECKS).boards
    assert [(group.name, group.reviews) for group in groups] == [("Annwn", (3,)), ("Not known", (1, 2))]
    assert groups[0].scores is None


@pytest.mark.parametrize(
    ("months", "band"),
    [(9.0, 0), (12.0, 0), (12.49, 0), (12.5, 1), (24.4, 1), (24.6, 2), (82.0, 2), (None, 3)],
)
def test_bands_of_the_period(months: float | None, band: int) -> None:
    intervals = {"review_period_months": months, "referral_to_signoff_months": None}
    bands = overview([row(1, intervals=intervals)], CHECKS).period.bands
    assert [bool(one.reviews) for one in bands] == [place == band for place in range(4)]


@pytest.mark.parametrize(("months", "band"), [(6.0, 0), (6.01, 1), (12.0, 1), (12.1, 2), (24.1, 3), (None, 4)])
def test_bands_of_the_turnaround(months: float | None, band: int) -> None:
    intervals = {"review_period_months": None, "referral_to_signoff_months": months}
    bands = overview([row(1, intervals=intervals)], CHECKS).turnaround.bands
    assert [bool(one.reviews) for one in bands] == [place == band for place in range(5)]


def test_every_review_is_in_one_band_of_the_scores() -> None:
    rows = [row(n, overall=score) for n, score in enumerate([0.0, 9.9, 10.0, 89.9, 90.0, 100.0, None], 1)]
    bands = {band.name: band.reviews for band in overview(rows, CHECKS).score_bands if band.reviews}
    assert bands == {"0–9": (1, 2), "10–19": (3,), "80–89": (4,), "90–100": (5, 6), "Withheld": (7,)}


def test_a_spread() -> None:
    assert Spread.of([]) is None
    assert Spread.of([4.0]) == Spread(1, 4.0, 4.0, 4.0, 4.0, 4.0, 4.0)
    assert Spread.of([1.0, 2.0, 3.0, 4.0, 10.0]) == Spread(5, 1.0, 2.0, 3.0, 4.0, 10.0, 4.0)


def test_reviews_that_may_be_the_same_are_told() -> None:
    rows = [
        row(1, board="Annwn", case_id="ASCB 1/2020"), row(2, board="Annwn", case_id="ascb 1 / 2020"), row(3, sha256="x"), row(4, sha256="x"),
        row(5, board="Caer Sidi", case_id="ASCB 1/2020"), row(6, case_id=None), row(7, case_id=None),
    ]  # fmt: skip
    assert overview(rows, CHECKS).doubles == ((1, 2), (3, 4))
