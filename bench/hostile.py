"""What becomes of each kind of hostile file: seconds, memory, exit code and sentence of `cpraudit check` as a whole process.

    python bench/hostile.py [--only WORD]

The bounds: each is refused in one sentence with exit code 2, or audited (exit code 0) where nothing in it stands in the way, within
5 seconds of the processor and 500 MB; what is over them is marked, and the exit code is then 1. The seconds are those of all its
processes; the memory is that of the largest, the program's own or the guarded one's.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from speed import settled

ROOT = Path(__file__).resolve().parent.parent
MOST_SECONDS = 5.0
MOST_MEMORY = 500
PER_LETTERS = 100_000
"""A text that is no attack may take a second more for so many letters."""


def write(folder: Path, only: str) -> None:
    """Write a file of each kind; its name is its place in the table and the kind."""
    sys.path.insert(0, str(ROOT / "tests" / "readers"))
    from hostile_files import HOSTILE, OTHERS
    from long_texts import LONG_TEXTS

    made = {kind: ("docx", make) for kind, (_, make) in HOSTILE.items()}
    made |= {kind: (suffix, make) for kind, (suffix, _, make) in OTHERS.items()}
    made |= {kind: ("txt", lambda make=make: make().encode()) for kind, make in LONG_TEXTS.items()}
    for number, (kind, (suffix, make)) in enumerate(made.items()):
        if only in kind:
            (folder / f"{number:03} {kind}.{suffix}").write_bytes(make())


def checked(path: Path, environment: dict[str, str]) -> tuple[float, float, int, str]:
    """Processor seconds, megabytes, exit code and last line of an audit."""
    command = [str(Path(sys.executable).with_name("cpraudit")), "check", str(path), "--format", "json"]
    child = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    assert child.stderr
    told = child.stderr.read().strip()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    sentence = next((line for line in told.splitlines() if line.startswith("cpraudit: ")), told)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, child.returncode, sentence.removeprefix("cpraudit: ")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="", help="only the kinds with this word in their name")
    parser.add_argument("--write", type=Path, metavar="FOLDER", help="only write the files there")
    given = parser.parse_args()
    if given.write:
        write(given.write, given.only)
        return
    over = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # in a process of its own: what this one once held would count as the memory of those that it starts
        subprocess.run([sys.executable, __file__, "--write", folder, "--only", given.only], check=True)
        environment = settled(folder)
        for path in sorted(folder.glob("[0-9]*")):
            seconds, memory, code, sentence = checked(path, environment)
            most = MOST_SECONDS + (path.stat().st_size / PER_LETTERS if path.suffix == ".txt" and code == 0 else 0)
            bad = seconds > most or memory > MOST_MEMORY or code not in {0, 2} or (code == 2 and not sentence)
            over += bad
            print(f"{'!' if bad else ' '} {path.name[4:]:58} {seconds:5.1f} s {memory:4.0f} MB  {code}  {sentence}", flush=True)
    sys.exit(1 if over else 0)


if __name__ == "__main__":
    main()
