"""What a baseline knows again, and what it does not tell."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from cpraudit.document import Span
from cpraudit.facts import Review
from cpraudit.quality import baseline
from cpraudit.quality.engine import Finding
from cpraudit.quality.loading import load
from cpraudit.quality.results import Result, missing, partial
from cpraudit.testing.cases import review_of

SENTENCES = [
    f"In month {number} the health visitor saw the child at home and wrote down what was said in room {number}."
    for number in range(1, 31)
]
CHECKS = {check.id: check for check in load()}


def named(name: str, sentences: Iterable[str]) -> Review:
    document = review_of("# Child Practice Review\n\n" + "\n\n".join(sentences)).document
    return Review(replace(document, parts=(replace(document.parts[0], path=name), *document.parts[1:])))


def found(**results: Result) -> list[Finding]:
    return [Finding(CHECKS[name.replace("_", "-")], result) for name, result in results.items()]


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A baseline of one report, without an age and with a date in part."""
    old = named("old.docx", SENTENCES)
    path = tmp_path / "known.json"
    told = found(child_age=missing("No age."), timeline_length=partial("No end.", [Span(1, 0, 30)]))
    baseline.write(path, [(old, told)])
    return path


def test_a_report_is_known_again_after_edits_and_under_another_name(kept: Path) -> None:
    edited = named(
        "new name.docx", ["A first line that moves all the rest.", *SENTENCES[3:], "Another that was not there."]
    )
    told = found(child_age=missing("No age."), chair_signoff=missing("No signature."))
    assert baseline.read(kept).findings(edited, told) == {"child-age"}


def test_a_report_that_was_written_anew_is_known_by_its_name(kept: Path) -> None:
    told = found(child_age=missing("No age."))
    rewritten = [f"{sentence[:-1]}, as before." for sentence in SENTENCES]
    assert baseline.read(kept).findings(named("OLD.docx", rewritten), told) == {"child-age"}
    assert baseline.read(kept).findings(named("other.docx", rewritten), told) == set()


def test_a_finding_is_known_by_the_words_that_it_rests_on_wherever_they_stand(kept: Path) -> None:
    moved = named("old.docx", ["A line before.", *SENTENCES])
    same = found(timeline_length=partial("No end.", [Span(2, 0, 30)]))
    other = found(timeline_length=partial("No end.", [Span(2, 0, 12)]))
    worse = found(timeline_length=missing("No period."))
    known = [baseline.read(kept).findings(moved, told) for told in (same, other, worse)]
    assert known == [{"timeline-length"}, set(), set()]


def test_it_holds_no_words_and_two_share_no_hash(kept: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    baseline.write(other, [(named("old.docx", SENTENCES), found(child_age=missing("No age.")))])
    one, two = (json.loads(path.read_text(encoding="utf-8")) for path in (kept, other))
    assert one["salt"] != two["salt"]
    assert not {one["reports"][0]["name"], *one["reports"][0]["sentences"], *one["reports"][0]["known"]} & {
        two["reports"][0]["name"], *two["reports"][0]["sentences"], *two["reports"][0]["known"]
    }  # fmt: skip
    assert "visitor" not in kept.read_text(encoding="utf-8")
    assert "old" not in kept.read_text(encoding="utf-8")


def test_written_anew_it_keeps_its_salt_so_that_what_is_the_same_stays(kept: Path) -> None:
    before = json.loads(kept.read_text(encoding="utf-8"))
    baseline.write(kept, [(named("old.docx", SENTENCES), found(child_age=missing("No age.")))])
    after = json.loads(kept.read_text(encoding="utf-8"))
    assert after["salt"] == before["salt"]
    assert after["reports"][0]["sentences"] == before["reports"][0]["sentences"]
    assert set(after["reports"][0]["known"].values()) == {"child-age"}


@pytest.mark.parametrize("text", ["[]", "{}", '{"schema": "cpraudit-baseline/2", "salt": "x", "reports": []}', "1"])
def test_what_is_none_is_refused(tmp_path: Path, text: str) -> None:
    from cpraudit.errors import ConfigurationError

    path = tmp_path / "known.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError, match="is not a baseline"):
        baseline.read(path)
