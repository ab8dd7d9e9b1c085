"""How much room drawings and embedded objects take on the page, for what they may hold that nobody could read."""

from __future__ import annotations

import re

from lxml import etree

from cpraudit.readers.pictured import A4, WORDS_UNKNOWN, points_of, words_of_area
from cpraudit.readers.word.names import CHART, PIC, WP, V, W, whole_number

_EMU = 12_700
"""English metric units in a point."""
_TWIPS = 20
_PASTED = ("equation", "pbrush", "paint.picture", "staticmetafile", "msphotoed", "word.picture")
"""Programs whose objects are no more than a picture or a formula."""
_SIDE = re.compile(r"(?:^|;)\s*(width|height)\s*:([^;]*)")
_BEHIND = re.compile(r"z-index\s*:\s*-")


def paper_of(document: etree._Element) -> float:
    """The sheet of a document in square points; A4 where it says nothing sensible."""
    for size in document.iter(f"{W}pgSz"):
        across, down = (whole_number(size.get(f"{W}{name}"), 0) or 0 for name in ("w", "h"))
        if across > 0 and down > 0:
            return across * down / _TWIPS**2
    return A4


def area_of(graphic: etree._Element) -> float:
    """Square points that the pictures of a drawing take; none for a chart or for what lies behind the text."""
    for place in graphic.iter(f"{WP}anchor", f"{WP}inline"):
        extent = place.find(f"{WP}extent")
        pictured = _has(place, f"{PIC}pic") and not _has(place, f"{CHART}chart")
        if extent is not None and pictured and place.get("behindDoc") not in {"1", "true"}:
            across, down = (whole_number(extent.get(name), 0) or 0 for name in ("cx", "cy"))
            return max(across, 0) * max(down, 0) / _EMU**2
    for shape in graphic.iter(f"{V}shape", f"{V}rect"):
        style = shape.get("style", "")
        if shape.find(f"{V}imagedata") is not None and not _BEHIND.search(style):
            sides = dict(_SIDE.findall(style))
            return points_of(sides.get("width", "")) * points_of(sides.get("height", ""))
    return 0.0


def _has(element: etree._Element, name: str) -> bool:
    return next(element.iter(name), None) is not None


def is_picture(embedded: etree._Element) -> bool:
    """Whether an embedded object is no more than a picture or a formula that was pasted."""
    return embedded.get("ProgID", "").lower().startswith(_PASTED)


def words_embedded(embedded: etree._Element, area: float, paper: float) -> int:
    """The words that an embedded object may hold: by the room that it takes, or a page where it shows as an icon."""
    return WORDS_UNKNOWN if embedded.get("DrawAspect") == "Icon" else max(words_of_area(area, paper), 1)
