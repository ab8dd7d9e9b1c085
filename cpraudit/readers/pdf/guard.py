"""What is refused before a native engine sees it: streams that unpack to far more than any page holds."""

from __future__ import annotations

import re
import zlib

from cpraudit.errors import UnreadableError

MOST_UNPACKED = 16 * 1024 * 1024
"""Bytes that one stream of a page may unpack to: the drawing of a crowded map takes some five million."""
_MOST_RATIO = 1032
"""Deflate packs no tighter than this."""
_CHUNK = 1 << 16
_HEAD = 1_200
"""Bytes before a stream in which its dictionary is looked for."""
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_NOT_PARSED = re.compile(rb"/Subtype\s*/Image\b|/EmbeddedFile\b|/Length1\b|/Type1C\b|/CIDFontType0C\b|/OpenType\b")
"""Pictures, attachments and fonts: unpacked in other ways, or not at all."""


def refuse_bombs(data: bytes) -> None:
    """Raise UnreadableError where a stream that would be parsed unpacks to more than `MOST_UNPACKED` bytes."""
    for found in _STREAM.finditer(data):
        start = found.end()
        head = data[max(found.start() - _HEAD, 0) : found.start()]
        head = head[head.rfind(b" obj") + 1 :]
        layers = head.count(b"/FlateDecode") + head.count(b"/Fl ")
        end = data.find(b"endstream", start)
        packed = (end if end >= 0 else len(data)) - start
        if packed * _MOST_RATIO**layers <= MOST_UNPACKED or _NOT_PARSED.search(head):
            continue
        if _unpacked(data[start : start + packed], layers) > MOST_UNPACKED:
            raise UnreadableError(
                "holds a page that unpacks to more than any page of a report. Print it to PDF again and check that."
            )


def _unpacked(data: bytes, layers: int) -> int:
    """How many bytes a stream unpacks to, counted no further than a little over the limit."""
    for _ in range(layers):
        machine = zlib.decompressobj()
        pieces: list[bytes] = []
        size = 0
        try:
            for at in range(0, len(data), _CHUNK):
                waiting = data[at : at + _CHUNK]
                while waiting and size <= MOST_UNPACKED and not machine.eof:
                    piece = machine.decompress(waiting, 1 << 20)
                    pieces.append(piece)
                    size += len(piece)
                    waiting = machine.unconsumed_tail
                if size > MOST_UNPACKED or machine.eof:
                    break
        except zlib.error:
            return 0  # encrypted, or broken: the engine says which
        if size > MOST_UNPACKED:
            return size
        data = b"".join(pieces)
    return len(data)
