"""Bare names of agencies."""

import pytest

from cpraudit.facts.agencies import bare


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Health were invited to the conference.", ["health"]),
        ("Concerns were raised with Health about his weight.", ["health"]),
        ("The notice was received by Social Care on the Monday.", ["care"]),
        ("Several professionals had seen the bruises.", ["general"]),
        ("He was last seen by a practitioner in May.", ["general"]),
        ("Health visiting was short of staff.", []),
        ("Her health was poor.", []),
        ("Each agency was asked for its records.", []),
        ("No agency knew where he lived.", []),
        ("Professionals should speak to each other.", []),
        ("Practitioners at the learning event said that they were tired.", []),
        ("Social Care Wales published a framework.", []),
    ],
)
def test_an_act_of_nobody_in_particular(sentence: str, kinds: list[str]) -> None:
    assert [use.kind for use in bare.uses(sentence)] == kinds


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Some agencies held information about his violence.", True),
        ("One service was aware of the conviction.", True),
        ("This history was known to some professionals.", True),
        ("Each agency held its own records.", False),
        ("Some services were offered to the mother.", False),
        ("The panel found that some agencies knew of the risk.", False),
    ],
)
def test_information_held_by_nobody_in_particular(sentence: str, told: bool) -> None:
    assert (bare.withheld(sentence) is not None) is told
