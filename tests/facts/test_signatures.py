"""Signature blocks: tables by row and by column, labelled and unlabelled lines, letters, what is written instead of a name."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from cpraudit.facts.people.signatures import Signer
from cpraudit.testing import review_of

HEAD = (
    "# Child Practice Review Report\n\nFour Valleys Safeguarding Board\n\nExtended Child Practice Review\n\n"
    "## Circumstances\n\nChild T was 4 when he died.\n\n"
)
BLOCKS = tomllib.loads(Path(__file__).with_name("signature_blocks.toml").read_text(encoding="utf-8"))["block"]


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block["name"])
def test_block(block: dict[str, object]) -> None:
    signed = review_of(f"{HEAD}{block['text']}").signoff

    def who(signer: Signer) -> list[list[str]]:
        return sorted([s.name or "", s.date.iso if s.date else ""] for s in signed.by(signer))

    assert who(Signer.REVIEWER) == sorted(block["reviewers"])  # type: ignore[call-overload]
    assert who(Signer.CHAIR) == block["chair"]


@pytest.mark.parametrize(
    "block", [b for b in BLOCKS if "illness" in b["name"] or "reason" in b["name"]], ids=lambda block: block["name"]
)
def test_reason_for_not_signing(block: dict[str, object]) -> None:
    assert review_of(f"{HEAD}{block['text']}").signoff.absence_reason


SIGNED = (
    "\n\n## Statement by Reviewers\n\nReviewer 1 (Signature): T Rowlands\n\nName (Print): Tegwen Rowlands\n\nDate: 12 May 2022\n\n"
    "Reviewer 2 (Signature): ........\n\nName (Print): ........\n\nDate: ........\n"
)
FELL_OUT = [
    "Two reviewers were appointed. Gareth Munro left his post in March 2022 and Tegwen Rowlands finished the work alone.",
    "The second reviewer withdrew in June owing to a change of employment.",
    "Because of long-term sickness the second reviewer did not see the final version.",
    "One of the two reviewers moved to a job in another country, and it was agreed that the other should complete the review.",
    "Tegwen Rowlands completed the report by herself after her colleague's bereavement.",
    "The external reviewer stepped down when a conflict of interest came to light.",
    "The reviewers were Tegwen Rowlands and Gareth Munro. Mr Munro's contract came to an end in March.",
]
SOMEBODY_ELSE = [
    "The social worker left her post in March and the case was reallocated. Two reviewers were appointed.",
    "The reviewer heard that the health visitor was on sick leave and that nobody replaced her.",
    "The reviewers met the mother, who was too ill to come to the second meeting.",
    "The independent reviewing officer retired in June and was not replaced.",
]


@pytest.mark.parametrize("text", FELL_OUT)
def test_a_cause_that_befell_a_reviewer_is_a_reason(text: str) -> None:
    assert review_of(f"{HEAD}## How the review was done\n\n{text}{SIGNED}").signoff.absence_reason


@pytest.mark.parametrize("text", SOMEBODY_ELSE)
def test_a_cause_that_befell_somebody_else_is_none(text: str) -> None:
    assert not review_of(f"{HEAD}## How the review was done\n\n{text}{SIGNED}").signoff.absence_reason
