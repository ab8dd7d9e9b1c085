"""Elements taken out of a tree, put in another's place, or dissolved."""

from __future__ import annotations

from lxml import etree

from cpraudit.readers.word.names import ORIGIN


def remove(element: etree._Element) -> None:
    """Take an element out, where it stands in a tree."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def put_in_place(element: etree._Element, by: etree._Element) -> None:
    """Put another element in an element's place; it keeps the note of where that came from."""
    origin = element.attrib.get(ORIGIN)
    if origin is not None:
        by.set(ORIGIN, origin)
    parent = element.getparent()
    if parent is not None:
        parent.replace(element, by)


def unwrap(element: etree._Element) -> None:
    """Put an element's children in its place."""
    for child in list(element):
        element.addprevious(child)
    remove(element)
