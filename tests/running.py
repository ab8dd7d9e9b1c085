"""The command line, run in the tests' own process: a process of its own takes a second to start, and starts a thousand times.

`cli/test_commands.py` runs the program as it is installed.
"""

from __future__ import annotations

import contextlib
import subprocess
from pathlib import Path

from click.testing import CliRunner

from cpraudit.cli import main


def run(*words: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """What a command does and says, as `subprocess.run` gives it."""
    told = [str(word) for word in words]
    with contextlib.chdir(cwd) if cwd else contextlib.nullcontext():
        done = CliRunner().invoke(main, told)
    return subprocess.CompletedProcess(told, done.exit_code, done.stdout, done.stderr)
