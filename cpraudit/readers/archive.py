"""Zip archives from strangers (Word and ODT files): judged before anything is unpacked, read within bounds.

Sizes and entry counts are taken from the archive's own index first; what is then unpacked is cut off at the declared
size.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from lxml import etree

from cpraudit.errors import UnreadableError

MOST_ENTRIES = 4_000
MOST_UNPACKED = 400_000_000
"""Bytes that all entries together may unpack to."""
MOST_XML = 120_000_000
"""Bytes that one XML part may unpack to; a 400-page report has about 10 million."""
MOST_RATIO = 200
"""Times an entry may grow when unpacked, once it is larger than `SMALL`."""
SMALL = 2_000_000
MOST_DEPTH = 250
"""Elements within elements; honest documents stay below 60."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Archive:
    """An archive that has passed the guard."""

    def __init__(self, data: bytes, name: str) -> None:
        """Judge the archive. Raises UnreadableError with one sentence where it is broken or hostile."""
        self.name = name
        self._refuse_other_kinds(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._entries = {info.filename: info for info in self._zip.infolist()}
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, UnicodeDecodeError) as error:
            raise UnreadableError(
                f"'{name}' is damaged or cut short. Open it in the program that made it and save it again."
            ) from error
        self._judge()

    def _refuse_other_kinds(self, data: bytes) -> None:
        start = data[:512].lstrip().lower()
        if data.startswith(OLE):
            if "EncryptedPackage".encode("utf-16-le") in data:
                raise UnreadableError(f"'{self.name}' is locked with a password. Save a copy without one.")
            raise UnreadableError(f"'{self.name}' is in the old Word format (.doc). Save it as .docx.")
        for sign, kind in (
            (b"%pdf", "a PDF"),
            (b"{\\rtf", "an RTF file"),
            (b"<!doctype html", "a web page"),
            (b"<html", "a web page"),
        ):
            if start.startswith(sign):
                raise UnreadableError(
                    f"'{self.name}' is not what its name says: it is {kind}. Save it in the right format."
                )

    def _judge(self) -> None:
        entries = self._zip.infolist()
        refuse = f"'{self.name}' was refused because its archive is not that of an honest document: "
        if len(entries) > MOST_ENTRIES:
            raise UnreadableError(f"{refuse}it holds {len(entries):,} entries.")
        if len(self._entries) != len(entries):
            raise UnreadableError(f"{refuse}it holds two entries of one name.")
        if sum(info.file_size for info in entries) > MOST_UNPACKED:
            raise UnreadableError(f"{refuse}it would unpack to more than {MOST_UNPACKED // 1_000_000} MB.")
        for info in entries:
            if info.flag_bits & 0x1:
                raise UnreadableError(f"'{self.name}' holds encrypted parts. Save a copy without a password.")
            if info.filename.startswith(("/", "\\")) or ".." in Path(info.filename.replace("\\", "/")).parts:
                raise UnreadableError(f"{refuse}an entry's name leads outside it.")
            if info.file_size > SMALL and info.file_size > MOST_RATIO * max(info.compress_size, 1):
                raise UnreadableError(f"{refuse}an entry grows more than {MOST_RATIO} times when unpacked.")
            if info.filename.endswith((".xml", ".rels")) and info.file_size > MOST_XML:
                raise UnreadableError(f"{refuse}a part is larger than {MOST_XML // 1_000_000} MB.")

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the entries."""
        return tuple(self._entries)

    def has(self, name: str) -> bool:
        """Whether there is an entry of that name."""
        return name in self._entries

    def bytes_of(self, name: str) -> bytes:
        """One entry, never more than its declared size."""
        info = self._entries[name]
        try:
            with self._zip.open(info) as entry:
                return entry.read(info.file_size)
        except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
            raise UnreadableError(
                f"'{self.name}' is damaged ({name}). Open it in the program that made it and save it again."
            ) from error
        except Exception as error:  # zlib.error and its like, by whatever compression the entry claims
            raise UnreadableError(
                f"'{self.name}' is damaged ({name}) and could not be unpacked. Save it again."
            ) from error

    def xml(self, name: str) -> etree._Element:
        """One entry as XML: no entities, no network, no document type."""
        return parse_xml(self.bytes_of(name), self.name)


def parse_xml(data: bytes, name: str) -> etree._Element:
    """Parse untrusted XML. Raises UnreadableError where it is broken, declares entities, or nests without end."""
    head = data[:4096]
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head or b"<!\x00D\x00O\x00C" in head:
        raise UnreadableError(
            f"'{name}' was refused: its XML declares entities, which no honest document of its kind does."
        )
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError(
            f"'{name}' is damaged: a part of it is not well-formed. Open it in the program that made it and save it again."
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableError(f"'{name}' was refused: its XML declares a document type.")
    return root
