"""Invented reviews for the tests of a batch, and checks that do to a worker what a bad document may do."""

from __future__ import annotations

from pathlib import Path

REVIEW = """# Child Practice Review Report

Ynys Afallon Safeguarding Children Board

Concise Child Practice Review: YASCB {number}/{year} (invented)

## Circumstances resulting in the review

Child {letter}, a girl aged {age}, died on 2 March {year}. {mark}

The review covers 2 March {before} to 2 March {year}. It was referred to the Sub-Group on 4 May {year}.

## Practice and organisational learning

The health visitor saw the child because her mother had asked. The police did not know, because the record was not shared.

## Recommendations

1. The Health Board will audit how missed appointments are recorded, and report to the Board by March {after}.

## Statement by reviewer

Reviewer 1: A. Prosser. Date: 3 September {after}
"""

CHECK = '''
import os, time
from pathlib import Path
from cpraudit import Domain, Tier, check, not_applicable

@check(
    id="told", title="Tells of itself", domain=Domain.CONTEXT, tier=Tier.ADVISORY, source="a test", asks="Nothing.",
    why="For a test.", remedy="None.",
)
def told(review):
    text = " ".join(block.text for block in review.document.blocks)
    with open(Path(__file__).with_name("log"), "a") as log:
        log.write(Path(review.document.parts[0].path).name + "\\n")
    if "DEADLY" in text:
        os._exit(1)
    if "BROKEN" in text:
        raise ValueError("it broke")
    if "SLOW" in text:
        time.sleep(0.4)
    return not_applicable("For a test.")
'''


def review(number: int = 1, mark: str = "") -> str:
    """The text of one review; `mark` is a word that the check of `plugin` acts on."""
    year = 2015 + number % 6
    return REVIEW.format(
        number=number, year=year, before=year - 1, after=year + 1, letter="ABCDEFGH"[number % 8], age=2 + number % 12, mark=mark
    )


def folder_of(folder: Path, marks: dict[str, str]) -> Path:
    """A folder of reviews in Markdown: their names, and the mark of each."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, (name, mark) in enumerate(marks.items(), 1):
        (folder / f"{name}.md").write_text(review(number, mark), encoding="utf-8")
    return folder


def plugin(folder: Path) -> Path:
    """A folder of checks with one that logs what it examines, and kills, breaks or delays its worker where it is told."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "told.py").write_text(CHECK, encoding="utf-8")
    return folder


def examined(folder: Path) -> list[str]:
    """The names of the reports that the plug-in has examined, in order, repeated where it did so twice."""
    log = folder / "log"
    return log.read_text(encoding="utf-8").split() if log.exists() else []
