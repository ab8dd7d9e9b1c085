"""Automatic numbers, computed as Word computes them ('3.', '2.1', 'Recommendation 4', '•')."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml import etree

from cpraudit.document.clean import tidy
from cpraudit.readers.numerals import numeral
from cpraudit.readers.word.names import RPR, W, switched, value, whole_number
from cpraudit.readers.word.styles import Styles, face_of
from cpraudit.readers.word.symbols import shown

_DEPTHS = 9
_LONGEST = 200
"""Letters of a label's pattern."""
_PLACE = re.compile(r"%([1-9])")
_KEPT_BULLETS = "-–—☐☒✓"
"""Bullets that say something: a dash, a tick box. Every other one is '•'."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list, as `w:lvl` defines it."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    font: str | None = None
    restart: int | None = None
    """The level (from 1) whose use restarts this one; 0 for none; None for any higher one."""
    legal: bool = False
    picture: bool = False


@dataclass(frozen=True, slots=True)
class _List:
    abstract: str
    levels: tuple[Level, ...]
    restarted: frozenset[int]
    """Levels that begin anew where this list is first used."""


class Numbering:
    """The lists of a file, counting as paragraphs are read in order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._nums: dict[str, etree._Element] = {}
        self._abstracts: dict[str, etree._Element] = {}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._used: set[str] = set()
        if root is not None:
            self._nums = {num.get(f"{W}numId", ""): num for num in root.iterchildren(f"{W}num")}
            self._abstracts = {
                abstract.get(f"{W}abstractNumId", ""): abstract for abstract in root.iterchildren(f"{W}abstractNum")
            }

    def depth_of_style(self, number: str, style: str | None) -> int:
        """The level of a list that names a paragraph style as its own."""
        num = self._nums.get(number)
        abstract = self._abstracts.get(value(num, "abstractNumId") or "") if num is not None else None
        if abstract is not None and style:
            for level in abstract.iterchildren(f"{W}lvl"):
                if value(level, "pStyle") == style:
                    return whole_number(level.get(f"{W}ilvl"), 0) or 0
        return 0

    def next_label(self, number: str, depth: int) -> str:
        """The label of the next paragraph of a list; empty where the list is unknown or shows nothing."""
        known = self._list(number)
        if known is None:
            return ""
        depth = min(max(depth, 0), _DEPTHS - 1)
        counts = self._counts.setdefault(known.abstract, [None] * _DEPTHS)
        if number not in self._used:
            self._used.add(number)
            for restarted in known.restarted:
                counts[restarted] = None
        level, count = known.levels[depth], counts[depth]
        counts[depth] = level.start if count is None else count + 1
        for deeper in range(depth + 1, _DEPTHS):
            restart = known.levels[deeper].restart
            if restart is None or depth < restart:
                counts[deeper] = None
        return _label(known.levels, depth, counts)

    def _list(self, number: str) -> _List | None:
        if number not in self._lists:
            self._lists[number] = self._resolve(number)
        return self._lists[number]

    def _resolve(self, number: str) -> _List | None:
        num = self._nums.get(number)
        if num is None:
            return None
        name = value(num, "abstractNumId") or ""
        abstract = self._abstracts.get(name)
        linked = value(abstract, "numStyleLink")
        if linked:  # the levels stand in the list that the numbering style names
            other = self._nums.get(self._styles.numbering(linked) or "")
            name = value(other, "abstractNumId") or name
            abstract = self._abstracts.get(name, abstract)
        if abstract is None:
            return None
        levels = [Level()] * _DEPTHS
        for level in abstract.iterchildren(f"{W}lvl"):
            levels[_depth(level)] = _read_level(level)
        restarted: set[int] = set()
        for override in num.iterchildren(f"{W}lvlOverride"):
            depth = _depth(override)
            redefined, start = override.find(f"{W}lvl"), whole_number(value(override, "startOverride"))
            if redefined is not None:
                levels[depth] = _read_level(redefined)
            if start is not None:
                levels[depth] = replace(levels[depth], start=start)
                restarted.add(depth)
        return _List(name, tuple(levels), frozenset(restarted))


def _depth(element: etree._Element) -> int:
    return min(max(whole_number(element.get(f"{W}ilvl"), 0) or 0, 0), _DEPTHS - 1)


def _read_level(level: etree._Element) -> Level:
    text = level.find(f"{W}lvlText")
    start = whole_number(value(level, "start"), 1)
    return Level(
        start=1 if start is None else start,
        form=value(level, "numFmt") or "decimal",
        text="" if text is None else text.get(f"{W}val", "")[:_LONGEST],
        font=face_of(level.find(RPR)).font,
        restart=whole_number(value(level, "lvlRestart")),
        legal=bool(switched(level.find(f"{W}isLgl"))),
        picture=level.find(f"{W}lvlPicBulletId") is not None,
    )


def _label(levels: tuple[Level, ...], depth: int, counts: list[int | None]) -> str:
    level = levels[depth]
    if level.picture:
        return "•"
    if level.form == "bullet":
        bullet = tidy(shown(level.text, level.font))
        return bullet if bullet in _KEPT_BULLETS or not bullet else "•"

    def number(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        count = counts[at]
        return numeral(levels[at].start if count is None else count, "decimal" if level.legal else levels[at].form)

    return tidy(_PLACE.sub(number, level.text))
