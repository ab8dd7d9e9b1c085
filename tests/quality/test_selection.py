"""Which checks run."""

import pytest

from cpraudit.errors import ConfigurationError
from cpraudit.quality.loading import load
from cpraudit.quality.selection import chosen

CHECKS = load()


def ids(select=(), ignore=()) -> set[str]:
    return {check.id for check in chosen(CHECKS, select, ignore)}


def test_by_id_pattern_domain_and_tier() -> None:
    assert ids(["child-age"]) == {"child-age"}
    assert ids(["child-*"]) == {"child-age", "child-gender", "child-ethnicity", "child-needs", "child-voice"}
    assert "board-named" in ids(["context"])
    assert all(check.tier == "statutory" for check in chosen(CHECKS, ["statutory"]))
    assert len(ids()) == 91
    assert len(ids(ignore=["child-*"])) == 86
    assert "timeline-length" not in ids(["statutory"], ["timeline-*"])


@pytest.mark.parametrize(
    ("word", "hint"), [("chld-age", "child-age"), ("proces", "process"), ("statuary", "statutory")]
)
def test_an_unknown_word_gets_a_suggestion(word: str, hint: str) -> None:
    with pytest.raises(ConfigurationError, match=f"Did you mean '{hint}'"):
        ids(ignore=[word])


def test_nothing_left_is_an_error() -> None:
    with pytest.raises(ConfigurationError, match="No check is left"):
        ids(["child-age"], ["context"])
