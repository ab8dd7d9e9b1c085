"""Whether all of a file is there: what its last lines and its own count of pages say."""

from __future__ import annotations

import re

_END = 2_048
"""Bytes at the end of a file in which it says that it ends; some programs write a line or two behind that."""
_ENDINGS = (b"%%EOF", b"startxref", b"trailer")
"""What stands behind the last object: where one of these is there, nothing that is read is missing."""
_TABLE = re.compile(rb"/Type\s*/XRef\b")
_TREE = re.compile(rb"/Type\s*/Pages\b")
_COUNT = re.compile(rb"/Count\s+(\d{1,9})\b")


def is_cut(data: bytes) -> bool:
    """Whether objects may be missing at the end. A file that lacks no more than its last lines holds all of them."""
    tail = data.rstrip(b"\0 \r\n")[-_END:]
    if any(ending in tail for ending in _ENDINGS):
        return False
    last = data[data.rfind(b" obj") :]
    return not (_TABLE.search(last) and b"endobj" in last)


def counts(data: bytes, pages: int) -> bool:
    """Whether a file says in plain that it has so many pages, and no node of its tree of pages counts more."""
    nodes = [body for body in data.split(b"endobj") if _TREE.search(body)]
    told = [int(count) for body in nodes for count in _COUNT.findall(body)]
    return bool(told) and max(told) == pages
