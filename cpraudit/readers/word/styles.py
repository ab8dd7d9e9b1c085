"""Styles of a Word file, each looked up once along its chain."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field, replace

from lxml import etree

from cpraudit.readers.word.names import PPR, RPR, TCPR, VAL, W, switched, value, whole_number


@dataclass(frozen=True, slots=True)
class Face:
    """How letters look; None where nothing is said of it."""

    bold: bool | None = None
    italic: bool | None = None
    size: float | None = None
    """Points."""
    hidden: bool | None = None
    font: str | None = None

    def over(self, below: Face) -> Face:
        """This face where it says something, the one below where it does not."""
        return Face(
            below.bold if self.bold is None else self.bold,
            below.italic if self.italic is None else self.italic,
            below.size if self.size is None else self.size,
            below.hidden if self.hidden is None else self.hidden,
            below.font if self.font is None else self.font,
        )


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph style says, its ancestors included."""

    level: int | None = None
    """Heading level from 1; 0 where it is said to be body text."""
    number: str | None = None
    """Id of its numbering; '0' where numbering is switched off."""
    depth: int | None = None
    centred: bool | None = None
    shaded: bool | None = None
    face: Face = field(default=Face())


@dataclass(frozen=True, slots=True)
class Band:
    """What a table style says of the first row or the first column."""

    shaded: bool = False
    bold: bool | None = None


_LONGEST = 50
"""Styles in a chain; Word itself allows eleven."""
_FLAGS = {f"{W}b": 0, f"{W}i": 1, f"{W}sz": 2, f"{W}vanish": 3, f"{W}rFonts": 4}
NO_FACE = Face()
"""Nothing is said."""


def face_of(properties: etree._Element | None) -> Face:
    """What run properties say themselves."""
    if properties is None or not len(properties):
        return NO_FACE
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    size: float | None = None
    font: str | None = None
    for child in properties:
        which = _FLAGS.get(child.tag)
        if which is None:
            continue
        if which == 0:
            bold = switched(child)
        elif which == 1:
            italic = switched(child)
        elif which == 2:
            size = points(child.get(VAL))
        elif which == 3:
            hidden = switched(child)
        else:
            font = child.get(f"{W}ascii") or child.get(f"{W}hAnsi")
    return Face(bold, italic, size, hidden, font)


def is_shaded(shading: etree._Element | None) -> bool | None:
    """Whether a `w:shd` shows; None where there is none."""
    if shading is None:
        return None
    if shading.get(VAL) == "solid":
        return shading.get(f"{W}color", "auto").lower() not in {"auto", "ffffff"}
    fill = shading.get(f"{W}fill", "auto").lower()
    if fill in {"auto", "ffffff", ""}:
        return fill == "auto" and shading.get(VAL, "").startswith("pct")
    return True


class Styles:
    """Every style of a file by its id."""

    def __init__(self, root: etree._Element | None) -> None:
        self._raw: dict[tuple[str, str], etree._Element] = {}
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._characters: dict[str, Face] = {}
        self._bands: dict[str, dict[str, Band]] = {}
        self._default = ""
        self.face = NO_FACE
        """What the document's defaults say."""
        if root is None:
            return
        for style in root.iterchildren(f"{W}style"):
            kind, name = style.get(f"{W}type", "paragraph"), style.get(f"{W}styleId", "")
            self._raw.setdefault((kind, name), style)
            if kind == "paragraph" and style.get(f"{W}default") in {"1", "true", "on"}:
                self._default = name
        self.face = face_of(root.find(f"{W}docDefaults/{W}rPrDefault/{RPR}"))

    def paragraph(self, name: str | None) -> ParagraphStyle:
        """A paragraph style; the default one where the name is None or unknown."""
        known = name if name and ("paragraph", name) in self._raw else self._default
        found = self._paragraphs.get(known)
        if found is None:
            found = ParagraphStyle()
            for style in reversed(self._chain("paragraph", known, self._paragraphs)):
                name = style.get(f"{W}styleId", "")
                found = self._paragraphs.get(name) or _refined(found, style)
                self._paragraphs[name] = found
            self._paragraphs[known] = found
        return found

    def character(self, name: str | None) -> Face:
        """The face of a character style."""
        if not name:
            return NO_FACE
        found = self._characters.get(name)
        if found is None:
            found = NO_FACE
            for style in reversed(self._chain("character", name)):
                found = face_of(style.find(RPR)).over(found)
            self._characters[name] = found
        return found

    def bands(self, name: str | None) -> dict[str, Band]:
        """The conditional bands of a table style by their type: 'firstRow', 'firstCol', 'lastRow'."""
        if not name:
            return {}
        found = self._bands.get(name)
        if found is None:
            found = {}
            for style in reversed(self._chain("table", name)):
                for band in style.iterchildren(f"{W}tblStylePr"):
                    kind = band.get(f"{W}type", "")
                    below = found.get(kind, Band())
                    shaded, bold = is_shaded(band.find(f"{TCPR}/{W}shd")), face_of(band.find(RPR)).bold
                    found[kind] = Band(below.shaded if shaded is None else shaded, below.bold if bold is None else bold)
            self._bands[name] = found
        return found

    def numbering(self, name: str) -> str | None:
        """The numbering id of a numbering style."""
        style = self._raw.get(("numbering", name))
        return None if style is None else value(style, "pPr", "numPr", "numId")

    def _chain(self, kind: str, name: str, known: Container[str] = ()) -> list[etree._Element]:
        """A style and its ancestors, nearest first, up to the first that is known; a circle is cut."""
        chain: list[etree._Element] = []
        seen: set[str] = set()
        while name and name not in seen and len(chain) < _LONGEST:
            seen.add(name)
            style = self._raw.get((kind, name))
            if style is None:
                break
            chain.append(style)
            if name in known:
                break
            name = value(style, "basedOn") or ""
        return chain


def _refined(below: ParagraphStyle, style: etree._Element) -> ParagraphStyle:
    """What a style adds to the one it is based on."""
    found = replace(below, face=face_of(style.find(RPR)).over(below.face))
    level = _named_level(value(style, "name") or "")
    properties = style.find(PPR)
    if properties is None:
        return found if level is None else replace(found, level=level)
    outline = whole_number(value(properties, "outlineLvl"))
    if outline is not None:
        level = outline + 1 if outline < 9 else 0
    number, depth = value(properties, "numPr", "numId"), whole_number(value(properties, "numPr", "ilvl"))
    alignment, shaded = value(properties, "jc"), is_shaded(properties.find(f"{W}shd"))
    return ParagraphStyle(
        below.level if level is None else level,
        number or below.number,
        below.depth if depth is None else depth,
        below.centred if alignment is None else alignment == "center",
        below.shaded if shaded is None else shaded,
        found.face,
    )


def _named_level(name: str) -> int | None:
    """The heading level of a built-in style by its name, which is English in every Word."""
    name = name.lower()
    if name == "title":
        return 1
    last = name.rpartition("heading ")[2] if name.startswith("heading ") else ""
    return int(last) if last.isdigit() and last != "0" else None


def points(size: str | None) -> float | None:
    """A size as Word writes it: half points ('24'), or a measure with its unit in a Strict file ('12pt')."""
    try:
        if size and size.endswith("pt"):
            return float(size[:-2])
        return float(size) / 2 if size else None
    except ValueError:
        return None
