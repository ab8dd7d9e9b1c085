"""How long an audit takes as a whole process, on reviews made from the samples.

    python bench/speed.py [--runs N]

Prints processor seconds (user and system), the wall clock and peak memory of each, as the median of the runs. The bounds to
hold: a 40-page Word review in 2 s, a 60-page PDF in 1.5 s and 200 MB, `cpraudit --version` 0.15 s beyond Python's own start, a
40-page Word file read in 0.25 s beyond it.
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


def settled(folder: Path) -> dict[str, str]:
    """An environment in which Python keeps the modules that it has compiled, as it does where a program is installed."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}


def measured(command: list[str], runs: int, environment: dict[str, str]) -> tuple[float, float, float]:
    """Median processor seconds, wall seconds and megabytes of a command, after one run that is not counted."""
    figures = []
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    for _ in range(runs + 1):
        begun = time.perf_counter()
        child = os.posix_spawn(command[0], command, environment, file_actions=quiet)
        _, _, usage = os.wait4(child, 0)
        figures.append((usage.ru_utime + usage.ru_stime, time.perf_counter() - begun, usage.ru_maxrss / 1024))
    return tuple(statistics.median(column) for column in zip(*figures[1:], strict=True))  # type: ignore[return-value]


def warm(path: Path, runs: int) -> float:
    """Median processor seconds of an audit in a process that has audited before."""
    from cpraudit.auditing import audit

    figures = []
    for _ in range(runs + 2):
        begun = time.process_time()
        audit(path)
        figures.append(time.process_time() - begun)
    return statistics.median(figures[2:])


def build_long(folder: Path) -> tuple[Path, Path]:
    """A 40-page Word review and a 60-page PDF in that folder."""
    build.HERE = folder
    for pages, make, arguments in (
        (40, build.word_report, ("forty-pages.docx",)),
        (60, build.pdf, ("sixty-pages.pdf", "A long review")),
    ):
        (folder / "long.md").write_text(long_review(pages), encoding="utf-8")
        make("long.md", *arguments)
    return folder / "forty-pages.docx", folder / "sixty-pages.pdf"


def main() -> None:
    """Build the reviews in a temporary folder, and time each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    program = str(Path(sys.executable).with_name("cpraudit"))
    with tempfile.TemporaryDirectory() as folder:
        word, pdf = build_long(Path(folder))
        for name, command in {
            "python -c pass": [sys.executable, "-c", "pass"],
            "cpraudit --version": [program, "--version"],
            "40-page Word, read": [program, "read", str(word)],
            "40-page Word review": [program, "check", str(word), "--format", "json"],
            "60-page PDF": [program, "check", str(pdf), "--format", "json"],
        }.items():
            cpu, wall, memory = measured(command, runs, settled(Path(folder)))
            print(f"{name:22} cpu {cpu:5.2f} s   wall {wall:5.2f} s   peak {memory:4.0f} MB", flush=True)
        for name, path in (("Word, warm", word), ("PDF, warm", pdf)):
            print(f"{name:22} cpu {warm(path, runs):5.2f} s   (audited again by the same process, as in a batch)")


if __name__ == "__main__":
    main()
