"""The structure tree of a tagged PDF: which marked content is a heading, a paragraph, a list item."""

from __future__ import annotations

import ctypes
from typing import Any

_MOST_ELEMENTS = 20_000
_MOST_DEPTH = 60
_INLINE = frozenset({"", "Span", "Link", "NonStruct", "Em", "Strong", "Quote"})


def elements_of(page: Any) -> dict[int, tuple[int, str]]:
    """For each marked content of a page, its element (a number of its own) and what that is ('H1', 'P', 'LBody', 'TD').

    Elements that say nothing of structure (spans, links, emphasis) count as part of what they stand in.
    """
    import pypdfium2.raw as c

    tree = c.FPDF_StructTree_GetForPage(page)
    if not tree:
        return {}
    found: dict[int, tuple[int, str]] = {}
    buffer = ctypes.create_string_buffer(256)
    try:
        waiting = [
            (c.FPDF_StructTree_GetChildAtIndex(tree, k), (0, ""), 0)
            for k in range(min(c.FPDF_StructTree_CountChildren(tree), _MOST_ELEMENTS))
        ]
        seen = 0
        while waiting and seen < _MOST_ELEMENTS:
            element, above, depth = waiting.pop()
            seen += 1
            if not element or depth > _MOST_DEPTH:
                continue
            length = c.FPDF_StructElement_GetType(element, buffer, 256)
            role = buffer.raw[: max(length - 2, 0)].decode("utf-16-le", "replace") if 2 < length <= 256 else ""
            here = above if role in _INLINE else (seen, role)
            for k in range(max(c.FPDF_StructElement_CountChildren(element), 0)):
                content = c.FPDF_StructElement_GetChildMarkedContentID(element, k)
                if content >= 0:
                    found[content] = here
                else:
                    waiting.append((c.FPDF_StructElement_GetChildAtIndex(element, k), here, depth + 1))
    finally:
        c.FPDF_StructTree_Close(tree)
    return found
