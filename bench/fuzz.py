"""Damaged files by the thousand: each must be read, or refused in a sentence, within its limits.

    python bench/fuzz.py [--inputs N] [--seed N] [--seconds N] [--keep FOLDER]

Each input is a sample with one to four mutations, which its number and the seed settle: bytes turned, the end cut off, pieces
moved or doubled, entries of an archive exchanged, its XML edited. Anything but a document or an UnreadableError, and any
reading over the limits of time, is a failure: it is named, and its input kept. Prints the count of each outcome; exits with 1
where anything failed.

Where a reading runs away in this process, outside the guarded one, nothing ends it but you: its input is in the folder of
kept ones from before it is read.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import sys
import tempfile
import time
import warnings
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cpraudit.errors import UnreadableError
from cpraudit.readers import FORMATS, read
from cpraudit.readers.limits import USUAL

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
SLACK = 3.0
"""A reading may take this many times its limit on the wall, as other work may stand in the way."""

Mutation = Callable[[random.Random, bytes], bytes]


@dataclass(frozen=True)
class Outcome:
    """What became of one input."""

    kind: str
    """'read', 'refused', 'refused by the last resort' (an error that no reader foresaw, told in a sentence), or what went wrong."""
    failed: bool = False


def samples() -> list[Path]:
    """The samples that are read, in order."""
    return sorted(path for path in SAMPLES.iterdir() if path.suffix in FORMATS)


def flipped(rng: random.Random, data: bytes) -> bytes:
    """Some bytes are others."""
    changed = bytearray(data)
    for _ in range(rng.choice((1, 4, 32, 256))):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def cut(rng: random.Random, data: bytes) -> bytes:
    """The end is not there."""
    return data[: rng.randrange(1, len(data) + 1)]


def moved(rng: random.Random, data: bytes) -> bytes:
    """A piece stands elsewhere, in place of what was there or before it."""
    start = rng.randrange(len(data))
    piece = data[start : start + rng.choice((1, 16, 512, 8_192))]
    at = rng.randrange(len(data))
    return data[:at] + piece + data[at + rng.choice((0, len(piece))) :]


def numbered(rng: random.Random, data: bytes) -> bytes:
    """A number in clear text is another: a length, an offset, a reference, a count of columns."""
    found = list(re.finditer(rb"\d+", data))
    if not found:
        return data
    match = rng.choice(found)
    other = rng.choice((b"0", b"-1", b"1", b"65536", b"2147483648", b"99999999999999999999", b"1e309"))
    return data[: match.start()] + other + data[match.end() :]


def tagged(rng: random.Random, data: bytes) -> bytes:
    """An element is taken out, doubled, put inside itself, or loses its end; an attribute has another value."""
    found = list(re.finditer(rb"<[^<>]{1,300}>", data))
    if not found:
        return data
    match, other = rng.choice(found), rng.choice(found)
    tag = match.group()
    new = rng.choice((
        b"", tag + tag, tag * rng.choice((50, 2_000)), other.group(), tag[:-1], b"&undefined;", b"<![CDATA[", b"\x00",
        re.sub(rb'"[^"]*"', rng.choice((b'""', b'"-1"', b'"9999999999"', b'"\xff"')), tag),
    ))  # fmt: skip
    return data[: match.start()] + new + data[match.end() :]


def exchanged(rng: random.Random, data: bytes) -> bytes:
    """Entries of an archive have each other's content, are gone, stand twice, or are mutated within and packed again."""
    entries = _entries(data)
    if not entries:
        return flipped(rng, data)
    names = [name for name, _ in entries]
    for _ in range(rng.randrange(1, 4)):
        at = rng.randrange(len(entries))
        name, content = entries[at]
        match rng.randrange(8):
            case 0:
                entries[at] = (name, rng.choice(entries)[1])
            case 1 if len(entries) > 1:
                del entries[at]
            case 2:
                entries.append((name, rng.choice(entries)[1]))
            case 3:
                entries[at] = (rng.choice((*names, "../" + name, name.upper(), "")), content)
            case _ if content:
                entries[at] = (name, rng.choice((tagged, tagged, numbered, flipped, cut, moved))(rng, content))
    return _packed(entries)


def _entries(data: bytes) -> list[tuple[str, bytes]]:
    """The archive's entries; none where it is no archive, or is one no more."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [(entry.filename, archive.read(entry)) for entry in archive.infolist() if entry.file_size < 1 << 24]
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, IndexError, KeyError, MemoryError):
        return []  # an earlier mutation broke it


def _packed(entries: list[tuple[str, bytes]]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # a name that stands twice is meant
        for name, content in entries:
            archive.writestr(zipfile.ZipInfo(name or "x"), content, zipfile.ZIP_DEFLATED)  # no time of day in it
    return packed.getvalue()


PLAIN: tuple[Mutation, ...] = (flipped, cut, moved, numbered, tagged)
PACKED: tuple[Mutation, ...] = (exchanged, exchanged, exchanged, exchanged, flipped, cut, moved)
"""Bytes turned in an archive seldom come past its checksums: most mutations are within its entries."""


def inputs(seed: int, count: int) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each input; each depends on the seed and its own number alone."""
    originals = [(path, path.read_bytes()) for path in samples()]
    for number in range(count):
        rng = random.Random(f"{seed}-{number}")
        path, data = rng.choice(originals)
        kinds = PACKED if data.startswith(b"PK") else PLAIN
        for _ in range(rng.choice((1, 1, 2, 4))):
            data = rng.choice(kinds)(rng, data) or b"\0"
        yield f"{seed}-{number}-{path.name}", data


def tried(path: Path) -> Outcome:
    """Read one input, and judge what came of it."""
    begun = time.perf_counter()
    try:
        read(path)
        outcome = Outcome("read")
    except UnreadableError as error:
        sentence = str(error)
        plain = sentence.strip() and "\n" not in sentence and "Traceback" not in sentence
        kind = "refused by the last resort" if "in a way that is not known" in sentence else "refused"
        outcome = Outcome(kind) if plain else Outcome("refused in no plain sentence", failed=True)
    except Exception as error:  # what the run looks for
        return Outcome(f"{type(error).__name__}: {error}"[:200], failed=True)
    took, most = time.perf_counter() - begun, SLACK * USUAL.seconds_for(path.stat().st_size)
    return Outcome(f"took more than {most:.0f} s", failed=True) if took > most else outcome


def run(seed: int, count: int, keep: Path, seconds: float = float("inf")) -> tuple[Counter[str], list[str]]:
    """Try so many inputs, or as many as the time allows. Gives the outcomes, and the failures with the names of their inputs."""
    keep.mkdir(parents=True, exist_ok=True)
    outcomes: Counter[str] = Counter()
    failures: list[str] = []
    end = time.monotonic() + seconds
    for name, data in inputs(seed, count):
        if time.monotonic() > end:
            break
        path = keep / name
        path.write_bytes(data)
        outcome = tried(path)
        outcomes[f"{path.suffix} {'failed' if outcome.failed else outcome.kind}"] += 1
        if outcome.failed:
            failures.append(f"{name}: {outcome.kind}")
        else:
            path.unlink()
    return outcomes, failures


def main() -> None:
    parser = argparse.ArgumentParser(description="Read damaged files by the thousand.")
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--keep", type=Path, help="where the inputs of failures are kept")
    given = parser.parse_args()
    outcomes, failures = run(given.seed, given.inputs, given.keep or Path(tempfile.mkdtemp(prefix="fuzz-")), given.seconds)
    for kind, count in sorted(outcomes.items()):
        print(f"{count:7,}  {kind}")
    print(f"{outcomes.total():7,}  in all, of which {len(failures)} failed")
    print(*failures, sep="\n")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
