"""The reviewers' statement of independence in words of their own, wherever it stands."""

from __future__ import annotations

import pytest

from cpraudit.testing import review_of

HEAD = (
    "# Child Practice Review Report\n\nFour Valleys Safeguarding Board\n\nExtended Child Practice Review\n\n"
    "## Circumstances\n\nChild T was 4 when he died.\n\n"
)
STATED = [
    (
        "neither, in the account of the process",
        (
            "## How we worked\n\nThe reviewers were Tegwen Rowlands and Gareth Munro. Neither had had any dealings with Child T "
            "or his relatives, and neither manages anybody who had."
        ),
        {"qualified", "rigour"},
    ),
    (
        "plain words, all four",
        (
            "## About us\n\nI had nothing to do with this family before I was asked to write about them. I have never managed any "
            "of the staff who helped them. I have the qualifications and the training that this needs. I went through every "
            "record thoroughly, and the analysis was checked against the terms of reference."
        ),
        set(),
    ),
    (
        "no line management told",
        (
            "## Authorship\n\nThe reviewers had no previous involvement with the child or the family. Both hold the "
            "qualifications, experience and training required. Their review was rigorous."
        ),
        {"management"},
    ),
    (
        "without any prior connection",
        (
            "## The review\n\nThe independent reviewer, who has no prior connection with the family and does not line manage any "
            "practitioner, was appointed in May."
        ),
        {"qualified", "rigour"},
    ),
    (
        "two statements side by side, one without a limb",
        (
            "## Statement by reviewers\n\n| Reviewer 1 | Reviewer 2 |\n|---|---|\n"
            "| I was not concerned with the case before. I managed none of the staff. I have the qualifications, knowledge, "
            "experience and training for it. The analysis was rigorous. | I was not concerned with the case before. I managed "
            "none of the staff. I have the qualifications, knowledge, experience and training for it. |"
        ),
        {"rigour"},
    ),
]
NOT_STATED = [
    (
        "## How we worked\n\nWe had no contact with the father, who did not answer our letters. Before the trial we could not see "
        "his family."
    ),
    (
        "## What happened\n\nThe social worker had no previous involvement with the family. She was not supervised by anyone in the "
        "team before March."
    ),
    (
        "## Learning\n\nWe found that nobody had involved the family before the conference. The health visitor had not been managed "
        "by anyone for months."
    ),
]


@pytest.mark.parametrize(("name", "text", "lacking"), STATED, ids=[name for name, _, _ in STATED])
def test_a_statement_is_known_by_its_meaning(name: str, text: str, lacking: set[str]) -> None:
    statement = review_of(HEAD + text).independence
    assert statement.present
    assert set(statement.lacking) == lacking


@pytest.mark.parametrize("text", NOT_STATED)
def test_words_on_the_case_are_no_statement(text: str) -> None:
    assert not review_of(HEAD + text).independence.present
