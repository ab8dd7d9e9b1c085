"""Styles of an OpenDocument text, each looked up once along its chain."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from lxml import etree

from cpraudit.readers.odt.names import FO, STYLE, TEXT

_FAMILIES = ("paragraph", "text", "table-cell")
_NO_FILL = {"transparent", "#ffffff", ""}
_KINDS = (f"{STYLE}style", f"{STYLE}default-style", f"{TEXT}list-style", f"{TEXT}outline-style")
_BOLD = {"bold", "600", "700", "800", "900"}


@dataclass(frozen=True, slots=True)
class Styled:
    """What a style says, its ancestors included; None where nothing is said."""

    bold: bool | None = None
    italic: bool | None = None
    size: float | None = None
    """Points."""
    hidden: bool | None = None
    highlighted: bool | None = None
    centred: bool | None = None
    shaded: bool | None = None
    title: bool = False

    def over(self, below: Styled) -> Styled:
        """The letters of this style over those of the one below."""
        return replace(
            below,
            bold=below.bold if self.bold is None else self.bold,
            italic=below.italic if self.italic is None else self.italic,
            size=below.size if self.size is None else self.size,
            hidden=below.hidden if self.hidden is None else self.hidden,
            highlighted=self.highlighted,
        )


_LONGEST = 50
"""Styles in a chain; a circle ends here too."""
_NOTHING = Styled()


class Styles:
    """Every style of the given roots by family and name; the list styles and the outline's numbers too."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self.lists: dict[str, etree._Element] = {}
        self.outline: etree._Element | None = None
        self._raw: dict[tuple[str, str], etree._Element] = {}
        self._defaults: dict[str, Styled] = {}
        self._known: dict[tuple[str, str], Styled] = {}
        for root in roots:
            for style in root.iter(*_KINDS):
                name, family = style.get(f"{STYLE}name", ""), style.get(f"{STYLE}family", "")
                if style.tag == f"{TEXT}list-style":
                    self.lists[name] = style
                elif style.tag == f"{TEXT}outline-style":
                    self.outline = style
                elif style.tag == f"{STYLE}default-style":
                    self._defaults[family] = _refined(_NOTHING, style, family)
                elif family in _FAMILIES:
                    self._raw[family, name] = style

    def of(self, family: str, name: str | None) -> Styled:
        """A style of a family ('paragraph', 'text', 'table-cell')."""
        if name is None:
            return self._defaults.get(family, _NOTHING)
        known = self._known.get((family, name))
        if known is None:
            chain: list[etree._Element] = []
            while name and (style := self._raw.get((family, name))) is not None and len(chain) < _LONGEST:
                chain.append(style)
                name = style.get(f"{STYLE}parent-style-name", "")
            known = self._defaults.get(family, _NOTHING)
            for style in reversed(chain):
                known = _refined(known, style, family)
            if chain:
                self._known[family, chain[0].get(f"{STYLE}name", "")] = known
        return known


def _refined(below: Styled, style: etree._Element, family: str) -> Styled:
    """What a style adds to its parent."""
    found = below
    if style.get(f"{STYLE}name", "").lower() == "title":
        found = replace(found, title=True)
    letters = style.find(f"{STYLE}text-properties")
    if letters is not None:
        weight, slant = letters.get(f"{FO}font-weight"), letters.get(f"{FO}font-style")
        display, ground = letters.get(f"{TEXT}display"), letters.get(f"{FO}background-color")
        found = replace(
            found,
            bold=found.bold if weight is None else weight in _BOLD,
            italic=found.italic if slant is None else slant in {"italic", "oblique"},
            size=_size(letters.get(f"{FO}font-size"), found.size),
            hidden=found.hidden if display is None else display == "none",
            highlighted=family == "text" and ground is not None and ground.lower() not in _NO_FILL,
        )
    frame = style.find(f"{STYLE}{'table-cell' if family == 'table-cell' else 'paragraph'}-properties")
    if frame is not None:
        alignment, ground = frame.get(f"{FO}text-align"), frame.get(f"{FO}background-color")
        found = replace(
            found,
            centred=found.centred if alignment is None else alignment == "center",
            shaded=found.shaded if ground is None else ground.lower() not in _NO_FILL,
        )
    return found


def _size(text: str | None, below: float | None) -> float | None:
    """'12pt', or a share of the size below it: '120%'."""
    try:
        if text and text.endswith("pt"):
            return float(text[:-2])
        if text and text.endswith("%") and below:
            return round(below * float(text[:-1]) / 100, 1)
    except ValueError:
        pass
    return below
