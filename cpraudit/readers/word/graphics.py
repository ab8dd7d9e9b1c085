"""What a drawing holds that a reader of the page sees: text boxes, word art, diagrams, pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from cpraudit.readers.word.names import BOX, CHART, DGM, MC, PIC, PICTURES, RUN, A, P, R, T, V, W

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


def boxes_in(graphic: etree._Element, diagram: Callable[[str], list[str]]) -> Iterator[etree._Element]:
    """The text boxes of a drawing, taken out of it; word art and diagrams as boxes of their words."""
    names = [node.get("name") or node.get("id") or "" for node in graphic.iter()]
    named = any("watermark" in name.lower() for name in names)
    for content in list(graphic.iter(_CONTENT)):
        box = etree.Element(BOX)
        box.extend(list(content))
        parent = content.getparent()
        if parent is not None:
            parent.remove(content)
        if named:
            box.set(WATERMARK, "1")
        yield box
    for art in graphic.iter(f"{V}textpath"):
        if art.get("string"):
            box = _box_of([art.get("string", "")])
            box.set(WATERMARK, "1")
            yield box
    for relation in graphic.iter(f"{DGM}relIds"):
        texts = diagram(relation.get(f"{R}dm", ""))
        if texts:
            yield _box_of(texts)
    texts = ["".join(t.text or "" for t in p.iter(f"{A}t")) for p in graphic.iter(f"{A}p")]
    if any(text.strip() for text in texts):
        yield _box_of(texts)


def pictures_in(graphic: etree._Element) -> int:
    """Number of pictures, charts and ink drawings in a drawing."""
    return sum(1 for _ in graphic.iter(*_PICTURED))


def picture_mark(number: int) -> etree._Element:
    """What stands for pictures in a run."""
    mark = etree.Element(PICTURES)
    mark.set("n", str(number))
    return mark


def _box_of(texts: list[str]) -> etree._Element:
    """A box with a paragraph for each text."""
    box = etree.Element(BOX)
    for text in texts:
        run = etree.SubElement(etree.SubElement(box, P), RUN)
        etree.SubElement(run, T).text = text
    return box
