"""Completion in shells."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from running import run

PROGRAM = Path(sys.executable).with_name("cpraudit")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_one_that_the_shell_can_read(shell: str, tmp_path: Path) -> None:
    done = run("completion", shell)
    assert done.returncode == 0
    assert f"_CPRAUDIT_COMPLETE={shell}_complete" in done.stdout
    if shutil.which(shell):
        (tmp_path / "script").write_text(done.stdout, encoding="utf-8")
        assert subprocess.run([shell, "-n", tmp_path / "script"], timeout=30).returncode == 0


def test_the_program_answers_the_script() -> None:
    def completed(words: str) -> list[str]:
        told = {"_CPRAUDIT_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
        return subprocess.run(
            [PROGRAM], env=os.environ | told, capture_output=True, text=True, timeout=60
        ).stdout.split()

    assert completed("cpraudit ch") == ["plain,check", "plain,checks"]
    assert "plain,--fail-under" in completed("cpraudit check --fail")
    assert "plain,statutory" in completed("cpraudit check --fail-on st")


def test_a_shell_that_is_not_known_is_told_of_those_that_are() -> None:
    done = run("completion", "tcsh")
    assert done.returncode == 2
    assert "'tcsh' is not bash, zsh or fish" in done.stderr
