"""The ways in which `fuzz.py` damages a file: bytes, pieces, entries of an archive, XML that stays well formed, PDF streams.

Each is a function of a source of chance and of the bytes, so that a seed settles what it does.
"""

from __future__ import annotations

import io
import random
import re
import warnings
import zipfile
import zlib
from collections.abc import Callable

from lxml import etree

Mutation = Callable[[random.Random, bytes], bytes]


def flipped(rng: random.Random, data: bytes) -> bytes:
    """Some bytes are others."""
    changed = bytearray(data)
    for _ in range(rng.choice((1, 4, 32, 256))):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def cut(rng: random.Random, data: bytes) -> bytes:
    """The end is not there."""
    return data[: rng.randrange(1, len(data) + 1)]


def moved(rng: random.Random, data: bytes) -> bytes:
    """A piece stands elsewhere, in place of what was there or before it."""
    start = rng.randrange(len(data))
    piece = data[start : start + rng.choice((1, 16, 512, 8_192))]
    at = rng.randrange(len(data))
    return data[:at] + piece + data[at + rng.choice((0, len(piece))) :]


def numbered(rng: random.Random, data: bytes) -> bytes:
    """A number in clear text is another: a length, an offset, a reference, a count of columns."""
    found = list(re.finditer(rb"\d+", data))
    if not found:
        return data
    match = rng.choice(found)
    other = rng.choice((b"0", b"-1", b"1", b"65536", b"2147483648", b"99999999999999999999", b"1e309"))
    return data[: match.start()] + other + data[match.end() :]


def tagged(rng: random.Random, data: bytes) -> bytes:
    """An element is taken out, doubled, put inside itself, or loses its end; an attribute has another value."""
    found = list(re.finditer(rb"<[^<>]{1,300}>", data))
    if not found:
        return data
    match, other = rng.choice(found), rng.choice(found)
    tag = match.group()
    new = rng.choice((
        b"", tag + tag, tag * rng.choice((50, 2_000)), other.group(), tag[:-1], b"&undefined;", b"<![CDATA[", b"\x00",
        re.sub(rb'"[^"]*"', rng.choice((b'""', b'"-1"', b'"9999999999"', b'"\xff"')), tag),
    ))  # fmt: skip
    return data[: match.start()] + new + data[match.end() :]


def restructured(rng: random.Random, data: bytes) -> bytes:
    """XML that is still well formed: elements moved, doubled, renamed or put into others; texts and values exchanged."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, ValueError):
        return data
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    for _ in range(rng.choice((1, 3, 12))):
        one, other = rng.choice(elements), rng.choice(elements)
        match rng.randrange(7):
            case 0:
                one.tag = other.tag
            case 1 if one is not root and (parent := one.getparent()) is not None:
                parent.remove(one)
            case 2 if one is not root and one not in other.iterancestors() and one is not other:
                other.append(one)
            case 3 if len(one) < 200:
                other.append(etree.fromstring(etree.tostring(one, with_tail=False)))
            case 4 if other.attrib:
                one.attrib.update(other.attrib)
            case 5 if one.attrib:
                one.set(rng.choice(list(one.attrib)), rng.choice(("", "-1", "0", "9999999999", "1.5", "é", "%1%2%9.", "x" * 5_000)))
            case _:
                one.text = rng.choice((other.text, "", "\u202e\u200b\ufffd", "1.1.1.1 " * 300, "(" * 400, None))
    return etree.tostring(root)


_STREAM = re.compile(rb"/Length (\d+)(?P<rest>[^>]*>>\s*stream\r?\n)")


def redrawn(rng: random.Random, data: bytes) -> bytes:
    """A packed stream of a PDF is unpacked, damaged and packed again, so that the damage comes past its checksum."""
    streams = list(_STREAM.finditer(data))
    if not streams:
        return flipped(rng, data)
    match = rng.choice(streams)
    start, length = match.end(), int(match[1])
    try:
        content = zlib.decompress(data[start : start + length])
    except zlib.error:
        return numbered(rng, data)
    if not content:
        return numbered(rng, data)
    packed = zlib.compress(rng.choice((operated, operated, numbered, flipped, cut, moved))(rng, content))
    head = b"/Length %d%s" % (len(packed), match["rest"])
    return data[: match.start()] + head + packed + data[start + length :]


def operated(rng: random.Random, content: bytes) -> bytes:
    """The drawing of a page with an operator or an operand exchanged, left out, or repeated without end."""
    words = content.split(b" ")
    at = rng.randrange(len(words))
    words[at] = rng.choice((
        b"", rng.choice(words), b"Tj", b"q", b"Q", b"BT", b"ET", b"Do", b"cm", b"-1e38", b"0 0 0 0 0 0 Tm", b"1e-30 0 0 1e30 0 0 cm",
        b"(" * 50, b"<</MCID 99>> BDC", b"3 Tr", b"q " * rng.choice((10, 5_000)), words[at] + b" 0 0 1 1 re f" * rng.choice((10, 5_000)),
    ))  # fmt: skip
    return b" ".join(words)


def referred(rng: random.Random, data: bytes) -> bytes:
    """References in a PDF lead elsewhere: to another object, to the object itself, to none."""
    found = list(re.finditer(rb"(\d+) 0 R\b", data))
    if not found:
        return data
    for match in sorted(rng.sample(found, min(len(found), rng.choice((1, 3)))), key=lambda m: -m.start()):
        other = rng.choice((rng.choice(found).group(), b"1 0 R", b"0 0 R", b"99999 0 R"))
        data = data[: match.start()] + other + data[match.end() :]
    return data


def written_over(rng: random.Random, data: bytes) -> bytes:
    """A line of a text is doubled, gone, endless, or has marks of Markdown and odd signs set into it."""
    lines = data.split(b"\n")
    for _ in range(rng.choice((1, 4, 16))):
        at = rng.randrange(len(lines))
        line = lines[at]
        lines[at] = rng.choice((
            b"", line + b"\n" + line, line * 60, b"> " * 40 + line, b"  " * 40 + b"- " + line, b"|" + line.replace(b" ", b"|") + b"|\n|-|",
            b"<!-- cpraudit-waive " + line, b"```\n" + line, b"[" * 300 + line, b"*" * 300 + line, b"#" * 9 + line, b"1. " * 30 + line,
            line.replace(b" ", b"\xc2\xa0"), b"\xe2\x80\xae" + line, line.replace(b"e", b"e\xcc\x81"), line.upper(), b"(" * 2_000 + line,
        ))  # fmt: skip
    return b"\n".join(lines)


_TEXT_PARTS = frozenset({"word/document.xml", "content.xml"})


def exchanged(rng: random.Random, data: bytes) -> bytes:
    """Entries of an archive have each other's content, are gone, stand twice, or are mutated within and packed again."""
    entries = _entries(data)
    if not entries:
        return flipped(rng, data)
    names = [name for name, _ in entries]
    for _ in range(rng.randrange(1, 4)):
        texts = [number for number, (name, _) in enumerate(entries) if name in _TEXT_PARTS]
        at = rng.choice(texts) if texts and rng.random() < 0.5 else rng.randrange(len(entries))
        name, content = entries[at]
        match rng.randrange(24):
            case 0:
                entries[at] = (name, rng.choice(entries)[1])
            case 1 | 2 if len(entries) > 1:
                del entries[at]
            case 3:
                entries.append((name, rng.choice(entries)[1]))
            case 4:
                entries[at] = (rng.choice((*names, "../" + name, name.upper(), "")), content)
            case _ if content:
                entries[at] = (name, rng.choice((restructured,) * 12 + (tagged, tagged, numbered, flipped, cut, moved))(rng, content))
    return _packed(entries)


def _entries(data: bytes) -> list[tuple[str, bytes]]:
    """The archive's entries; none where it is no archive, or is one no more."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [(entry.filename, archive.read(entry)) for entry in archive.infolist() if entry.file_size < 1 << 24]
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, IndexError, KeyError, MemoryError):
        return []  # an earlier mutation broke it


def _packed(entries: list[tuple[str, bytes]]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # a name that stands twice is meant
        for name, content in entries:
            # without the time of day: the seed settles every byte
            archive.writestr(zipfile.ZipInfo(name or "x"), content, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return packed.getvalue()


_PACKED: tuple[Mutation, ...] = (exchanged,) * 24 + (flipped, cut, moved)
"""Bytes turned in an archive seldom come past its checksums: most mutations are within its entries."""
_PDF: tuple[Mutation, ...] = (redrawn,) * 4 + (referred,) * 2 + (flipped, cut, moved, numbered)
_TEXT: tuple[Mutation, ...] = (written_over,) * 4 + (flipped, cut, moved, numbered, tagged)


def damaged(rng: random.Random, data: bytes) -> bytes:
    """A file with one to four mutations of its kind."""
    kinds = _PACKED if data.startswith(b"PK") else _PDF if data.startswith(b"%PDF") else _TEXT
    for _ in range(rng.choice((1, 1, 2, 4))):
        data = rng.choice(kinds)(rng, data) or b"\0"
    return data
