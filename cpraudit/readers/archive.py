"""The guard before every zipped document: nothing is unpacked or parsed that has not been looked at first.

Limits grow with the file, so that a long honest report passes and a small file that unpacks to a flood does not.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import PurePosixPath

from lxml import etree

from cpraudit.errors import UnreadableError

_ENTRIES = 5_000
"""A report with a thousand pictures has a little over a thousand entries."""
_PART = 8 * 1024 * 1024
_PART_GROWTH = 60
"""A part may hold this many bytes and so many times the whole file's; the markup of a long table packs 50 to 1."""
_PART_MOST = 192 * 1024 * 1024
_ALL = 256 * 1024 * 1024
_ALL_GROWTH = 60
_TAGS = 300_000
_TAGS_GROWTH = 4
_TAGS_MOST = 4_000_000
"""Opening and closing tags in a part: 40 pages have about 50,000."""
_PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_CENTRAL = b"PK\x01\x02"


class Archive:
    """A zip archive that has passed the guard. Parts are read one by one, each within its limit."""

    def __init__(self, data: bytes, name: str) -> None:
        """Look at the directory of the archive. Raises UnreadableError where it is broken or hostile."""
        self.name = name
        self._size = len(data)
        self._left = _ALL + _ALL_GROWTH * len(data)
        if data.count(_CENTRAL) > _ENTRIES:
            raise self._refusal(f"holds more than {_ENTRIES:,} files, which no report does")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, OverflowError) as error:
            raise UnreadableError(
                f"'{name}' is cut short or damaged, so that it cannot be unpacked. Copy or download it again."
            ) from error
        self._parts: dict[str, zipfile.ZipInfo] = {}
        for info in self._zip.infolist():
            self._admit(info)
        if sum(info.file_size for info in self._parts.values()) > self._left:
            raise self._refusal("unpacks to far more than a document of its size holds")

    @property
    def names(self) -> tuple[str, ...]:
        """Every part by its name, in the archive's order."""
        return tuple(info.filename.replace("\\", "/") for info in self._parts.values())

    @property
    def markup(self) -> int:
        """Bytes that the XML parts unpack to."""
        return sum(info.file_size for name, info in self._parts.items() if name.endswith((".xml", ".rels")))

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._parts

    def read(self, part: str) -> bytes:
        """The bytes of a part.

        Raises KeyError where there is none, UnreadableError where it is damaged or too large.
        """
        info = self._parts[part.lower()]
        limit = min(_PART + _PART_GROWTH * self._size, _PART_MOST, self._left)
        if info.file_size > limit:
            raise self._refusal("unpacks to far more than a document of its size holds")
        try:
            with self._zip.open(info) as stream:
                data = stream.read(limit + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
            raise UnreadableError(
                f"'{self.name}' is damaged: '{part}' in it cannot be unpacked. Copy or download it again."
            ) from error
        if len(data) > limit:
            raise self._refusal("unpacks to far more than a document of its size holds")
        self._left -= len(data)
        return data

    def with_parts(self, parts: Mapping[str, bytes]) -> bytes:
        """A new archive in which these parts stand in place of those of their name, or are added; the rest is as it was.

        Raises UnreadableError where a part of the rest is damaged.
        """
        left = {name.lower(): (name, data) for name, data in parts.items()}
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
            for key, info in self._parts.items():
                _, data = left.pop(key, ("", None))
                told = zipfile.ZipInfo(info.filename.replace("\\", "/"), info.date_time)
                told.compress_type = info.compress_type
                made.writestr(told, self.read(key) if data is None else data)
            for name, data in left.values():
                made.writestr(name, data)
        return buffer.getvalue()

    def check_markup(self, data: bytes) -> bytes:
        """XML that may be parsed, in UTF-8. Raises UnreadableError where it declares entities or is a flood of tags."""
        data = _in_utf8(data)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise self._refusal("declares entities (a DTD), which a document never needs and an attack does")
        if data.count(b"<") > min(_TAGS + _TAGS_GROWTH * self._size, _TAGS_MOST):
            raise self._refusal("holds far more markup than a document of its size has")
        return data

    def parse(self, data: bytes) -> etree._Element:
        """Parse XML with nothing resolved and nothing fetched.

        Raises etree.XMLSyntaxError where it is not well formed, UnreadableError where it is nested deeper than a document is.
        """
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
        try:
            root = etree.fromstring(self.check_markup(data), parser)
        except etree.XMLSyntaxError as error:
            if "depth" in error.msg:
                raise self._refusal("is nested in a depth that no document has") from error
            raise
        if root.getroottree().docinfo.internalDTD is not None:
            raise self._refusal("declares entities (a DTD), which a document never needs and an attack does")
        return root

    def _admit(self, info: zipfile.ZipInfo) -> None:
        name = info.filename.replace("\\", "/")
        path = PurePosixPath(name)
        if not path.parts or path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
            raise self._refusal("holds a file whose name points out of it")
        if info.flag_bits & 0x1:
            raise UnreadableError(f"'{self.name}' is locked with a password. Take the password off and save it again.")
        if info.compress_type not in _PLAIN:
            raise self._refusal("is packed in a way that documents are not")
        if name.lower() in self._parts:
            raise self._refusal(f"holds '{name}' twice, so that it can be read in two ways")
        if not info.is_dir():
            self._parts[name.lower()] = info

    def _refusal(self, what: str) -> UnreadableError:
        return UnreadableError(
            f"'{self.name}' was not opened: it {what}. If you trust it, save it again from the program that made it."
        )


def _in_utf8(data: bytes) -> bytes:
    """XML in UTF-8: a part in UTF-16 would hide from a look at its bytes."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data[:2] in (b"<\0", b"\0<"):
        marked = data[:1] in (b"\xff", b"\xfe")
        text = data.decode("utf-16" if marked else "utf-16-le" if data[:1] == b"<" else "utf-16-be", "replace")
        return text[text.find("?>") + 2 :].encode() if text.startswith("<?xml") else text.encode()
    return data
