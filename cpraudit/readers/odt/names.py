"""Names of OpenDocument's markup (ISO/IEC 26300), as lxml writes them."""

from __future__ import annotations

from lxml import etree

_BASE = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{_BASE}office:1.0}}"
TEXT = f"{_BASE}text:1.0}}"
TABLE = f"{_BASE}table:1.0}}"
STYLE = f"{_BASE}style:1.0}}"
DRAW = f"{_BASE}drawing:1.0}}"
FORM = f"{_BASE}form:1.0}}"
SVG = f"{_BASE}svg-compatible:1.0}}"
FO = f"{_BASE}xsl-fo-compatible:1.0}}"
FIELD = "{urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"
XLINK = "{http://www.w3.org/1999/xlink}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

P, H, LIST, NOTE = f"{TEXT}p", f"{TEXT}h", f"{TEXT}list", f"{TEXT}note"
STYLE_NAME = f"{TEXT}style-name"


def whole_number(text: str | None, otherwise: int) -> int:
    """A number of an attribute; `otherwise` where it is absent or none."""
    try:
        return int(text) if text else otherwise
    except ValueError:
        return otherwise


def letters_of(element: etree._Element) -> str:
    """Every letter in an element, untidied."""
    return "".join(str(piece) for piece in element.itertext())
