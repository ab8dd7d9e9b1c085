"""Fields of the form as Word's content controls: words to be replaced, and boxes to tick."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
PLACEHOLDER_STYLE = "PlaceholderText"
EMPTY_BOX = "☐"
_PIECES = re.compile(r"\[\[(.*?)\]\]|(☐)")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Controls:
    """Makes the runs and controls of one document, each control with a number of its own."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def fill(self, paragraph: etree._Element, words: str, name: str) -> None:
        """Put words into a paragraph: `[[guidance]]` becomes a field that shows it, a box one to tick.

        `name` is what the fields are called, for whoever hears the form read out.
        """
        for element in self._made(words, name):
            paragraph.append(element)

    def _made(self, words: str, name: str) -> Iterator[etree._Element]:
        at = 0
        for found in _PIECES.finditer(words):
            if found.start() > at:
                yield _run(words[at : found.start()])
            yield self._tick(name) if found[2] else self._field(found[1], name)
            at = found.end()
        if at < len(words):
            yield _run(words[at:])

    def _field(self, guidance: str, name: str) -> etree._Element:
        control, content = self._control(name, etree.Element(f"{W}showingPlcHdr"))
        content.append(_run(guidance, style=PLACEHOLDER_STYLE))
        return control

    def _tick(self, name: str) -> etree._Element:
        box = etree.Element(f"{W14}checkbox", nsmap={"w14": W14[1:-1]})
        etree.SubElement(box, f"{W14}checked").set(f"{W14}val", "0")
        for state, sign in (("checkedState", "2612"), ("uncheckedState", "2610")):
            told = etree.SubElement(box, f"{W14}{state}")
            told.set(f"{W14}val", sign)
            told.set(f"{W14}font", "MS Gothic")
        control, content = self._control(name, box)
        content.append(_run(EMPTY_BOX, font="MS Gothic"))
        return control

    def _control(self, name: str, kind: etree._Element) -> tuple[etree._Element, etree._Element]:
        control = etree.Element(f"{W}sdt")
        properties = etree.SubElement(control, f"{W}sdtPr")
        for tag, value in (("alias", name[:64]), ("id", str(next(self._numbers)))):
            etree.SubElement(properties, f"{W}{tag}").set(f"{W}val", value)
        properties.append(kind)
        return control, etree.SubElement(control, f"{W}sdtContent")


def _run(text: str, *, style: str = "", font: str = "") -> etree._Element:
    run = etree.Element(f"{W}r")
    if style or font:
        look = etree.SubElement(run, f"{W}rPr")
        if style:
            etree.SubElement(look, f"{W}rStyle").set(f"{W}val", style)
        if font:
            fonts = etree.SubElement(look, f"{W}rFonts")
            for script in ("ascii", "eastAsia", "hAnsi"):
                fonts.set(f"{W}{script}", font)
    words = etree.SubElement(run, f"{W}t")
    words.set(_SPACE, "preserve")
    words.text = text
    return run
