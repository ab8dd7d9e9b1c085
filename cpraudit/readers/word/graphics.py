"""What a drawing holds that a reader of the page sees: text boxes, word art, diagrams, pictures."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from cpraudit.readers.word.names import BOX, CHART, DGM, MC, PIC, PICTURES, RUN, A, P, R, T, V, W
from cpraudit.readers.word.tree import remove

CHOICE, FALLBACK, ALTERNATE = f"{MC}Choice", f"{MC}Fallback", f"{MC}AlternateContent"
_CONTENT = f"{W}txbxContent"
_PICTURED = (f"{PIC}pic", f"{V}imagedata", f"{W}contentPart", f"{CHART}chart")
WATERMARK = "watermark"
"""On a box: it is a watermark or word art, not a text box."""


def chosen(alternate: etree._Element) -> etree._Element | None:
    """The one branch of an `mc:AlternateContent` that is read: the first choice, else the fallback."""
    choice = alternate.find(CHOICE)
    return choice if choice is not None and len(choice) else alternate.find(FALLBACK)


def settle(graphic: etree._Element) -> None:
    """Leave one branch of every alternative inside a drawing."""
    for alternate in list(graphic.iter(ALTERNATE)):
        kept = chosen(alternate)
        for branch in list(alternate):
            if branch is not kept:
                alternate.remove(branch)


def hang_boxes(
    graphic: etree._Element, anchor: etree._Element, diagram: Callable[[str], list[str]]
) -> list[etree._Element]:
    """Hang the text boxes of a drawing on its paragraph, and give them; word art and diagrams as boxes of their words.

    A box within a box stays in it, for whoever normalises that.
    """
    names = [node.get("name") or node.get("id") or "" for node in graphic.iter()]
    named = any("watermark" in name.lower() for name in names)
    boxes: list[etree._Element] = []
    for content in [node for node in graphic.iter(_CONTENT) if next(node.iterancestors(_CONTENT), None) is None]:
        box = etree.SubElement(anchor, BOX)
        box.extend(list(content))
        remove(content)
        if named:
            box.set(WATERMARK, "1")
        boxes.append(box)
    for art in graphic.iter(f"{V}textpath"):
        if art.get("string"):
            boxes.append(_hang_words(anchor, [art.get("string", "")]))
            boxes[-1].set(WATERMARK, "1")
    for relation in graphic.iter(f"{DGM}relIds"):
        texts = diagram(relation.get(f"{R}dm", ""))
        if texts:
            boxes.append(_hang_words(anchor, texts))
    texts = ["".join(t.text or "" for t in p.iter(f"{A}t")) for p in graphic.iter(f"{A}p")]
    if any(text.strip() for text in texts):
        boxes.append(_hang_words(anchor, texts))
    return boxes


def pictures_in(graphic: etree._Element) -> int:
    """Number of pictures, charts and ink drawings in a drawing."""
    return sum(1 for _ in graphic.iter(*_PICTURED))


def picture_mark(number: int, area: float) -> etree._Element:
    """What stands for pictures in a run."""
    mark = etree.Element(PICTURES)
    mark.set("n", str(number))
    mark.set("area", f"{area:.0f}")
    return mark


def _hang_words(anchor: etree._Element, texts: list[str]) -> etree._Element:
    """A box with a paragraph for each text."""
    box = etree.SubElement(anchor, BOX)
    for text in texts:
        run = etree.SubElement(etree.SubElement(box, P), RUN)
        etree.SubElement(run, T).text = text
    return box
