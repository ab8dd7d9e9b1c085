"""Headings by their size, where a document sets its headings in sizes of their own: what styles are to Word.

Only a scheme counts (a size above the body's that comes back after the first page), so that the large lines of a title
page, or of a form, stay what they are: paragraphs with a look. A tagged PDF says itself which its headings are.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from cpraudit.readers.pdf.flow import Element
from cpraudit.readers.pdf.paragraphs import Paragraph

_LARGER = 1.09
"""A heading of the scheme is larger than the body by this factor."""
_MOST_WORDS = 25
_MOST_LINES = 3
_DEEPEST = 4
_ROLE = re.compile(r"H([1-6])$")
_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s")


def mark_headings(flow: list[Element]) -> None:
    """Give the paragraphs outside tables that are headings their level."""
    paragraphs = [element for element in flow if isinstance(element, Paragraph) and not element.note]
    if any(_ROLE.match(paragraph.role) for paragraph in paragraphs):
        for paragraph in paragraphs:
            role = _ROLE.match(paragraph.role)
            paragraph.level = int(role[1]) if role else None
        return
    sizes: Counter[float] = Counter()
    for paragraph in paragraphs:
        sizes[_size(paragraph)] += sum(len(line.text) for line in paragraph.every_line)
    if not sizes:
        return
    body = sizes.most_common(1)[0][0]
    candidates = list(_larger(paragraphs, body))
    levels = _levels(candidates)
    for paragraph in candidates:
        paragraph.level = levels.get(_setting(paragraph))


def _size(paragraph: Paragraph) -> float:
    return round(paragraph.size * 2) / 2


_Setting = tuple[float, bool]
"""Font size, and whether bold."""


def _setting(paragraph: Paragraph) -> _Setting:
    return _size(paragraph), paragraph.bold


def _larger(paragraphs: list[Paragraph], body: float) -> Iterator[Paragraph]:
    for paragraph in paragraphs:
        lines = paragraph.every_line
        if (
            _size(paragraph) >= body * _LARGER
            and len(lines) <= _MOST_LINES
            and sum(len(line.text.split()) for line in lines) <= _MOST_WORDS
            and not any(line.italic and not line.bold for line in lines)
            and any(c.isalpha() for c in lines[0].text)
        ):
            yield paragraph


def _levels(candidates: list[Paragraph]) -> dict[_Setting, int]:
    """Levels of the settings of the scheme: by the numbers of its headings where they have some, else by rank."""
    scheme: dict[_Setting, list[Paragraph]] = defaultdict(list)
    for paragraph in candidates:
        scheme[_setting(paragraph)].append(paragraph)
    kept = [setting for setting, found in scheme.items() if _recurs(found)]
    levels: dict[_Setting, int] = {}
    level = 0
    for setting in sorted(kept, reverse=True):
        level = min(level + 1, _DEEPEST)
        numbers = [number for p in scheme[setting] if (number := _NUMBER.match(p.lines[0].text + " "))]
        if len(numbers) >= 0.5 * len(scheme[setting]):
            level = Counter(number[1].count(".") + 1 for number in numbers).most_common(1)[0][0]
        levels[setting] = level
    return levels


def _recurs(found: list[Paragraph]) -> bool:
    """Whether a setting comes back after the title page, and not just once."""
    later = sum(paragraph.page > 1 for paragraph in found)
    return later >= 2 or (later == 1 and len(found) >= 3)
