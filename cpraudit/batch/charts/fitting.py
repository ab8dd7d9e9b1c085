"""A drawing of matplotlib as inline SVG of the page.

The page's content policy allows no style attributes, and the page has dark and printed colours. So styles become classes
where they are colours of the palette, and attributes otherwise; fonts are left to the page; ids are made the chart's own.
"""

from __future__ import annotations

import io
import re
import warnings
from typing import TYPE_CHECKING

from lxml import etree

from cpraudit.batch.charts.drawing import WIDE, Size
from cpraudit.batch.charts.palette import CLASSES

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
REFERENCE = re.compile(r"url\(#([^)]+)\)")
NUMBER = re.compile(r"-?\d+\.\d{2,}")
FONT_SIZE = re.compile(r"([\d.]+)px")
KEPT = {"fill", "stroke", "stroke-width", "stroke-dasharray", "fill-opacity", "stroke-opacity", "opacity", "text-anchor", "font-weight"}
"""Properties that are kept; each is also an attribute of SVG."""


def inline(figure: Figure, size: Size, name: str, title: str, description: str) -> str:
    """The SVG of a figure, told by a title and a description. `name` begins its ids."""
    import matplotlib as mpl

    name = name if size is WIDE else f"{name}-{size.name}"
    file = io.BytesIO()
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": name, "svg.id": name}), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a letter that its own font lacks: the page's font draws the text
        figure.savefig(file, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    root = etree.fromstring(file.getvalue(), etree.XMLParser(remove_comments=True, resolve_entities=False))
    for unwanted in (*root.iter(f"{SVG}metadata"), *root.iter(f"{SVG}style")):
        unwanted.getparent().remove(unwanted)
    used = _used(root)
    for element in root.iter():
        _restyle(element)
        _rename(element, name, used)
        for key in ("d", "transform", "x", "y", "points"):
            if key in element.attrib:
                element.set(key, NUMBER.sub(_rounded, str(element.attrib[key])))
    _head(root, size, name, title, description)
    etree.cleanup_namespaces(root, keep_ns_prefixes=[])
    text: str = etree.tostring(root, encoding="unicode")
    text = text.replace("xlink:href", "href").replace(' xmlns:xlink="http://www.w3.org/1999/xlink"', "")
    return re.sub(r">\s+<", "><", text.replace(' xmlns="http://www.w3.org/2000/svg"', ""))


def _used(root: etree._Element) -> set[str]:
    """The ids that something in the drawing refers to."""
    values = [value for element in root.iter() for value in element.attrib.values()]
    used = {found for value in values for found in REFERENCE.findall(str(value))}
    return used | {str(element.get(LINK))[1:] for element in root.iter() if element.get(LINK)}


def _restyle(element: etree._Element) -> None:
    style = element.attrib.pop("style", "")
    classes = []
    for declaration in str(style).split(";"):
        prop, _, value = (part.strip() for part in declaration.partition(":"))
        if prop in {"fill", "stroke"} and value in CLASSES:
            classes.append(f"{prop[0]}-{CLASSES[value]}")
        elif prop in {"font", "font-size"} and (size := FONT_SIZE.search(value)):
            element.set("font-size", size[1])
        elif prop in KEPT and value:
            element.set(prop, value)
    if classes:
        element.set("class", " ".join(classes))


def _rename(element: etree._Element, name: str, used: set[str]) -> None:
    own = element.attrib.pop("id", "")
    if own in used:
        element.set("id", f"{name}-{own}")
    for key, value in element.attrib.items():
        element.set(key, REFERENCE.sub(rf"url(#{name}-\1)", str(value)))
    target = element.get(LINK)
    if target:
        element.set(LINK, f"#{name}-{str(target)[1:]}")


def _rounded(match: re.Match[str]) -> str:
    return f"{float(match[0]):.1f}".removesuffix(".0")


def _head(root: etree._Element, size: Size, name: str, title: str, description: str) -> None:
    """What a screen reader says of it; its size is the page's business."""
    for key in ("width", "height", "version"):
        root.attrib.pop(key, "")
    root.set("role", "img")
    root.set("aria-labelledby", f"{name}-title {name}-desc")
    root.set("class", f"drawn {size.name}")
    for place, (tag, text) in enumerate((("title", title), ("desc", description))):
        told = etree.Element(f"{SVG}{tag}", id=f"{name}-{tag}")
        told.text = text
        root.insert(place, told)
