"""Automatic numbers, computed as Word shows them: '3.', '2.1', 'Recommendation 4', '(iv)', or a bullet."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cpraudit.readers.word.names import W, value

if TYPE_CHECKING:
    from lxml.etree import _Element

BULLET = "•"
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"),
         (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list definition."""

    form: str = "decimal"
    text: str = ""
    """As in the file: '%1.%2' or 'Recommendation %1'."""
    start: int = 1
    restart: int | None = None
    """Level (from 1) after which it starts again; 0 never; None after any higher one."""


@dataclass
class Numbering:
    """The lists of a document, and where each has got to."""

    lists: dict[str, tuple[str, dict[int, Level]]] = field(default_factory=dict)
    """Numbering id to its definition's id and levels."""
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def label(self, number: tuple[str, int]) -> str:
        """Count one more at that place, and give the label that stands before it."""
        number_id, depth = number
        if number_id not in self.lists:
            return BULLET
        definition, levels = self.lists[number_id]
        level = levels.get(depth, Level())
        counts = self.counts.setdefault(definition, {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for lower in [other for other in counts if other > depth]:
            restart = levels.get(lower, Level()).restart
            if restart is None or (restart and depth + 1 <= restart):
                del counts[lower]
        if level.form == "none" and not level.text:
            return ""
        if level.form == "bullet":
            return BULLET

        def shown(match: re.Match[str]) -> str:
            at = int(match.group(1)) - 1
            other = levels.get(at, Level())
            return figure(counts.get(at, other.start), other.form)

        return re.sub(r"%(\d)", shown, level.text).strip()


def read(root: _Element | None) -> Numbering:
    """The lists of the numbering part, with the overrides of each use."""
    if root is None:
        return Numbering()
    abstract = {
        element.get(f"{W}abstractNumId", ""): {
            int(level.get(f"{W}ilvl", "0")): _level(level) for level in element.iter(f"{W}lvl")
        }
        for element in root.iter(f"{W}abstractNum")
    }
    lists = {}
    for number in root.iter(f"{W}num"):
        number_id, of = number.get(f"{W}numId", ""), value(number.find(f"{W}abstractNumId"))
        levels = dict(abstract.get(of, {}))
        own = False
        for override in number.iter(f"{W}lvlOverride"):
            depth = int(override.get(f"{W}ilvl", "0"))
            replaced, start = override.find(f"{W}lvl"), value(override.find(f"{W}startOverride"))
            base = _level(replaced) if replaced is not None else levels.get(depth, Level())
            levels[depth] = Level(base.form, base.text, int(start) if start.isdigit() else base.start, base.restart)
            own = True
        lists[number_id] = (f"{of}/{number_id}" if own else of, levels)
    return Numbering(lists)


def _level(element: _Element) -> Level:
    start, restart = value(element.find(f"{W}start"), "1"), value(element.find(f"{W}lvlRestart"))
    return Level(
        form=value(element.find(f"{W}numFmt"), "decimal"),
        text=value(element.find(f"{W}lvlText")),
        start=int(start) if start.isdigit() else 1,
        restart=int(restart) if restart.isdigit() else None,
    )


def figure(count: int, form: str) -> str:
    """A number in the form that a list asks for; forms that are not known are shown as figures."""
    if form in ("lowerRoman", "upperRoman"):
        text = ""
        for worth, letters in ROMAN:
            while count >= worth:
                text, count = text + letters, count - worth
        return text.upper() if form == "upperRoman" else text
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1) if count > 0 else str(count)
        return letter.upper() if form == "upperLetter" else letter
    return f"{count:02d}" if form == "decimalZero" else str(count)
