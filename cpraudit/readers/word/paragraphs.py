"""One normalised paragraph: its words, its number, its look."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from lxml import etree

from cpraudit.document.model import Look
from cpraudit.readers.assembling import Setting
from cpraudit.readers.word.names import (
    BOX,
    BR,
    LOOK,
    PICTURES,
    PLACEHOLDER,
    PPR,
    RUN,
    TAB,
    P,
    T,
    W,
    value,
    whole_number,
)
from cpraudit.readers.word.runs import RunLooks
from cpraudit.readers.word.styles import ParagraphStyle, Styles, is_shaded

_SPACES = {TAB, BR, f"{W}cr", f"{W}ptab"}
_HYPHEN = f"{W}noBreakHyphen"
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_VISIBLE = re.compile(r"\w")
_INDENT = 720
"""Twentieths of a point from one depth of a list to the next."""


@dataclass(frozen=True, slots=True)
class NoteReference:
    """A reference to a footnote or an endnote."""

    kind: str
    id: str
    paragraph: int = 0
    mark: str = ""
    """Its own mark, where it has one instead of a number ('*')."""


@dataclass(slots=True)
class Words:
    """What the runs of a paragraph hold."""

    text: str = ""
    letters: list[str] = field(default_factory=list)
    """The text piece by piece."""
    sources: list[etree._Element] = field(default_factory=list)
    """The element that each piece was read from."""
    unfilled: list[str] = field(default_factory=list)
    """What content controls show until somebody fills them in."""
    pictures: int = 0
    area: float = 0.0
    """Square points that the pictures take."""
    notes: list[NoteReference] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    looks: Counter[int] = field(default_factory=Counter)
    """Letters by the number of their look, of runs with visible ones."""


@dataclass(frozen=True, slots=True)
class Properties:
    """What a paragraph's own properties and its style say together."""

    style: ParagraphStyle
    style_name: str | None
    level: int | None
    number: str | None
    depth: int | None
    centred: bool
    shaded: bool
    indent: int


def properties_of(paragraph: etree._Element, styles: Styles) -> Properties:
    """Read a paragraph's properties over those of its style."""
    own = paragraph.find(PPR)
    name = value(own, "pStyle")
    style = styles.paragraph(name)
    if own is None:
        return Properties(
            style, name, style.level or None, style.number, style.depth, bool(style.centred), bool(style.shaded), 0
        )
    outline = whole_number(value(own, "outlineLvl"))
    level = style.level if outline is None else (outline + 1 if outline < 9 else None)
    alignment, shaded = value(own, "jc"), is_shaded(own.find(f"{W}shd"))
    depth = whole_number(value(own, "numPr", "ilvl"))
    place = own.find(f"{W}ind")
    left = 0
    if place is not None:
        start = whole_number(place.get(f"{W}left") or place.get(f"{W}start"), 0) or 0
        left = start - (whole_number(place.get(f"{W}hanging"), 0) or 0)
    return Properties(
        style,
        name,
        level or None,
        value(own, "numPr", "numId") or style.number,
        style.depth if depth is None else depth,
        bool(style.centred) if alignment is None else alignment == "center",
        bool(style.shaded) if shaded is None else shaded,
        min(max(left // _INDENT, 0), 8),
    )


def words_in(paragraph: etree._Element) -> Words:
    """Gather what a normalised paragraph holds; boxes are left for whoever reads them."""
    found = Words()
    for node in paragraph:
        if node.tag == RUN:
            _read_run(node, found)
        elif node.tag == BOX:
            found.boxes.append(node)
    found.text = "".join(found.letters)
    return found


def _read_run(run: etree._Element, found: Words) -> None:
    letters, sources = found.letters, found.sources
    start = len(letters)
    own_mark = False
    for child in run:
        tag = child.tag
        if tag == T:
            if child.get(PLACEHOLDER):
                found.unfilled.append(child.text or "")
            elif own_mark and child.text:
                found.notes[-1] = NoteReference(found.notes[-1].kind, found.notes[-1].id, mark=child.text.strip())
                own_mark = False
            else:
                letters.append(child.text or "")
                sources.append(child)
        elif tag in _SPACES:
            letters.append("\t")
            sources.append(child)
        elif tag == _HYPHEN:
            letters.append("-")
            sources.append(child)
        elif tag == PICTURES:
            found.pictures += int(child.get("n", "1"))
            found.area += float(child.get("area", "0"))
        elif tag in _NOTES:
            found.notes.append(NoteReference(_NOTES[tag], child.get(f"{W}id", "")))
            own_mark = child.get(f"{W}customMarkFollows") in {"1", "true", "on"}
    text = letters[start] if len(letters) == start + 1 else "".join(letters[start:])
    if _VISIBLE.search(text):
        found.looks[int(run.get(LOOK, "0"))] += len(text)


def look_of(words: Words, properties: Properties, styles: Styles, looks: RunLooks, setting: Setting) -> Look:
    """How the letters look: bold or italic where all of them are; the size of most of them."""
    if not words.looks:
        return Look(shaded=setting.shaded or properties.shaded, centred=properties.centred)
    base = properties.style.face
    below_bold = bool(styles.face.bold) if base.bold is None and setting.bold is None else (
        bool(base.bold) != bool(setting.bold)
    )  # fmt: skip
    below_italic = bool(styles.face.italic if base.italic is None else base.italic)
    below_size = styles.face.size if base.size is None else base.size
    bold = italic = True
    sizes: Counter[float | None] = Counter()
    for number, letters in words.looks.items():
        face, character = looks.known[number].own, looks.known[number].style
        bold = bold and (below_bold != bool(character.bold) if face.bold is None else face.bold)
        italic = italic and (below_italic != bool(character.italic) if face.italic is None else face.italic)
        sizes[face.size or character.size or below_size] += letters
    return Look(
        bold=bold,
        italic=italic,
        size=sizes.most_common(1)[0][0],
        shaded=setting.shaded or properties.shaded,
        centred=properties.centred,
    )


def text_in(container: etree._Element) -> str:
    """The words of every paragraph of a normalised container, boxes included, each paragraph apart from the next."""
    return " ".join(words_in(paragraph).text for paragraph in container.iter(P))
