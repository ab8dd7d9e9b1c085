"""What is taken out of a Markdown file before it is parsed: front matter and footnotes. Every line keeps its number."""

from __future__ import annotations

import re

_FRONT_MATTER = re.compile(r"\A(---|\+\+\+)[ \t]*\n.*?\n(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_NOTE = re.compile(r" {0,3}\[\^([^\]\s]{1,60})\]:[ \t]*(.*)")
FENCE = re.compile(r" {0,3}(```|~~~)")
"""The line that begins or ends a stretch of code."""
_INDENTED = re.compile(r"(?: {2,}|\t)\s*\S")


def without_front_matter(text: str) -> str:
    """The text with empty lines where its front matter stood."""
    return _FRONT_MATTER.sub(lambda found: "\n" * found[0].count("\n"), text, count=1)


def take_notes(text: str) -> tuple[str, dict[str, str]]:
    """The text with empty lines where footnotes are defined, and the footnotes by their names.

    A footnote goes on in the lines that follow it, and behind an empty line in those that are indented.
    """
    notes: dict[str, str] = {}
    kept: list[str] = []
    open_note, fence, empty = "", "", False
    for line in text.split("\n"):
        if marks := FENCE.match(line):
            fence = "" if fence == marks[1] else fence or marks[1]
        begins = None if fence else _NOTE.match(line)
        if begins is not None:
            open_note, empty = begins[1], False
            notes.setdefault(open_note, begins[2])
            kept.append("")
        elif open_note and line.strip() and (not empty or _INDENTED.match(line)):
            notes[open_note] += f" {line.strip()}"
            kept.append("")
        else:
            empty = True
            open_note = "" if line.strip() else open_note
            kept.append(line)
    return "\n".join(kept), notes
