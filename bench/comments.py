"""Comments on every word and every paragraph of a folder of Word files: each must stand at its exact words.

    python bench/comments.py FOLDER...

Puts a comment at each word and at the whole of each paragraph, and reads from the markup alone what each is about. Then writes the
commented copy of the audit, and holds it against the rules of the format. Prints a line a file; exits with 1 where anything
differs.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from cpraudit.auditing import examine
from cpraudit.config import Settings
from cpraudit.document import Document, Span
from cpraudit.document.clean import tidy
from cpraudit.readers import Source
from cpraudit.readers.word import read
from cpraudit.readers.word.tracing import Traced
from cpraudit.reports.word_comments.cutting import Cutter
from cpraudit.reports.word_comments.writing import commented

sys.path.append(str(Path(__file__).resolve().parent.parent / "tests" / "reports"))

import word_marks

FIRST = 1_000_000
"""The number of the first comment: above those that a draft has of its own."""


def passages(document: Document) -> Iterator[Span]:
    """Every paragraph, and every word of it."""
    for block in document.blocks:
        if block.text:
            yield Span(block.index, 0, len(block.text))
        at = 0
        for word in block.text.split(" "):
            if word:
                yield Span(block.index, at, at + len(word))
            at += len(word) + 1


def misplaced(source: Source) -> tuple[int, list[str]]:
    """How many passages were commented, and those whose comment stands at other words."""
    traced = Traced(source)
    spans = [span for span in passages(traced.document) if (stretch := traced.stretch(span)) and stretch.start]
    Cutter(traced.root).mark(
        [(at, stretch) for at, span in enumerate(spans, FIRST) if (stretch := traced.stretch(span))]
    )
    words = word_marks.commented_words(traced.root)
    quoted = [traced.document.quote(span) for span in spans]
    return len(spans), [text for at, text in enumerate(quoted, FIRST) if tidy(words[str(at)]) != text]


def main() -> int:
    """Try each file of the folders that are named."""
    files = [path for folder in sys.argv[1:] for path in sorted(Path(folder).glob("*.docx"))]
    wrong = 0
    for path in files:
        source = Source(path.name, path.read_bytes())
        tried, differing = misplaced(source)
        copy, count = commented(examine(read(source), Settings()), source)
        word_marks.assert_sound(copy)
        wrong += len(differing)
        print(f"{path.name}: {tried - len(differing)} of {tried} passages exact; copy with {count} comments sound")
        for text in differing[:5]:
            print(f"  not exact: {text[:60]!r}")
    return 1 if wrong or not files else 0


if __name__ == "__main__":
    sys.exit(main())
