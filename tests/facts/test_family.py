"""Family engagement: invented passages, and the answer of each relative as a reader would give it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from cpraudit.testing import review_of

FOLDER = Path(__file__).parent
PASSAGES = tomllib.loads((FOLDER / "family_passages.toml").read_text(encoding="utf-8"))["passage"]
NOTES = tomllib.loads((FOLDER / "family_notes.toml").read_text(encoding="utf-8"))["list"]
PROCESS = "# Child Practice Review\n\n## Child Practice Review process\n\nThe panel met six times. "


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage["text"][:40])
def test_each_relative_is_given_the_answer_that_is_told(passage: dict[str, Any]) -> None:
    found = {member.relation: member.response for member in review_of(PROCESS + passage["text"]).family.members}
    assert {relation: found.get(relation, "") for relation in passage["answers"]} == passage["answers"]


@pytest.mark.parametrize("notes", NOTES, ids=lambda notes: notes["name"])
def test_a_relative_at_the_head_of_a_note_is_given_its_answer(notes: dict[str, Any]) -> None:
    head = notes.get("section") or "Child Practice Review process\n\nPanel met x6.\n\n### Family"
    found = {
        m.relation: m.response
        for m in review_of(f"# Child Practice Review\n\n## {head}\n{notes['text']}").family.members
    }
    assert {relation: found.get(relation, "") for relation in notes["answers"] or found} == notes["answers"]


def test_the_fathers_of_two_children_answer_each_for_himself() -> None:
    """Only where the report speaks of several fathers: 'the father of Child P' is else simply the father."""
    told = "The father of Child P telephoned to decline. No answer came from the father of Child Q."
    apart = review_of(
        "# Child Practice Review\n\nIn respect of Child P and Child Q\n\n## Child Practice Review process\n\n"
        f"Child P was six and Child Q was two. Mother and the two fathers were written to. {told}\n"
    )
    answers = {member.relation: member.response for member in apart.family.members}
    assert answers["father of Child P"] == "declined"
    assert answers["father of Child Q"] == "no-response"
    assert "father" not in answers


@pytest.mark.parametrize(
    ("told", "unaccounted"),
    [
        ("Mother knew nobody but her husband. Her husband worked away. Father was seen by the GP.", ()),
        ("Father lived elsewhere. Mother's partner had moved in. Mother's partner hit her. Father knew of her partner.",
         ("mother's partner",)),
    ],
)  # fmt: skip
def test_a_husband_is_the_father_where_no_other_man_is_known(told: str, unaccounted: tuple[str, ...]) -> None:
    review = review_of(
        f"# Child Practice Review\n\n## What happened\n\n{told}\n\n## Child Practice Review process\n\n"
        "Mother met the reviewers. Father declined to meet the reviewers.\n"
    )
    assert review.family.unaccounted == unaccounted


@pytest.mark.parametrize(
    "passage",
    [
        "Mother declined the Team Around the Family service and did not engage with CAMHS.",
        "The family liaison officer met the family support worker. Father did not reply to letters from the school.",
        "The social worker spoke to Mother, who said that Father had left. Mother was invited to a core group.",
        "The review conference heard that Mother had been contacted and that Father met the social worker.",
    ],
)
def test_engagement_with_services_is_not_engagement_with_the_review(passage: str) -> None:
    review = review_of(f"# Child Practice Review Report\n\n## Narrative of events\n\n{passage}\n")
    assert review.family.members == ()


def test_the_terms_of_reference_do_not_answer_themselves() -> None:
    review = review_of(
        "# Child Practice Review\n\n## Terms of reference\n\n- Seek contributions to the review from appropriate "
        "family members, including Mother and Father, and keep them informed of key aspects of progress.\n"
    )
    assert review.family.members == ()


@pytest.mark.parametrize(
    ("line", "ticked"),
    [
        ("☐ Family declined involvement", False),
        ("Family declined involvement ☒", True),
        ("[x] Family declined involvement", True),
        ("Family declined involvement", False),
        ("Family declined involvement: Yes", True),
        ("✓ Family declined involvement", True),
    ],
)
def test_the_form_line_counts_when_it_is_ticked(line: str, ticked: bool) -> None:
    assert bool(review_of(f"{PROCESS}\n\n{line}\n").family.refused_all) is ticked


@pytest.mark.parametrize(
    ("outcome", "told", "answers"),
    [
        ("has a lasting injury", "Child T met the reviewers twice. Mother met the reviewers once.", {"index child", "mother"}),
        ("died", "Child T met her social worker and shared her views with the reviewing officer. Mother met the reviewers.", {"mother"}),
        ("died", "The reviewers read the diary in which Child T told of her views. Mother met the reviewers.", {"mother"}),
        ("has a lasting injury", "Nain met us. She told us that Child T met the officer and took part in the interview.", {"grandmother"}),
    ],
)
def test_the_index_child_took_part_only_where_she_could(outcome: str, told: str, answers: set[str]) -> None:
    text = f"# Child Practice Review\n\n## Circumstances\n\nChild T, aged 13, {outcome}.\n\n## Family engagement\n\n{told}\n"
    assert {m.relation for m in review_of(text).family.members if m.response == "took-part"} == answers


@pytest.mark.parametrize(
    ("why", "told"),
    [("She thought that he had been questioned enough, and we did not.", True), ("We did not.", False)],
)
def test_why_a_brother_was_left_out(why: str, told: bool) -> None:
    review = review_of(f"{PROCESS}Mother met us. We discussed with the mother whether her brother should be asked. {why}")
    brother = next(member for member in review.family.members if member.relation == "brother")
    assert (brother.response.value, bool(brother.reasons)) == ("not-approached", told)
