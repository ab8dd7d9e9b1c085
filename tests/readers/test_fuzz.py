"""A short run of `bench/fuzz.py`: damaged samples are read or refused in a sentence, and what goes wrong is seen."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

import fuzz

from cpraudit.errors import UnreadableError


def test_damaged_samples_are_read_or_refused(tmp_path: Path) -> None:
    outcomes, failures = fuzz.run(seed=7, count=60, keep=tmp_path)
    assert not failures
    assert outcomes.total() == 60
    assert {kind.split()[0] for kind in outcomes} == {".docx", ".md", ".odt", ".pdf", ".txt"}
    assert {kind.split()[1] for kind in outcomes} == {"read", "refused"}  # by the last resort or before it
    assert not list(tmp_path.iterdir())


def test_the_seed_settles_every_input() -> None:
    assert list(fuzz.inputs(3, 12)) == list(fuzz.inputs(3, 12))
    assert [data for _, data in fuzz.inputs(3, 12)] != [data for _, data in fuzz.inputs(4, 12)]


@pytest.mark.parametrize("error", [KeyError("styles"), RecursionError("deep"), UnreadableError("two\nlines")])
def test_what_goes_wrong_is_a_failure_and_its_input_is_kept(
    error: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Path) -> None:
        raise error

    monkeypatch.setattr(fuzz, "read", broken)
    outcomes, failures = fuzz.run(seed=7, count=2, keep=tmp_path)
    assert sum(count for kind, count in outcomes.items() if kind.endswith("failed")) == len(failures) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(failure.partition(":")[0] for failure in failures)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not count a process's seconds for it")
def test_a_reading_over_its_time_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(_: Path) -> None:
        while True:
            pass

    monkeypatch.setattr(fuzz, "read", endless)
    monkeypatch.setattr(fuzz, "SLACK", 0.01)
    _, failures = fuzz.run(seed=7, count=1, keep=tmp_path)
    assert len(failures) == 1
    assert "took more than" in failures[0]
