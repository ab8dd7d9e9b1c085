"""Dates as UK reports write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpraudit.facts.dates import calendar, date_forms, date_patterns
from cpraudit.facts.dates.calendar import PartialDate, of_day, of_month

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def _isos(text: str, year: int | None = None) -> list[str]:
    return [
        "impossible" if found.value is None else found.value.iso + (f"/{found.until.iso}" if found.until else "")
        for found in calendar.find(text, year)
    ]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("16/10/2013", ["2013-10-16"]),
        ("21/3/19", ["2019-03-21"]),
        ("06.11.2018", ["2018-11-06"]),
        ("12.11.19", ["2019-11-12"]),
        ("Version 3, May 2022", ["2022-05"]),
        ("Edition 2, 4 May 2022", ["2022-05-04"]),
        ("Draft 5, March 2023", ["2023-03"]),
        ("18-10-2022", ["2022-10-18"]),
        ("2019-03-14", ["2019-03-14"]),
        ("16th October 2013", ["2013-10-16"]),
        ("16 th October 2013", ["2013-10-16"]),
        ("Saturday 4th September 2021", ["2021-09-04"]),
        ("the eleventh of March 2021", ["2021-03-11"]),
        ("16 Oct 13", ["2013-10-16"]),
        ("16 October 20 people came", []),
        ("October 2013", ["2013-10"]),
        ("Oct 13", ["2013-10"]),
        ("Oct '13", ["2013-10"]),
        ("MARCH 2018", ["2018-03"]),
        ("March 12, 2021", ["2021-03-12"]),
        ("3ydd o Ebrill 2020", ["2020-04-03"]),
        ("ym mis Mawrth 2019", ["2019-03"]),
        ("Boxing Day 2019", ["2019-12-26"]),
        ("Date: 03/2021", ["2021-03"]),
        ("in 2013", ["2013"]),
        ("between 2018 and 2020", ["2018/2020"]),
        ("13–14 Nov 2019", ["2019-11-13/2019-11-14"]),
        ("between 4 and 9 May 2020", ["2020-05-04/2020-05-09"]),
        ("on 8 and 10 February 2022", ["2022-02-08", "2022-02-10"]),
        ("8, 9 and 10 February 2022", ["2022-02-08", "2022-02-09", "2022-02-10"]),
        ("2nd and 9th March and 4 April 2020", ["2020-03-02", "2020-03-09", "2020-04-04"]),
        ("between April 2017 and April 2018", ["2017-04/2018-04"]),
        ("1 January to 4 September 2021", ["2021-01-01/2021-09-04"]),
        ("1 November to 4 March 2021", ["2020-11-01/2021-03-04"]),
        ("3 May 2019 until 2 June", ["2019-05-03/2019-06-02"]),
        ("April to June 2019", ["2019-04/2019-06"]),
        ("4 June 2019 up to and including 3 June 2020", ["2019-06-04/2020-06-03"]),
        ("mid-January 2021", ["2021-01"]),
        ("at the end of March 2021", ["2021-03"]),
        ("early 2020", ["2020"]),
        ("late summer 2019", ["2019"]),
        ("in March 2019, and again that summer", ["2019-03", "2019"]),
        ("in May 2021 and in the autumn of that year", ["2021-05", "2021"]),
        ("on 4 October 2020 and the following March", ["2020-10-04", "2021-03"]),
        ("in March 2019 and by that December", ["2019-03", "2019-12"]),
        ("that summer", []),
        ("week commencing 4 March 2019", ["2019-03"]),
        ("31.09.2017", ["impossible"]),
        ("31 February 2020", ["impossible"]),
        ("29 February 2020", ["2020-02-29"]),
        ("on 31st September", ["impossible"]),
        ("10/16/2013", ["impossible"]),
    ],
)
def test_reads_the_forms_of_uk_reports(text: str, dates: list[str]) -> None:
    assert _isos(text) == dates


@pytest.mark.parametrize(
    "text",
    [
        "NICE guideline NG225",
        "section 2.1.1",
        "2.1.14 The panel",
        "Re: XSCB 19/2020",
        "the Children Act 2014",
        "(Welsh Government, 2016)",
        "Working Together 2016",
        "01632 960000",
        "aged 9",
        "Firth (2017)",
        "in 2014 Act terms",
        "until 2015 hours",
        "12,000 children",
        "5 may have been",
        "page 3 of 20",
        "1 in 10",
        "£4.10.20",
        "9 March 10.15am",
        "strategy 2018-2020",
        "99/99/2019",
    ],
)
def test_leaves_alone_what_is_no_date(text: str) -> None:
    assert _isos(text) == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("spring 2019", date(2019, 3, 1), date(2019, 5, 31)),
        ("the autumn term 2017", date(2017, 9, 1), date(2017, 12, 31)),
        ("winter 2019/20", date(2019, 12, 1), date(2020, 2, 29)),
        ("summer and autumn of 2018", date(2018, 6, 1), date(2018, 11, 30)),
        ("academic year 2019/20", date(2019, 9, 1), date(2020, 8, 31)),
        ("early in 2020", date(2020, 1, 1), date(2020, 4, 30)),
        ("mid-January 2021", date(2021, 1, 11), date(2021, 1, 20)),
        ("Christmas 2019", date(2019, 12, 1), date(2019, 12, 31)),
        ("week ending 10 March 2019", date(2019, 3, 4), date(2019, 3, 10)),
    ],
)
def test_a_part_of_a_year_is_an_interval(text: str, first: date, last: date) -> None:
    (found,) = calendar.find(text)
    assert found.value is not None
    assert (found.value.first, found.value.last) == (first, last)


def test_completes_a_year_only_where_that_is_safe() -> None:
    assert _isos("on 18th October") == []
    assert _isos("on 18th October", 2013) == ["2013-10-18"]
    assert _isos("On 28 November 2019 he ran. On 3 December he left. On 2 January he came back.") == [
        "2019-11-28",
        "2019-12-03",
    ]


def test_a_date_is_quoted_from_its_text() -> None:
    text = "The event was held on Friday 14th June 2019 in person."
    (found,) = calendar.find(text)
    assert text[found.start : found.end] == found.text == "Friday 14th June 2019"


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.integers(0, 11))
def test_reads_back_every_day_it_can_write(day: date, form: int) -> None:
    month = _MONTHS[day.month - 1]
    ending = "th" if 10 < day.day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    text = [
        f"{day:%d/%m/%Y}",
        f"{day:%d.%m.%Y}",
        f"{day:%d-%m-%Y}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day:%Y-%m-%d}",
        f"{day.day} {month} {day.year}",
        f"{day.day}{ending} {month} {day.year}",
        f"{day.day}{ending} of {month}, {day.year}",
        f"{day:%A} {day.day} {month} {day.year}",
        f"{day.day} {month[:3]} {day.year}",
        f"{day.day} {month[:3]} '{day:%y}",
        f"{day:%d/%m/%y}",
    ][form]
    assert [found.value for found in calendar.find(f"It was held on {text}, in person.")] == [PartialDate(day, day)]


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)))
def test_reads_back_its_own_words(day: date) -> None:
    for known in (PartialDate(day, day), of_month(day.year, day.month)):
        assert [found.value for found in calendar.find(known.words)] == [known]


@given(st.text())
@settings(max_examples=150)
def test_never_raises_on_any_text(text: str) -> None:
    calendar.find(text)


_PIECES = st.sampled_from(
    [
        "31",
        "0",
        "4th",
        "12",
        "2019",
        "1999",
        "'21",
        "March",
        "Sept.",
        "may",
        "to",
        "and",
        "between",
        "early",
        "mid-",
        "the",
        "end",
        "of",
        "/",
        "-",
        ".",
        ",",
        ":",
        "spring",
        "term",
        "week",
        "commencing",
        "christmas",
        "29",
        "February",
        "first",
        "w/c",
        "2020/21",
        "Monday",
        "Act",
    ]
)


@given(st.lists(_PIECES, max_size=12), st.none() | st.integers(1990, 2030))
def test_never_raises_on_pieces_of_dates_and_keeps_intervals_in_order(pieces: list[str], year: int | None) -> None:
    text = " ".join(pieces)
    last = 0
    for found in calendar.find(text, year):
        assert last <= found.start < found.end <= len(text)
        last = found.end
        assert found.value is None or found.value.first <= found.value.last


def test_months_are_counted_month_to_month_where_only_the_month_is_known() -> None:
    march, later = of_month(2020, 3), of_month(2021, 3)
    assert calendar.months_between(march, later) == (12, 12)
    assert calendar.within(march, later, 12) is True
    day = of_day(2021, 3, 31)
    assert day is not None
    assert calendar.within(march, day, 12) is True


def test_a_limit_is_kept_by_the_calendar_and_open_inside_the_uncertainty() -> None:
    start, end, over = of_day(2019, 3, 4), of_day(2021, 3, 4), of_day(2021, 3, 5)
    assert start and end and over
    assert calendar.within(start, end, 24) is True
    assert calendar.within(start, over, 24) is False
    assert calendar.within(start, over, 24, tolerance_days=1) is True
    (spring,) = calendar.find("spring 2021")
    assert spring.value is not None
    assert calendar.within(start, spring.value, 24) is None


@given(st.dates(date(1960, 1, 1), date(2040, 1, 1)), st.dates(date(1960, 1, 1), date(2040, 1, 1)))
def test_time_between_days_is_exact(start: date, end: date) -> None:
    shortest, longest = calendar.months_between(PartialDate(start, start), PartialDate(end, end))
    assert shortest == longest == (end - start).days / calendar.DAYS_PER_MONTH


DATE_WORDS = st.sampled_from(
    ["3", "12th", "2019", "19", "/", "-", " ", " ", " ", ",", "March", "may", "early", "in", "the", "week", "commencing", "w/c",
     "Monday", "first", "of", "spring", "school", "year", "’21", "x", "Christmas Day", "end", "and", "Dydd", "twenty-first", "\n", "_"]
)  # fmt: skip


@given(st.lists(DATE_WORDS, max_size=14).map("".join))
def test_dates_are_looked_for_only_where_one_can_begin_and_all_are_found(text: str) -> None:
    stepped = [match.span() for match in date_forms._matches(text)]
    assert stepped == [match.span() for match in date_patterns.pattern().finditer(text)]
