"""Namespaces of Word's XML, Strict and Transitional made one."""

from __future__ import annotations

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{W_NS}}}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
V = "{urn:schemas-microsoft-com:vml}"
RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"

STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W_NS.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/drawingml/main": A[1:-1].encode(),
}
"""Strict OOXML names the same elements by other addresses."""


def value(element: object, default: str = "") -> str:
    """The `w:val` of an element, or a default where there is no element."""
    return default if element is None else element.get(f"{W}val", default)  # type: ignore[attr-defined]


def is_on(element: object) -> bool:
    """Whether a toggle property is there and not switched off."""
    return element is not None and value(element, "1") not in ("0", "false", "off")
