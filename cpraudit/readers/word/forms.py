"""Fields of a form that show something which is not written in their text: tick boxes and drop-downs."""

from __future__ import annotations

from lxml import etree

from cpraudit.readers.word.names import RPR, VAL, T, W, switched, value, whole_number
from cpraudit.readers.word.tree import remove

EMPTY_BOX, TICKED_BOX = "☐", "☒"


def write_sign(content: etree._Element, ticked: bool) -> None:
    """Leave one sign in the content of a tick box."""
    signs = list(content.iter(T, f"{W}sym"))
    if not signs:
        return
    first = signs[0]
    first.tag = T
    first.text = TICKED_BOX if ticked else EMPTY_BOX
    run = first.getparent()
    fonts = None if run is None else run.find(f"{RPR}/{W}rFonts")
    if fonts is not None:
        remove(fonts)
    for other in signs[1:]:
        remove(other)


def form_field(begin: etree._Element) -> str:
    """What a legacy form field shows that is not written in its result."""
    data = begin.find(f"{W}ffData")
    if data is None:
        return ""
    box = data.find(f"{W}checkBox")
    if box is not None:
        state = switched(box.find(f"{W}checked"))
        return TICKED_BOX if (bool(switched(box.find(f"{W}default"))) if state is None else state) else EMPTY_BOX
    choices = data.find(f"{W}ddList")
    if choices is None:
        return ""
    entries = [entry.get(VAL, "") for entry in choices.iterchildren(f"{W}listEntry")]
    at = whole_number(value(choices, "result"), whole_number(value(choices, "default"), 0)) or 0
    return entries[at] if 0 <= at < len(entries) else ""
