"""Relationship words: whom they stand for, to the index child."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpraudit.facts.family import relations
from cpraudit.facts.family.aliases import learn_aliases
from cpraudit.facts.family.kin import Kin, in_words
from cpraudit.facts.family.relations import Relatives


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("Mam and Tad-cu", ["mother", "grandfather"]),
        ("her Nain on her father's side", ["paternal grandmother"]),
        ("Mother's partner", ["mother's partner"]),
        ("Father's mother", ["paternal grandmother"]),
        ("two older half-brothers", ["older half-siblings"]),
        ("the boys' father", ["sibling's father"]),
        ("the father of Sibling 2", ["sibling's father", "sibling 2"]),
        ("the mother's former partner", ["mother's former partner"]),
        ("the adoptive parents and the special guardian", ["adoptive parents", "special guardian"]),
        ("partner agencies and the family liaison officer", []),
        ("a mother and baby unit for any parent", []),
        ("neither parent", ["parents"]),
        ("the oldest child's father", ["older child's father"]),
        ("Her older child, a boy", ["older child"]),
        ("She was the youngest child", []),
        ("Mother told us that her mother had died", ["mother", "maternal grandmother"]),
        ("Her mother came, and her mother's partner", ["mother", "mother's partner"]),
        ("his former girlfriend and an earlier girlfriend", ["father's former partner", "father's partner"]),
        ("each parent or partner", ["parents"]),
        ("Father's family in Cork", ["paternal relatives"]),
        ("members of the wider family", ["family members"]),
    ],
)
def test_relatives_are_named_by_what_they_are_to_the_child(text: str, relations: list[str]) -> None:
    assert [mention.relation for mention in Relatives().mentions(text)] == relations


def test_the_owner_of_a_relative_is_no_mention_of_its_own() -> None:
    mentions = Relatives().mentions("Mother's solicitor wrote to Father.")
    assert [(mention.relation, mention.possessive) for mention in mentions] == [("mother", True), ("father", False)]


def test_pseudonyms_are_learnt_from_tables_and_prose() -> None:
    aliases = learn_aliases(["Elan, half-sister", "Her brother is called Iolo here.", "Police, mother and school"], ())
    assert aliases == {"Elan": ("half-sister", Kin.SIBLING, "f"), "Iolo": ("brother", Kin.SIBLING, "m")}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("the father of Child Q's half-sister", "half-sister's father"),
        ("the mother of Child Q’s father", "paternal grandmother"),
        ("the brother of Child Q's mother", "maternal uncle"),
        ("the partner of Child Q's mother", "mother's partner"),
        ("the father of Child Q", "father"),
        ("the half-sister of Child Q", "half-sister"),
    ],
)
def test_a_relative_of_the_childs_relative_is_composed(text: str, relation: str) -> None:
    assert Relatives(("Child Q",)).mentions(text)[0].relation == relation


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Adult P, the father of Child Q, had been charged.", "father"),
        ("Adult P was the stepfather of Child Q.", "stepfather"),
        ("Adult P was 26 and was the father of Child Q.", "father"),
        ("Adult P (Mother), who worked nights, was out.", "mother"),
        ("Adult P, Child Q's uncle, lived next door.", "uncle"),
        (
            "For most of that spring Child Q lived in a caravan with Adult P (her stepfather) and two dogs.",
            "stepfather",
        ),
        ("Adult P, the father of her half-brother, lived near.", ""),
        ("Adult P, the father of Child Q's half-brother, lived near.", ""),
        ("Adult P, the father of Adult R, lived near.", ""),
        ("Adult R's father, Adult P, lived near.", ""),
        ("For most of that spring Adult R lived in a caravan with Adult P (her stepfather) and two dogs.", ""),
        ("We met Adult P, the father of Child Q and the aunt.", ""),
        ("It was never settled whether Adult P was the father of Child Q.", ""),
        ("Adult P was the partner of Child Q's mother.", ""),
        ("Adult P and the father of Child Q were at school together.", ""),
        ("Adult P is the father of Child Q. Adult R is the father of Child Q.", ""),
    ],
)
def test_a_coded_adult_is_who_the_report_says_to_the_index_child(text: str, relation: str) -> None:
    learnt = learn_aliases([text], ("Child Q",))
    assert (learnt["Adult P"][0] if "Adult P" in learnt else "") == relation


def test_a_pseudonym_stands_for_its_relative() -> None:
    relatives = Relatives(("Child Q",), {"Elan": ("half-sister", Kin.SIBLING, "f")})
    assert [mention.relation for mention in relatives.mentions("Elan, and Elan's father, and Child Q")] == [
        "half-sister",
        "half-sister",
        "half-sister's father",
        "index child",
    ]


def test_relations_are_listed_in_words() -> None:
    assert in_words(["mother", "father", "mother", "aunt"]) == "mother, father and aunt"
    assert in_words(["mother"]) == "mother"


WORDS = st.sampled_from(
    ["mother", "Mother", "Cadi’s", "family", "the", "both", "older", "ex-", "partner", "step", "grand", "friend", "best", "sib 2", "Tad",
     "parents", "each of the", "birth", "’s", "'", " ", " ", " ", "-", "x", "_", "MAM", "child’s", "twin", "whole", ".", "5"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=12).map("".join))
def test_relatives_are_looked_for_only_where_one_can_begin_and_all_are_found(text: str) -> None:
    pattern, _ = relations._vocabulary()
    assert [match.span() for match in relations._matches(text)] == [match.span() for match in pattern.finditer(text)]
