"""How long an audit takes as a whole process, on reviews made from the samples.

    python bench/speed.py [--runs N]

Prints processor seconds (user and system), the wall clock and peak memory of each, as the median of the runs. The bounds to
hold: a 40-page Word review in 2 s, a 60-page PDF in 1.5 s and 200 MB, `cpraudit --version` 0.15 s beyond Python's own start.
"""

from __future__ import annotations

import argparse
import itertools
import os
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "samples"))

import build  # noqa: E402  the samples' own builder

WORDS_A_PAGE = 420


def long_review(pages: int) -> str:
    """The good sample with its learning told again until it fills that many pages.

    No sentence comes twice: a long one has a reference of its own in it, so that nothing remembered of one helps with another.
    """
    text = (ROOT / "samples" / "good-report.md").read_text(encoding="utf-8")
    start, end = text.index("## Narrative of events"), text.index("## Fathers and male carers")
    middle = text[start:end]
    lacking = pages * WORDS_A_PAGE - len(text.split())
    again = [_told_again(middle, number) for number in range(max(0, round(lacking / len(middle.split()))))]
    return text[:end] + "".join(again) + text[end:]


def _told_again(text: str, number: int) -> str:
    counter = itertools.count(number * 1000)
    return re.sub(
        r"(?<=[a-z]{4}), (?=[a-z])|(?<=[a-z]{4})(?=\.(?: |$))",
        lambda m: f" (note {next(counter)}){m[0]}",
        text,
        flags=re.MULTILINE,
    )


def measured(command: list[str], runs: int) -> tuple[float, float, float]:
    """Median processor seconds, wall seconds and megabytes of a command."""
    figures = []
    for _ in range(runs):
        begun = time.perf_counter()
        child = os.spawnv(os.P_NOWAIT, command[0], command)
        _, _, usage = os.wait4(child, 0)
        figures.append((usage.ru_utime + usage.ru_stime, time.perf_counter() - begun, usage.ru_maxrss / 1024))
    return tuple(statistics.median(column) for column in zip(*figures, strict=True))  # type: ignore[return-value]


def main() -> None:
    """Build the reviews in a temporary folder, and time each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    program = str(Path(sys.executable).with_name("cpraudit"))
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        build.HERE = here
        (here / "long.md").write_text(long_review(40), encoding="utf-8")
        build.word_report("long.md", "forty-pages.docx")
        (here / "long.md").write_text(long_review(60), encoding="utf-8")
        build.pdf("long.md", "sixty-pages.pdf", "A long review")
        quiet = ["--format", "json", "--json", str(here / "out.json")]
        for name, command in {
            "python -c pass": [sys.executable, "-c", "pass"],
            "cpraudit --version": [program, "--version"],
            "40-page Word review": [program, "check", str(here / "forty-pages.docx"), *quiet],
            "60-page PDF": [program, "check", str(here / "sixty-pages.pdf"), *quiet],
        }.items():
            sys.stdout.flush()
            saved, null = os.dup(1), os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, 1)
            cpu, wall, memory = measured(command, runs)
            os.dup2(saved, 1)
            print(f"{name:22} cpu {cpu:5.2f} s   wall {wall:5.2f} s   peak {memory:4.0f} MB")


if __name__ == "__main__":
    main()
