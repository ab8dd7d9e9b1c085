"""What a batch has done, on disk, so that nothing done is lost or done again, whenever the program is ended.

`audits.jsonl` holds the audits of the last finished run. Audits made since stand in `pending/`, a file each, until the
next `audits.jsonl` has taken them in. Every file is written beside its place and then moved there in one step: a file that
has its name is whole. A review's page is put in place before its record, so that a record always has its page.
"""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from cpraudit.batch.marker import FORMAT, MARKER, is_output
from cpraudit.batch.naming import PARTS
from cpraudit.batch.work import Outcome
from cpraudit.errors import ConfigurationError, CprauditError

AUDITS = "audits.jsonl"
PAGES = "reviews"
PENDING = "pending"
LOCK = "batch.lock"
MOST_OF_A_PROBLEM = 10_000
"""Bytes of a record below which it may tell of a problem; an audit has fifty thousand at least."""
HEAD = '{"batch": '
"""How each line of `audits.jsonl` begins: what the batch knows of the review can be read without the rest."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An audit, or a reason why there is none, that is on disk."""

    fingerprint: str
    file: Path
    offset: int = 0
    problem: str = ""
    passing: bool = False


class Store:
    """The output folder of one batch."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pending = folder / PENDING
        self.known: dict[str, Kept] = {}
        """What is there, by the id of its review."""

    def claim(self) -> None:
        """Make the folder, or take it up where an earlier run has made it.

        Raises ConfigurationError where the folder holds something else.
        """
        if self.folder.exists() and not is_output(self.folder) and any(self.folder.iterdir()):
            raise ConfigurationError(
                f"'{self.folder}' holds other files, which a batch might overwrite. Name a new or an empty folder."
            )
        for folder in (self.folder, self.pending, self.folder / PAGES):
            folder.mkdir(parents=True, exist_ok=True)
        if not is_output(self.folder):
            self.write_json(MARKER, {"format": FORMAT, "finished": False})

    def load(self) -> None:
        """Find out what is there, and clear away what an earlier run was writing when it was ended."""
        for part in self.pending.glob("*.part"):
            part.unlink()
        self.known = self._in_audits() | self._in_pending()

    def marker(self) -> dict[str, Any]:
        """What the last finished run has said of itself."""
        try:
            values: dict[str, Any] = json.loads((self.folder / MARKER).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return values

    def page(self, review_id: str) -> str:
        """Address of a review's page, from the output folder."""
        return f"{PAGES}/{review_id}.html"

    def keep(self, outcome: Outcome, place: dict[str, Any]) -> str:
        """Put an outcome on disk, after which it is not lost; returns its line."""
        if outcome.record:
            self.write(self.page(outcome.id), outcome.page)
            line = outcome.record
        else:
            line = problem_line(place, outcome.problem, passing=outcome.passing)
        file = self.write(f"{PENDING}/{outcome.id}.json", line + "\n")
        self.known[outcome.id] = Kept(outcome.fingerprint, file, 0, outcome.problem, outcome.passing)
        return line

    def lines(self, review_ids: Iterable[str]) -> Iterator[str]:
        """The records of those of these reviews that have one, in this order, one line each."""
        with (self.folder / AUDITS).open("rb") if (self.folder / AUDITS).exists() else _nothing() as audits:
            for review_id in review_ids:
                kept = self.known[review_id]
                if kept.problem:
                    continue
                if kept.file.parent == self.pending:
                    yield kept.file.read_text(encoding="utf-8")
                else:
                    audits.seek(kept.offset)
                    yield audits.readline().decode("utf-8")

    def read(self, name: str) -> str:
        """The text of a file that was written; empty where it is not there."""
        try:
            return (self.folder / name).read_bytes().decode("utf-8")
        except FileNotFoundError:
            return ""

    def write(self, name: str, text: str) -> Path:
        """Write a file in one step."""
        with self.writing(name) as path:
            path.write_text(text, encoding="utf-8", newline="\n")
        return self.folder / name

    def write_json(self, name: str, values: Any) -> None:
        """Write values as JSON in one step, piece by piece: of a large batch they are long."""
        with self.writing(name) as path, path.open("w", encoding="utf-8", newline="\n") as file:
            json.dump(values, file, ensure_ascii=False, indent=1)
            file.write("\n")

    @contextmanager
    def writing(self, name: str) -> Iterator[Path]:
        """A path to write to; what is there is moved to `name` in one step once it is whole."""
        part = self.pending / f"{name.replace('/', '-')}.part"
        try:
            yield part
            part.replace(self.folder / name)
        except OSError as error:
            raise CprauditError(
                f"'{self.folder / name}' could not be written: {error.strerror or error}. "
                "If it is open in another program, close it; then run the same command again."
            ) from error

    def settle(self, files: Collection[str]) -> None:
        """After all outputs are written, which are these: drop what they have taken in, and pages that are none of them."""
        shutil.rmtree(self.pending, ignore_errors=True)
        for pages in (f"{PAGES}/*.html", PARTS):
            for page in self.folder.glob(pages):
                if page.relative_to(self.folder).as_posix() not in files:
                    page.unlink(missing_ok=True)

    def _in_audits(self) -> dict[str, Kept]:
        path = self.folder / AUDITS
        known = {
            told["id"]: Kept(told["fingerprint"], self.folder / MARKER, 0, told["problem"])
            for told in self.marker().get("unread", ())
            if not told["passing"] and told["fingerprint"]
        }
        if path.exists():
            with path.open("rb") as file:
                offset = 0
                for line in file:
                    place = _place(line)
                    if place and (self.folder / self.page(place["id"])).exists():
                        known[place["id"]] = Kept(place["fingerprint"], path, offset)
                    offset += len(line)
        return known

    def _in_pending(self) -> dict[str, Kept]:
        known = {}
        for file in self.pending.glob("*.json"):
            line = file.read_bytes()
            if place := _place(line):
                told = json.loads(line) if len(line) < MOST_OF_A_PROBLEM else {}
                known[place["id"]] = Kept(
                    place["fingerprint"], file, 0, told.get("problem", ""), told.get("passing", False)
                )
        return known


def problem_line(place: dict[str, Any], problem: str, *, passing: bool) -> str:
    """The line of a review that could not be audited."""
    return json.dumps({"batch": place, "problem": problem, "passing": passing}, ensure_ascii=False)


def _place(line: bytes) -> dict[str, Any] | None:
    """What the batch knows of a review, from the beginning of its line; None where the line is none of ours."""
    text = line.decode("utf-8", errors="replace")
    if not text.startswith(HEAD) or not text.endswith("}\n"):
        return None
    try:
        place, _ = json.JSONDecoder().raw_decode(text, len(HEAD))
    except ValueError:
        return None
    return place if {"id", "fingerprint"} <= place.keys() else None


@contextmanager
def _nothing() -> Iterator[IO[bytes]]:
    yield io.BytesIO()
