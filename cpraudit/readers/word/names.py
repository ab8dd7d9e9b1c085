"""Names of Word's markup (ECMA-376), as lxml writes them. Strict documents are brought to these before parsing."""

from __future__ import annotations

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V = "{urn:schemas-microsoft-com:vml}"

P, RUN, T, TAB, BR = f"{W}p", f"{W}r", f"{W}t", f"{W}tab", f"{W}br"
TBL, TR, TC = f"{W}tbl", f"{W}tr", f"{W}tc"
PPR, RPR, TRPR, TCPR, TBLPR = f"{W}pPr", f"{W}rPr", f"{W}trPr", f"{W}tcPr", f"{W}tblPr"
VAL = f"{W}val"

BOX = "{urn:cpraudit}box"
"""Where a text box stood in its anchor paragraph; its paragraphs are the children. Made by the normalising pass."""
PICTURES = "{urn:cpraudit}pictures"
"""Pictures that stand in a run, counted in `n`, with the square points that they take in `area`. Made by the normalising pass."""
LOOK = "{urn:cpraudit}look"
"""On a run: the number of its look (`runs.py`). Noted by the normalising pass."""
ORIGIN = "{urn:cpraudit}origin"
"""On any element: its number in the file as it is, where the reading is traced (`tracing.py`)."""
PLACEHOLDER = "{urn:cpraudit}placeholder"
"""On a text: it is what a content control shows until somebody fills it in. Noted by the normalising pass."""


def value(parent: etree._Element | None, *path: str) -> str | None:
    """The `w:val` of a descendant by its path of names; None where it is absent ('' where it has no value)."""
    for name in path:
        if parent is None:
            return None
        parent = parent.find(f"{W}{name}")
    return None if parent is None else parent.get(VAL, "")


def switched(element: etree._Element | None) -> bool | None:
    """Whether an on-off property is on; None where it is not given."""
    if element is None:
        return None
    return element.get(VAL, "1") not in {"0", "false", "off"}


def whole_number(text: str | None, otherwise: int | None = None) -> int | None:
    """A number as Word writes it; `otherwise` where it is absent or none."""
    try:
        return int(text) if text else otherwise
    except ValueError:
        return otherwise
