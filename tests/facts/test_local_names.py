"""Boards and agencies that a configuration adds."""

from pathlib import Path

import pytest

from cpraudit.document import join
from cpraudit.facts import Review
from cpraudit.facts.agencies import boards, gazetteer
from cpraudit.facts.agencies.local_names import LocalAgency, LocalBoard, LocalNames
from cpraudit.readers import Source
from cpraudit.readers.markdown import read

LOCAL = LocalNames(
    boards=(
        LocalBoard("Ynys Afallon", ("Afallon Together",), ("AFT",)),
        LocalBoard("Gwent", ("Dyffryn Hud",), ("DH",)),
    ),
    agencies=(LocalAgency("Canolfan y Bont", "third sector", ("The Bridge Centre",), ("CYB",)),),
)
REPORT = """# Child Practice Review

Afallon Together. Concise Child Practice Review AFT 1/2026

## Circumstances resulting in the review

Child A, a girl aged 4, died on 2 March 2025. The Bridge Centre saw her mother in January 2025.

## Recommendations

1. Canolfan y Bont will audit its records by March 2027.
2. The Bridge Centre: review its rota by May 2027.
"""


def review(local: LocalNames) -> Review:
    return Review(join([read(Source("review.md", REPORT.encode()))]), local=local)


def test_a_review_is_read_with_the_names_that_are_given() -> None:
    told = review(LOCAL)
    assert told.identity.board is not None
    assert told.identity.board.value == "Ynys Afallon"
    assert {mention.name for mention in told.agencies.mentions if mention.service == "third sector"} == {
        "Canolfan y Bont"
    }
    assert [one.owners for one in told.recommendations.value] == [("Canolfan y Bont",), ("The Bridge Centre",)]
    assert review(LocalNames()).identity.board is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Ynys Afallon Regional Safeguarding Children Board", "Ynys Afallon"),
        ("Bwrdd Diogelu Plant Ynys Afallon", "Ynys Afallon"),
        ("afallon together", "Ynys Afallon"),
        ("Dyffryn Hud Safeguarding Board", "Gwent"),
        ("Gwent Safeguarding Board", "Gwent"),
        ("Cwm Taf Morgannwg Safeguarding Board", "Cwm Taf Morgannwg"),
    ],
)
def test_a_board_is_known_by_each_of_its_names(words: str, name: str) -> None:
    text = f"# Child Practice Review\n\n{words}\n\n## Recommendations\n\n1. The Board will act.\n"
    named = Review(join([read(Source("review.md", text.encode()))]), local=LOCAL).identity.board
    assert named is not None
    assert named.value == name


def test_a_board_is_known_by_its_codes_and_keeps_the_built_in_ones() -> None:
    assert [boards.by_code(code, LOCAL.boards) for code in ("AFT", "dh", "GSB")] == ["Ynys Afallon", "Gwent", "Gwent"]
    assert boards.by_code("AFT") is None


def test_a_local_name_stands_for_a_built_in_one() -> None:
    local = (LocalAgency("Relate Cymru", "counselling"), LocalAgency("Emrys", "youth service", acronyms=("EDT",)))
    named = next(gazetteer.namings(["Relate Cymru wrote to the EDT."], local))
    assert [(naming.entry.name, naming.entry.kind) for naming in named] == [
        ("Relate Cymru", "counselling"),
        ("Emrys", "youth service"),
    ]


def test_the_page_names_every_kind_of_service() -> None:
    page = " ".join((Path(__file__).parents[2] / "docs" / "configuration.md").read_text(encoding="utf-8").split())
    assert f"The kinds are {', '.join(sorted(gazetteer.kinds()))}." in page
