"""Paragraphs whose mark is gone (deleted, moved, or that of a drop capital) run on into the next."""

from __future__ import annotations

from lxml import etree

from cpraudit.readers.word.drafting import Drafting
from cpraudit.readers.word.names import BOX, PICTURES, PPR, TBL, TR, P, T

JOINS = "{urn:cpraudit}joins"
"""On a paragraph whose mark is gone, until it is joined to the next."""


def join_paragraphs(container: etree._Element, drafting: Drafting) -> None:
    """Join each paragraph whose mark is gone to the next; several in a row become one."""
    open_run: list[etree._Element] = []
    for node in list(container):
        if node.tag not in {P, TBL, TR}:
            continue
        if node.tag != P:
            open_run.clear()
        elif node.attrib.get(JOINS) is not None:
            del node.attrib[JOINS]
            open_run.append(node)
        elif open_run:
            _join(open_run, node, drafting)
            open_run = []


def _join(paragraphs: list[etree._Element], last: etree._Element, drafting: Drafting) -> None:
    """Put what paragraphs hold before what the last one holds; the first that shows something gives the look."""
    looks = [paragraph.find(PPR) for paragraph in (*paragraphs, last)]
    shown = [at for at, paragraph in enumerate(paragraphs) if _shows(paragraph)]
    look = looks[shown[0] if shown else -1]
    moved = [child for paragraph in paragraphs for child in paragraph if child.tag != PPR]
    for paragraph in paragraphs:
        drafting.hand_over(paragraph, last)
    if looks[-1] is not None:
        last.remove(looks[-1])
    last[:0] = moved if look is None else [look, *moved]
    for paragraph in paragraphs:
        parent = paragraph.getparent()
        if parent is not None:
            parent.remove(paragraph)


def _shows(paragraph: etree._Element) -> bool:
    return any(node.tag != T or (node.text or "").strip() for node in paragraph.iter(T, PICTURES, BOX))
