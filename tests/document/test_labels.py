"""Typed labels before paragraphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpraudit.document.labels import split_label


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("1. The panel met.", "1.", "The panel met."),
        ("12) The panel met.", "12)", "The panel met."),
        ("(iv) whether it was robust", "(iv)", "whether it was robust"),
        ("a) first", "a)", "first"),
        ("2.1.1 The panel met.", "2.1.1", "The panel met."),
        ("XI.3 That the Board look again.", "XI.3", "That the Board look again."),
        ("•The panel", "•", "The panel"),
        ("– The panel", "–", "The panel"),
        ("o A team", "o", "A team"),
        ("S1. The Health Board to publish", "S1.", "The Health Board to publish"),
        ("Recommendation 4. The Board should", "Recommendation 4", "The Board should"),
        ("Question 2: How well?", "Question 2", "How well?"),
    ],
)
def test_labels(text, label, rest):
    assert split_label(text) == (label, rest)


@pytest.mark.parametrize(
    "text",
    [
        "12.03.19 Visit by the health visitor",
        "9.05 The ambulance came",
        "3.5 kg at birth",
        "12 months before",
        "Recommendation 4.",
        "Learning point 2: the meeting",
        "-5 degrees",
        "I. Morgan",
        "over. and",
        "",
    ],
)
def test_no_labels(text):
    assert split_label(text) == ("", text)


def test_headings_have_bare_numbers_too():
    assert split_label("3 Background", heading=True) == ("3", "Background")
    assert split_label("A word about the family", heading=True) == ("", "A word about the family")


@given(st.text(max_size=60))
def test_nothing_but_the_label_is_lost(text):
    label, rest = split_label(text)
    assert (label, rest) == ("", text) or (label and rest and rest in text)
