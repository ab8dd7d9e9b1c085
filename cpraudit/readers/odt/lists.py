"""Labels of list items and numbered headings, counted as an OpenDocument text counts them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from cpraudit.document.clean import tidy
from cpraudit.readers.assembling import BULLET
from cpraudit.readers.numerals import numeral
from cpraudit.readers.odt.names import LOEXT, STYLE, STYLE_NAME, TEXT, XML_ID, whole_number
from cpraudit.readers.odt.styles import Styles

_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_KEPT = "-–—☐☒✓"
_PLACE = re.compile(r"%(\d+)%")


@dataclass
class OpenList:
    """A list that is being read."""

    style: str
    depth: int = 0
    counts: dict[int, int] = field(default_factory=dict)
    """The last number of each depth."""


class Lists:
    """Counts the items of every list."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._by_id: dict[str, OpenList] = {}
        self._last: dict[str, OpenList] = {}
        self._outline: dict[int, int] = {}

    def open(self, element: etree._Element, outer: OpenList | None) -> OpenList:
        """Begin a list, or go on with the one that it continues."""
        style = element.get(STYLE_NAME) or (outer.style if outer else "")
        if outer is not None:
            return OpenList(style, outer.depth + 1, outer.counts)
        earlier = self._by_id.get(element.get(f"{TEXT}continue-list", ""))
        if earlier is None and element.get(f"{TEXT}continue-numbering") == "true":
            earlier = self._last.get(style)
        opened = OpenList(style, 0, earlier.counts if earlier else {})
        self._last[style] = opened
        if name := element.get(XML_ID):
            self._by_id[name] = opened
        return opened

    def label(self, opened: OpenList, start: int | None) -> str:
        """The label of the next item; `start` where the item says its number."""
        style = self._styles.lists.get(opened.style)
        levels = {} if style is None else _levels(style)
        return _next(levels, opened.depth + 1, opened.counts, start)

    def heading(self, level: int) -> str:
        """The number of a heading by the outline's numbering; empty where it has none."""
        if self._styles.outline is None:
            return ""
        return _next(_levels(self._styles.outline), level, self._outline, None)


def _levels(style: etree._Element) -> dict[int, etree._Element]:
    return {whole_number(level.get(f"{TEXT}level"), 1): level for level in style if isinstance(level.tag, str)}


def _next(levels: dict[int, etree._Element], depth: int, counts: dict[int, int], start: int | None) -> str:
    level = levels.get(depth)
    first = 1 if level is None else whole_number(level.get(f"{TEXT}start-value"), 1)
    counts[depth] = start if start is not None else counts.get(depth, first - 1) + 1
    for deeper in [other for other in counts if other > depth]:
        del counts[deeper]
    if level is None:
        return ""
    if level.tag == f"{TEXT}list-level-style-bullet":
        sign = tidy(level.get(f"{TEXT}bullet-char", BULLET))
        return sign if sign and sign in _KEPT else BULLET
    if level.tag == f"{TEXT}list-level-style-image":
        return BULLET
    return _number(levels, depth, counts)


def _number(levels: dict[int, etree._Element], depth: int, counts: dict[int, int]) -> str:
    def shown(at: int) -> str:
        level = levels.get(at)
        form = "" if level is None else level.get(f"{STYLE}num-format", "")
        return numeral(counts.get(at, 1), _FORMS.get(form, "none" if not form else "decimal"))

    level = levels[depth]
    pattern = level.get(f"{LOEXT}num-list-format")
    if pattern is not None:
        return tidy(_PLACE.sub(lambda found: shown(int(found[1])), pattern)) if level.get(f"{STYLE}num-format") else ""
    if not level.get(f"{STYLE}num-format"):
        return ""
    first = depth - whole_number(level.get(f"{TEXT}display-levels"), 1) + 1
    number = ".".join(text for at in range(max(first, 1), depth + 1) if (text := shown(at)))
    return tidy(f"{level.get(f'{STYLE}num-prefix', '')}{number}{level.get(f'{STYLE}num-suffix', '')}")
