"""Numbers and lengths of time in words and figures."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpraudit.facts.text import numbers


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("seven", 7),
        ("Twenty-two", 22),
        ("ninety nine", 99),
        ("14", 14),
        ("1,200", 1200),
        ("a hundred and four", 104),
        ("two hundred", 200),
        ("fish", None),
        ("twenty zero", None),
        ("", None),
        ("hundred", None),
    ],
)
def test_parse(text: str, number: int | None) -> None:
    assert numbers.parse(text) == number
    if number is not None:
        assert re.fullmatch(numbers.NUMBER, text, re.IGNORECASE)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("fourteen months", [14]),
        ("a period of two years", [24]),
        ("a year and a half", [18]),
        ("one and a half years", [18]),
        ("two years and three months", [27]),
        ("the previous year", [12]),
        ("18 months' work", [18]),
        ("half a year", [6]),
        ("a twelve-month window", [12]),
        ("no length here", []),
    ],
)
def test_lengths(text: str, months: list[float]) -> None:
    assert [length.months for length in numbers.lengths(text)] == months


@given(st.text())
def test_never_raises(text: str) -> None:
    numbers.parse(text)
    numbers.lengths(text)
