"""Pages that are pictures of text: what a scanner made, with at most a running line or a heading typed beside it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from cpraudit.readers.pdf.page import Page, Run

_FEW_LETTERS = 25
"""A page with fewer letters of its own than this, and a picture over much of it, is a picture of a page."""
_LARGE = 0.3
"""Share of a page that pictures of its text cover, at least."""
_HEADING = 100
"""Letters of a heading or a caption, at most, beside a picture that is the rest of its page."""
_MOST_OF_IT = 0.4
"""Share of a page that one picture beside a heading covers, at least."""
_EDGE = 0.14
"""Share of the page's height, at the top and at the bottom, in which running lines stand."""
_FIGURES = re.compile(r"\d+")


def note_running(pages: Sequence[Page]) -> None:
    """Note on each page how many of its letters stand in lines that run on from page to page."""
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    for page in pages:
        for key, _ in _at_edges(page):
            seen[key].add(page.number)
    for page in pages:
        page.running = sum(_letters(run) for key, run in _at_edges(page) if len(seen[key]) > 1)


def is_scan(page: Page) -> bool:
    """Whether a page shows its words as a picture. What is typed over a picture makes that a background."""
    area = page.width * page.height
    if not page.pictures or not area:
        return False
    own = sum(map(_letters, page.runs)) - page.running
    covered = sum(max(p.width, 0) * max(p.height, 0) for p in page.pictures)
    if own < _FEW_LETTERS and covered >= _LARGE * area:
        return True
    if own > _HEADING or page.number == 1:  # a title page has a picture and few words
        return False
    return any(
        picture.width * picture.height >= _MOST_OF_IT * area
        and sum(_letters(run) for run in page.runs if picture.holds((run.x0 + run.x1) / 2, run.y)) < _FEW_LETTERS
        for picture in page.pictures
    )


def _letters(run: Run) -> int:
    return sum(map(str.isalnum, run.text))


def _at_edges(page: Page) -> Iterator[tuple[tuple[str, int], Run]]:
    """What stands at the top and at the bottom of a page: its words, figures not minded, and its height."""
    for run in page.runs:
        if run.y < _EDGE * page.height:
            yield (_FIGURES.sub("#", run.text), round(run.y)), run
        elif run.y > (1 - _EDGE) * page.height:
            yield (_FIGURES.sub("#", run.text), round(run.y - page.height)), run
