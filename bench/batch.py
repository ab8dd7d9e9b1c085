"""How fast a batch is, and what memory it takes: the samples (or the reviews of a folder) repeated with small changes.

    python bench/batch.py [--reviews 400] [--format docx|pdf] [--jobs 2] [--from FOLDER]

Prints reviews a second, the share of time by stage, the peak memory of the whole tree of processes (PSS, in which memory
that processes share counts once, and RSS, in which it counts in each), and the time of a second run with nothing changed.
The bounds to hold, on two cores: 5 Word or 3 PDF reviews a second, 1.2 GB, 3 s. Needs Linux (/proc).
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "samples"))
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


class Memory(threading.Thread):
    """Watches the memory of a session of processes until told to stop."""

    def __init__(self, leader: int) -> None:
        super().__init__(daemon=True)
        self.leader, self.going = leader, True
        self.samples: list[tuple[float, float]] = []

    def run(self) -> None:
        while self.going:
            self.samples.append(self._now())
            time.sleep(0.25)

    def _now(self) -> tuple[float, float]:
        pss = rss = 0
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                if int(stat.read_text().rpartition(")")[2].split()[3]) != self.leader:
                    continue
                for line in (stat.parent / "smaps_rollup").read_text().splitlines():
                    pss += int(line.split()[1]) if line.startswith("Pss:") else 0
                    rss += int(line.split()[1]) if line.startswith("Rss:") else 0
            except OSError:
                continue
        return pss / 1024, rss / 1024


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
        pss, rss = (max(column) for column in zip(*memory.samples, strict=True))
        half = len(memory.samples) // 2
        early, late = (max(pss for pss, _ in part) for part in (memory.samples[:half], memory.samples[half:]))
        print(f"peak memory of the tree: {pss:.0f} MB ({rss:.0f} MB RSS); first half {early:.0f}, second half {late:.0f}")
        print(f"dashboard {(out / 'index.html').stat().st_size / 1e6:.2f} MB; unread {len(told['unread'])}")
        print(f"second run with nothing changed: {again:.2f} s")


if __name__ == "__main__":
    main()
