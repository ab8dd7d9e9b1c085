"""Damaged files by the thousand: each must be read, or refused in a sentence, within its limits.

    python bench/fuzz.py [--inputs N] [--seed N] [--seconds N] [--judge N] [--keep FOLDER]

Each input is a sample, or a document with one of every construct, with one to four mutations (`damage.py`), which its number
and the seed settle. Word, OpenDocument and text are read in this process and PDF in guarded workers that are used again, as the
program itself does; every so many documents that were read (--judge) one is audited as well. Anything but a document or an
UnreadableError, and any reading or judging over its time, is a failure: it is named, and its input kept. Prints the count of
each outcome; exits with 1 where anything failed.
"""

from __future__ import annotations

import argparse
import contextlib
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from damage import damaged

from cpraudit.auditing import examine
from cpraudit.config import Settings
from cpraudit.document import Document
from cpraudit.errors import UnreadableError
from cpraudit.readers import FORMATS, read
from cpraudit.readers.limits import USUAL

HERE = Path(__file__).resolve().parent.parent
SLACK = 3.0
"""A reading may take this many times its limit, for this machine may be slow."""
JUDGING = 20.0
"""Processor seconds that the judging of one document may take: 200 pages take half of it."""


@dataclass(frozen=True)
class Outcome:
    """What became of one input."""

    kind: str
    """'read', 'refused', 'refused by the last resort' (an error that no reader foresaw, told in a sentence), or what went wrong."""
    failed: bool = False


class OutOfTimeError(Exception):
    """What runs in this process has taken more than it may."""


def originals() -> list[tuple[str, bytes]]:
    """Name and bytes of what is damaged: the samples, one as plain text, and a document of every construct."""
    sys.path.insert(0, str(HERE / "tests" / "readers"))
    import markers
    import odt_writer
    import pdf_writer

    found = [(path.name, path.read_bytes()) for path in sorted((HERE / "samples").iterdir()) if path.suffix in FORMATS]
    found.append(("draft.txt", (HERE / "samples" / "weak-draft.md").read_bytes()))
    found.append(("constructs.docx", markers.every_construct()))
    found.append(("constructs.odt", odt_writer.every_construct()))
    found.append(("constructs.pdf", pdf_writer.every_construct()))
    return found


def inputs(seed: int, count: int) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each input; each depends on the seed and its own number alone."""
    known = originals()
    for number in range(count):
        rng = random.Random(f"{seed}-{number}")
        name, data = rng.choice(known)
        yield f"{seed}-{number}-{name}", damaged(rng, data)


@contextlib.contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise OutOfTimeError where this process takes more processor seconds; Windows cannot tell."""
    if sys.platform == "win32":
        yield
        return

    def over(_signal: int, _frame: object) -> None:
        raise OutOfTimeError(f"took more than {seconds:.0f} s of this process")

    before = signal.signal(signal.SIGPROF, over)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def tried(path: Path, *, judged: bool = False) -> Outcome:
    """Read one input, audit it where that is asked for, and judge what came of it."""
    most = SLACK * USUAL.seconds_for(path.stat().st_size)
    begun = time.perf_counter()
    try:
        with limited(most):
            document = read(path)
        if path.suffix == ".pdf" and time.perf_counter() - begun > 2 * most:  # a guarded process has a clock of its own
            return Outcome(f"took more than {most:.0f} s", failed=True)
        if judged:
            return _judged(document)
        return Outcome("read")
    except UnreadableError as error:
        sentence = str(error)
        plain = sentence.strip() and "\n" not in sentence and "Traceback" not in sentence
        kind = "refused by the last resort" if "in a way that is not known" in sentence else "refused"
        return Outcome(kind) if plain else Outcome("refused in no plain sentence", failed=True)
    except Exception as error:  # what the run looks for
        return Outcome(f"{type(error).__name__}: {error}"[:200], failed=True)


def _judged(document: Document) -> Outcome:
    """Audit a document that was read; no check may break on it."""
    with limited(JUDGING):
        audit = examine(document, Settings())
    broken = next((finding for finding in audit.findings if finding.broke), None)
    if broken:
        return Outcome(f"the check {broken.check.id} broke: {broken.broke}"[:200], failed=True)
    return Outcome("read and audited")


def run(
    seed: int, count: int, keep: Path, seconds: float = float("inf"), *, judge: int = 0
) -> tuple[Counter[str], list[str]]:
    """Try so many inputs, or as many as the time allows. Gives the outcomes, and the failures with the names of their inputs."""
    keep.mkdir(parents=True, exist_ok=True)
    outcomes: Counter[str] = Counter()
    failures: list[str] = []
    end = time.monotonic() + seconds
    for number, (name, data) in enumerate(inputs(seed, count)):
        if time.monotonic() > end:
            break
        path = keep / name
        path.write_bytes(data)
        outcome = tried(path, judged=bool(judge) and number % judge == 0)
        outcomes[f"{path.suffix} {'failed' if outcome.failed else outcome.kind}"] += 1
        if outcome.failed:
            failures.append(f"{name}: {outcome.kind}")
            print(failures[-1], file=sys.stderr, flush=True)
        else:
            path.unlink()
    return outcomes, failures


def main() -> None:
    parser = argparse.ArgumentParser(description="Read damaged files by the thousand.")
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--judge", type=int, default=0, help="audit one of so many inputs that are read")
    parser.add_argument("--keep", type=Path, help="where the inputs of failures are kept")
    given = parser.parse_args()
    keep = given.keep or Path(tempfile.mkdtemp(prefix="fuzz-"))
    outcomes, failures = run(given.seed, given.inputs, keep, given.seconds, judge=given.judge)
    for kind, count in sorted(outcomes.items()):
        print(f"{count:7,}  {kind}")
    print(f"{outcomes.total():7,}  in all, of which {len(failures)} failed")
    print(*failures, sep="\n")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
