"""How fast a batch is, and what memory it takes: the samples (or the reviews of a folder) repeated with small changes.

    python bench/batch.py [--reviews 400] [--format docx|pdf] [--jobs 2] [--from FOLDER]

Prints reviews a second, the share of time by stage, the memory of the whole tree of processes over time (PSS, in which memory
that processes share counts once, and RSS, in which it counts in each), and the time of a second run with nothing changed.
The bounds to hold, on two cores: 5 Word or 3 PDF reviews a second, 1.2 GB, 3 s; and 5,000 reviews without growth. Needs
Linux (/proc).
"""

from __future__ import annotations

import argparse
import itertools
import json
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "samples"))
EVERY = 1.0
"""Seconds between two looks at the memory, which cost time of their own."""
STAGES = {"read": "reading", "judge": "facts and checks", "write": "page and JSON", "tables": "tables and dashboard"}


def samples(folder: Path, form: str) -> list[Path]:
    """The samples in one format."""
    import build

    build.HERE = folder
    for name in ("good-report", "weak-draft", "published"):
        shutil.copy(ROOT / "samples" / f"{name}.md", folder)
        if form == "docx":
            build.word_report(f"{name}.md", f"{name}.docx")
        else:
            build.pdf(f"{name}.md", f"{name}.pdf", "A review of the samples")
    return sorted(folder.glob(f"*.{form}"))


def repeat(files: list[Path], count: int, folder: Path) -> None:
    """So many copies, each with content of its own."""
    for number in range(count):
        source = files[number % len(files)]
        copy = folder / f"{number:05}-{source.name}"
        shutil.copy(source, copy)
        if copy.suffix == ".docx":
            with zipfile.ZipFile(copy, "a") as archive:
                archive.comment = f"copy {number}".encode()
        else:
            with copy.open("ab") as file:
                file.write(f"\n% copy {number}\n".encode())


@dataclass(frozen=True, slots=True)
class Sample:
    """The memory of all processes of a session at one time, in megabytes."""

    seconds: float
    pss: float
    rss: float
    own: float
    """PSS of the process that was started, without its workers."""


class Memory(threading.Thread):
    """Watches the memory of a session of processes until told to stop."""

    def __init__(self, leader: int) -> None:
        super().__init__(daemon=True)
        self.leader, self.going = leader, True
        self.begun = time.perf_counter()
        self.samples: list[Sample] = []

    def run(self) -> None:
        while self.going:
            self.samples.append(self._now())
            time.sleep(EVERY)

    def curve(self, points: int = 20) -> Iterator[Sample]:
        """The run in so many equal parts: the highest of each part."""
        length = self.samples[-1].seconds / points or 1.0
        parts = itertools.groupby(self.samples, lambda one: min(points - 1, int(one.seconds / length)))
        for part, inside in ((part, list(inside)) for part, inside in parts):
            yield Sample((part + 1) * length, *(max(getattr(one, name) for one in inside) for name in ("pss", "rss", "own")))

    def _now(self) -> Sample:
        pss = rss = own = 0
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                if int(stat.read_text().rpartition(")")[2].split()[3]) != self.leader:
                    continue
                kilobytes = dict.fromkeys(("Pss", "Rss"), 0)
                for line in (stat.parent / "smaps_rollup").read_text().splitlines():
                    name, _, rest = line.partition(":")
                    if name in kilobytes:
                        kilobytes[name] = int(rest.split()[0])
            except OSError:
                continue
            pss += kilobytes["Pss"]
            rss += kilobytes["Rss"]
            own += kilobytes["Pss"] if stat.parent.name == str(self.leader) else 0
        return Sample(time.perf_counter() - self.begun, pss / 1024, rss / 1024, own / 1024)


def run(folder: Path, out: Path, jobs: int) -> tuple[float, Memory]:
    """Seconds of a batch as a whole process, and its memory."""
    command = [str(Path(sys.executable).with_name("cpraudit")), "batch", str(folder), "-o", str(out), "--jobs", str(jobs), "-q"]
    begun = time.perf_counter()
    child = subprocess.Popen(command, start_new_session=True)
    memory = Memory(child.pid)
    memory.start()
    child.wait()
    spent = time.perf_counter() - begun
    memory.going = False
    memory.join()
    return spent, memory


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--reviews", type=int, default=400)
    parser.add_argument("--format", choices=["docx", "pdf"], default="docx")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--from", dest="source", type=Path, help="A folder of reviews to repeat, instead of the samples.")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        made, folder, out = Path(home, "made"), Path(home, "in"), Path(home, "out")
        made.mkdir()
        folder.mkdir()
        if given.source:
            files = sorted(f for f in given.source.glob(f"*.{given.format}") if ".annex" not in f.name)
        else:
            files = samples(made, given.format)
        repeat(files, given.reviews, folder)
        spent, memory = run(folder, out, given.jobs)
        told = json.loads((out / "batch.json").read_text(encoding="utf-8"))
        again, _ = run(folder, out, given.jobs)
        print(f"{given.reviews} reviews ({given.format}), {given.jobs} jobs: {spent:.1f} s, {given.reviews / spent:.2f} a second")
        shares = {stage: seconds / (1 if stage == "tables" else given.jobs) for stage, seconds in told["seconds"].items()}
        rest = spent - sum(shares.values())
        for stage, seconds in shares.items():
            print(f"  {STAGES[stage]:22} {100 * seconds / spent:5.1f} %   {seconds:7.1f} s")
        print(f"  {'starting, waiting':22} {100 * rest / spent:5.1f} %   {rest:7.1f} s")
        print("memory, MB (highest of each twentieth of the time): whole tree, in which the first process alone; RSS of all")
        for one in memory.curve():
            print(f"  to {one.seconds:7.0f} s {one.pss:7.0f} {one.own:7.0f} {one.rss:8.0f}")
        print(f"dashboard {(out / 'index.html').stat().st_size / 1e6:.2f} MB; unread {len(told['unread'])}")
        print(f"second run with nothing changed: {again:.2f} s")


if __name__ == "__main__":
    main()
