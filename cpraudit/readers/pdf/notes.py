"""Footnotes at the foot of a page, and the raised figures that refer to them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from cpraudit.readers.pdf.lines import Segment, lines_of
from cpraudit.readers.pdf.page import RAISED_END, RAISED_START, STRUCK, Box

_SMALLER = 0.94
"""Footnotes are smaller than the body by this factor at least."""
_START = re.compile(rf"{RAISED_START}?(\d{{1,3}}|[*†‡]){RAISED_END}?\s*(?=\S)")
_RAISED = re.compile(rf"\s?{RAISED_START}([^{RAISED_END}]*){RAISED_END}")
_NEAR = 30.0
"""Points between the short line over the footnotes and the first of them, at most."""


def body_size(pages: Iterable[Sequence[Segment]]) -> float:
    """The font size of most letters."""
    letters: Counter[float] = Counter()
    for segments in pages:
        for segment in segments:
            letters[round(segment.size * 2) / 2] += len(segment.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def notes_among(segments: Sequence[Segment], rules: Sequence[Box], body: float, width: float) -> list[Segment]:
    """The segments at the foot of a page that are footnotes: small, numbered, under a short line or raised figures."""
    lines = lines_of(segments)
    start = len(lines)
    while start > 0 and lines[start - 1].size <= _SMALLER * body:
        start -= 1
    while start < len(lines) and not _START.match(lines[start].text):
        start += 1
    if start == len(lines) or start == 0:
        return []
    first = lines[start]
    ruled = any(
        0.1 * width < rule.width < 0.5 * width and rule.height < 4 and 0 < first.y - rule.bottom < _NEAR
        for rule in rules
    )
    if not ruled and not first.text.startswith(RAISED_START):
        return []
    return [segment for line in lines[start:] for segment in line.segments]


def starts_note(text: str) -> bool:
    """Whether a line begins a footnote."""
    return bool(_START.match(text))


def split_note(text: str) -> tuple[str, str]:
    """The figure of a footnote and its words."""
    found = _START.match(text)
    return (found[1], unraised(text[found.end() :])) if found else ("", unraised(text))


def unraised(text: str, known: frozenset[str] = frozenset()) -> str:
    """The text without marks: raised figures stay unless they refer to known footnotes, struck text goes."""
    text = text.replace(STRUCK, "")
    if RAISED_START not in text:
        return text
    return _RAISED.sub(lambda found: "" if found[1] in known else found[0].strip()[1:-1], text)
