"""Whole small reviews: what several checks say of one text, as they meet it in practice."""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from cpraudit.facts import Review
from cpraudit.quality import engine
from cpraudit.quality.loading import load
from cpraudit.testing import review_of

FOLDER = Path(__file__).parent / "reviews"
STATUSES: dict[str, dict[str, str]] = tomllib.loads((FOLDER / "statuses.toml").read_text(encoding="utf-8"))
KNOWN_MISSES = STATUSES.pop("known_misses")
CHECKS = {check.id: check for check in load()}


@cache
def _review(name: str) -> Review:
    return review_of((FOLDER / f"{name}.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("name", "check", "status"),
    [(name, check, status) for name, statuses in STATUSES.items() for check, status in statuses.items()],
)
def test_whole_review(name: str, check: str, status: str, request: pytest.FixtureRequest) -> None:
    if why := KNOWN_MISSES.get(f"{name} {check}"):  # strict: a miss that no longer misses must lose its mark
        request.applymarker(pytest.mark.xfail(reason=why, strict=True))
    result = engine.examine(CHECKS[check], _review(name))
    assert result.status == status, result.message
