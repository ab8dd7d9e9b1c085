"""Key dates and lengths in words, and the picture of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from invented import invented

from cpraudit.facts.dates.calendar import PartialDate, Precision
from cpraudit.facts.dates.intervals import Interval
from cpraudit.facts.dates.keydates import Step
from cpraudit.reports.milestones import absent, lengths, milestones
from cpraudit.reports.timeline import draw
from cpraudit.reports.wording import clean, counted, day_in_words, length_in_words, listed


def test_a_date_is_as_precise_in_words_as_in_the_report():
    told = [
        PartialDate(date(2019, 3, 14), date(2019, 3, 14)),
        PartialDate(date(2019, 3, 1), date(2019, 3, 31), Precision.MONTH),
        PartialDate(date(2019, 1, 1), date(2019, 12, 31), Precision.YEAR),
        PartialDate(date(2019, 3, 1), date(2019, 5, 31), Precision.SEASON),
        PartialDate(date(2019, 12, 1), date(2020, 2, 29), Precision.SEASON),
    ]
    assert [day_in_words(day) for day in told] == [
        "14 March 2019",
        "March 2019",
        "2019",
        "about March to May 2019",
        "about December 2019 to February 2020",
    ]


def test_a_length_is_as_sure_in_words_as_its_dates():
    assert length_in_words(Interval(1.0, 1.0)) == "1 month"
    assert length_in_words(Interval(9.4, 9.4)) == "9.4 months"
    assert length_in_words(Interval(8, 10)) == "between 8 and 10 months"


@pytest.mark.parametrize(
    ("interval", "verdict", "over"),
    [
        (Interval(5, 5), "within the limit", False),
        (Interval(7, 7), "1 month over", True),
        (Interval(5.5, 6.5), "cannot be told: the dates are not exact enough", False),
    ],
)
def test_a_length_is_held_against_its_limit(interval, verdict, over):
    audit = invented()
    audit.review.intervals = replace(audit.review.intervals, referral_to_signoff=interval)
    turnaround = lengths(audit)[1]
    assert (turnaround.limit, turnaround.verdict, turnaround.over) == ("within 6 months", verdict, over)


@pytest.mark.parametrize(
    ("months", "verdict"),
    [
        (12.3, "within the usual length"),
        (18, "longer than usual: the report must say why"),
        (26, "2 months over the longest"),
    ],
)
def test_the_period_has_a_usual_and_a_longest_length(months, verdict):
    audit = invented()
    audit.review.intervals = replace(audit.review.intervals, review_period=Interval(months, months))
    assert lengths(audit)[0].verdict == verdict


def test_what_is_not_known_is_said():
    audit = invented()
    audit.review.dates = replace(audit.review.dates, referral=Step())
    audit.review.intervals = replace(audit.review.intervals, referral_to_signoff=None)
    assert lengths(audit)[1].words == "cannot be told: the date of the referral was not found"
    rows = milestones(audit)
    assert absent(rows) == "Not drawn, for want of a date: referral to the Sub-Group and publication."
    assert [row.words for row in rows if row.day is None] == ["not found in the report", "told, but only vaguely dated"]


def test_the_picture_stays_inside_its_frame():
    audit = invented()
    picture = draw(milestones(audit), lengths(audit))
    assert picture is not None
    assert all(0 <= bar.start <= bar.start + bar.width <= 100 and 0 <= bar.limit <= 100 for bar in picture.bars)
    assert all(0 <= point.start <= point.middle <= 100 for point in picture.points)
    assert [year.label for year in picture.years] == ["2020", "2021", "2022"]
    assert "significant event, 2 March 2021" in picture.description


def test_there_is_no_picture_of_one_date():
    audit = invented()
    only = [row for row in milestones(audit) if row.name == "Learning event"]
    assert draw(only, ()) is None


def test_words_are_made_safe_and_counted():
    assert clean("a\x1b[0m\tb\u202e c\n") == "a [0m b c"
    assert counted(1, "page") == "1 page"
    assert counted(1200, "page") == "1,200 pages"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed([]) == ""
