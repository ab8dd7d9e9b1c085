"""Signature blocks: tables by row and by column, labelled and unlabelled lines, letters, what is written instead of a name."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from cpraudit.facts.signatures import Signer
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
