"""Names of agencies in text."""


import pytest

from cpraudit.facts.agencies import gazetteer


def named(text: str) -> list[tuple[str, str]]:
    return [(naming.entry.name, naming.entry.kind) for naming in next(gazetteer.namings([text]))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aneurin Bevan Health Board wrote.", [("Aneurin Bevan University Health Board", "health board")]),
        ("The record at ABMU was lost.", [("Swansea Bay University Health Board", "health board")]),
        ("Cardiff & Vale UHB", [("Cardiff and Vale University Health Board", "health board")]),
        ("the looked-after children’s nurse", [("looked after children nursing", "looked after children nursing")]),
        ("Women's Aid and women’s aid", [("domestic abuse service", "domestic abuse service")] * 2),
        ("two Health Visitors", [("health visiting", "health visiting")]),
        ("the health visitor's record", [("health visiting", "health visiting")]),
        ("The IRO and the GPs", [("independent reviewing service",) * 2, ("gp", "gp")]),
        ("an iron gate and a gpx file", []),
        ("mash and peas", []),
    ],
)
def test_known_names_in_any_dress(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("From Tawe Coast Police came a notice.", [("Tawe Coast Police", "police")]),
        ("Children’s Services and Tawe Police agreed.", [("children's services",) * 2, ("Tawe Police", "police")]),
        ("Glan Tywi University Health Board", [("Glan Tywi University Health Board", "health board")]),
        ("Porth & Morfa County Borough Council", [("Porth & Morfa County Borough Council", "local authority")]),
        ("A named nurse, Glan Tywi Health Board", [("health board",) * 2, ("Glan Tywi Health Board", "health board")]),
        ("The Health Board", [("health board", "health board")]),
    ],
)
def test_unknown_organisations_by_the_form_of_their_name(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


def test_the_longest_name_stands() -> None:
    assert named("the school nurse") == [("school nursing", "school nursing")]
    assert named("the community mental health team") == [("adult mental health", "adult mental health")]
    assert named("Royal College of Paediatrics") == [("professional body", "professional body"), ("paediatrics",) * 2]


def test_places_are_those_of_the_text_as_given() -> None:
    text = "On 3 May the looked‑after children’s nurse rang Tawe Police."
    assert [text[n.start : n.end] for n in next(gazetteer.namings([text]))] == [
        "looked‑after children’s nurse",
        "Tawe Police",
    ]


def test_every_paragraph_of_a_long_report_is_read() -> None:
    paragraph = (
        "The health visitor and the GP spoke to Tawe Coast Police, and Children's Services closed the case. " * 10
    )
    assert [len(found) for found in gazetteer.namings([paragraph] * 20)] == [40] * 20
