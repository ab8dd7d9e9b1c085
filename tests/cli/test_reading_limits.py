"""What the reading of a file may cost, settled on the command line or in a configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from cpraudit.config import settings_for
from cpraudit.readers.limits import USUAL
from running import run


@pytest.fixture
def large(tmp_path: Path) -> Path:
    path = tmp_path / "large.md"
    path.write_text("The panel met.\n\n" * 100_000, encoding="utf-8")
    return path


@pytest.mark.parametrize("command", ["check", "read", "outline"])
def test_a_file_larger_than_is_allowed_is_refused(large: Path, command: str) -> None:
    done = run(command, large, "--max-size", "1")
    assert done.returncode == 2
    assert done.stderr.startswith("cpraudit: 'large.md' is larger than 1 MB. ")


def test_a_batch_goes_on_after_it(large: Path) -> None:
    (large.parent / "small.md").write_text("The panel met.\n", encoding="utf-8")
    done = run("batch", large.parent, "-o", large.parent / "out", "--jobs", "1", "--max-size", "1")
    assert done.returncode == 2
    assert "'large.md' is larger than 1 MB" in done.stderr
    assert "1 of 2 could not be audited" in done.stderr


def test_a_configuration_settles_it_and_the_command_line_overrules(large: Path) -> None:
    table = "[reading]\nocr = true\nseconds = 30\nmemory = 900\nsize = 1\n"
    (large.parent / "cpraudit.toml").write_text(table, encoding="utf-8")
    settings = settings_for(large)
    assert settings.ocr
    assert (settings.reading.seconds, settings.reading.memory, settings.reading.size) == (30, 900, 1)
    assert settings.reading.seconds_per_mb == USUAL.seconds_per_mb
    assert "is larger than 1 MB" in run("read", large).stderr
    assert "more than any review" in run("read", large, "--max-size", "100").stderr


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("[reading]\nsecond = 3", "unknown key 'reading.second'. Did you mean 'reading.seconds'?"),
        ("[reading]\nmemory = 0", "must be a number above 0"),
        ("[reading]\nsize = 'large'", "must be a number"),
        ("reading = 3", "must be a table: [reading]"),
    ],
)
def test_what_is_wrong_is_told(large: Path, table: str, says: str) -> None:
    (large.parent / "cpraudit.toml").write_text(table, encoding="utf-8")
    done = run("read", large)
    assert done.returncode == 2
    assert says in done.stderr
