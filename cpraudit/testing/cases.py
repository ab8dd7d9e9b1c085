"""Cases of a check: a text, and the status that an expert would give it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from cpraudit.document import join
from cpraudit.facts import Review
from cpraudit.quality import engine
from cpraudit.quality.checks import Check
from cpraudit.quality.results import Result, Status
from cpraudit.readers.markdown import read
from cpraudit.readers.opening import Source


@dataclass(frozen=True, slots=True)
class Case:
    """One text and the status that it should get."""

    check: str
    name: str
    text: str
    status: Status
    known_miss: str = ""
    """Why the program does not give that status yet; empty where it does."""
    annexes: tuple[str, ...] = ()


def cases_in(folder: Path) -> list[Case]:
    """Every case of the `<check-id>.toml` files of a folder."""
    return [
        Case(
            check=path.stem,
            name=case["name"],
            text=case["text"],
            status=Status(case["status"]),
            known_miss=case.get("known_miss", ""),
            annexes=tuple(case.get("annexes", ())),
        )
        for path in sorted(folder.glob("*.toml"))
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    ]


def review_of(text: str, *annexes: str) -> Review:
    """A review from Markdown text, with the texts of its annexes."""
    sources = [("review.md", text), *((f"review.annex-{number}.md", annex) for number, annex in enumerate(annexes, 1))]
    return Review(join([read(Source(name, words.encode())) for name, words in sources]))


def result_of(check: Check, text: str, *annexes: str) -> Result:
    """What a check says of a review given as Markdown text, as the engine would report it."""
    return engine.examine(check, review_of(text, *annexes))
