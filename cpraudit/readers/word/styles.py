"""Styles, looked up once each: heading level, boldness, size, list numbering, through the chain of 'based on'."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.readers.word.names import W, is_on, value

if TYPE_CHECKING:
    from lxml.etree import _Element

HEADING = re.compile(r"(?:heading|pennawd|überschrift|titre)\s*(\d)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph or character style says of the text it is put on."""

    name: str = ""
    level: int | None = None
    """Heading level from 1; the title is 1."""
    bold: bool = False
    italic: bool = False
    size: float | None = None
    centred: bool = False
    number: tuple[str, int] | None = None
    """Numbering id and level."""
    listed: bool = False
    hidden: bool = False
    caps: bool = False


PLAIN = Style()


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: _Element | None) -> None:
        """Take the styles part; without one every style is plain."""
        self._elements = (
            {} if root is None else {style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")}
        )
        self._known: dict[str, Style] = {}
        default = next(
            (i for i, s in self._elements.items() if s.get(f"{W}type") == "paragraph" and is_on_default(s)), ""
        )
        self.default = default
        half = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz")
        self._size = float(value(half)) / 2 if value(half).isdigit() else None

    def of(self, style_id: str) -> Style:
        """The style of that id with what it inherits; plain where there is none or the chain has a loop."""
        if style_id not in self._known:
            self._known[style_id] = PLAIN  # a loop ends here
            self._known[style_id] = self._read(style_id)
        return self._known[style_id]

    def _read(self, style_id: str) -> Style:
        element = self._elements.get(style_id)
        if element is None:
            return Style(size=self._size)
        parent = value(element.find(f"{W}basedOn"))
        base = self.of(parent) if parent else Style(size=self._size)
        name = value(element.find(f"{W}name"))
        paragraph, run = element.find(f"{W}pPr"), element.find(f"{W}rPr")
        return Style(
            name=name,
            level=_level(name, paragraph, base),
            bold=_toggle(run, "b", base.bold),
            italic=_toggle(run, "i", base.italic),
            size=_size(run, base.size),
            centred=_centred(paragraph, base.centred),
            number=number_of(paragraph, base.number),
            listed=name.lower().startswith(("list ", "rhestr")) or base.listed,
            hidden=_toggle(run, "vanish", base.hidden),
            caps=_toggle(run, "caps", base.caps),
        )


def is_on_default(style: _Element) -> bool:
    """Whether a style is the default of its type."""
    return style.get(f"{W}default", "0") in ("1", "true", "on")


def _level(name: str, paragraph: _Element | None, base: Style) -> int | None:
    match = HEADING.match(name.strip())
    if match:
        return int(match.group(1))
    if name.strip().lower() in ("title", "teitl"):
        return 1
    outline = None if paragraph is None else paragraph.find(f"{W}outlineLvl")
    if outline is not None:
        level = value(outline, "9")
        return int(level) + 1 if level.isdigit() and int(level) < 9 else None
    return base.level


def _toggle(run: _Element | None, name: str, inherited: bool) -> bool:
    element = None if run is None else run.find(f"{W}{name}")
    return inherited if element is None else is_on(element)


def _size(run: _Element | None, inherited: float | None) -> float | None:
    half = "" if run is None else value(run.find(f"{W}sz"))
    return float(half) / 2 if half.replace(".", "", 1).isdigit() else inherited


def _centred(paragraph: _Element | None, inherited: bool) -> bool:
    aligned = None if paragraph is None else paragraph.find(f"{W}jc")
    return inherited if aligned is None else value(aligned) == "center"


def number_of(paragraph: _Element | None, inherited: tuple[str, int] | None) -> tuple[str, int] | None:
    """Numbering id and level of paragraph properties; id '0' takes numbering away."""
    numbering = None if paragraph is None else paragraph.find(f"{W}numPr")
    if numbering is None:
        return inherited
    number = value(numbering.find(f"{W}numId"), inherited[0] if inherited else "")
    level = value(numbering.find(f"{W}ilvl"), str(inherited[1]) if inherited else "0")
    if not number or number == "0":
        return None
    return number, int(level) if level.isdigit() else 0
