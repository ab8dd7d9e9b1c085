"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

import re
from enum import Enum

from cpraudit.errors import UnreadableError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_HTML = re.compile(
    rb"(?>\s+|<!--.*?-->|<\?xml[^>]*>)*+<(?:!doctype\s+html|html|head|body|meta|table)\b", re.IGNORECASE | re.DOTALL
)
_MIME = re.compile(rb"(?:MIME-Version|Content-Type|From|Date):\s", re.IGNORECASE)


class Sort(Enum):
    """A sort of file, with its name in words and what to do to have it read."""

    PDF = ("a PDF", "Rename it so that it ends in .pdf.")
    WORD = ("a Word document", "Rename it so that it ends in .docx.")
    ODT = ("an OpenDocument text", "Rename it so that it ends in .odt.")
    OLD_WORD = ("a Word document of the old kind (.doc)", "Open it in Word and save it as .docx.")
    LOCKED = ("locked with a password", "Open it in Word, take the password off and save it again.")
    OLD_OFFICE = ("an Office file of an old kind", "Open it in the program that made it and save it as .docx.")
    RTF = ("rich text (RTF)", "Open it in Word and save it as .docx.")
    HTML = ("a web page (HTML)", "Open it in Word and save it as .docx.")
    WEB_ARCHIVE = ("a web archive (MHT)", "Open it in Word and save it as .docx.")
    WORD_XML = ("Word XML in one file", "Open it in Word and save it as .docx.")
    FLAT_ODT = ("a flat OpenDocument (.fodt)", "Open it in LibreOffice and save it as .odt.")
    EXCEL = ("an Excel workbook", "Save the report as .docx or .pdf.")
    POWERPOINT = ("a PowerPoint presentation", "Save the report as .docx or .pdf.")
    PAGES = ("an Apple Pages document", "Export it from Pages as Word (.docx).")
    OPEN_DOCUMENT = ("an OpenDocument file, but not a text", "Save the report as .odt or .docx.")
    ZIP = ("a zip archive", "Unpack it and name the report in it.")
    PICTURE = ("a picture", "Name the report itself, as .docx, .odt or .pdf.")
    NOTHING = ("all zeros, as a copy that failed leaves it", "Copy the file again from where it came.")
    UNKNOWN = ("of a kind that is not known", "Save it again from the program that made it.")

    @property
    def words(self) -> str:
        """'a PDF'."""
        return self.value[0]

    @property
    def advice(self) -> str:
        """One sentence."""
        return self.value[1]


def sort_of(data: bytes) -> Sort:
    """Tell what a file is; UNKNOWN for plain text too, which has no mark of its own."""
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if data.startswith(b"PK"):
        return _sort_of_archive(data)
    if b"%PDF-" in data[:1024]:
        return Sort.PDF
    if data.startswith(_OLE):
        return _sort_of_compound(data)
    if data.startswith(_PICTURES):
        return Sort.PICTURE
    if not data[:4096].strip(b"\0"):
        return Sort.NOTHING
    return _sort_of_text(start)


def _sort_of_text(start: bytes) -> Sort:
    if start.startswith(b"{\\rtf"):
        return Sort.RTF
    if b"progid=\"Word.Document\"" in start or b"<pkg:package" in start or b"<w:wordDocument" in start:
        return Sort.WORD_XML
    if b"<office:document" in start:
        return Sort.FLAT_ODT
    if _MIME.match(start) and b"MIME-Version" in start:
        return Sort.WEB_ARCHIVE
    return Sort.HTML if _HTML.match(start) else Sort.UNKNOWN


def _sort_of_archive(data: bytes) -> Sort:
    """By the names in the archive, read as bytes: the archive may be broken or hostile."""
    if data[30:38] == b"mimetype":
        if b"vnd.oasis.opendocument.text" in data[38:200]:
            return Sort.ODT
        return Sort.OPEN_DOCUMENT if b"vnd.oasis.opendocument" in data[38:200] else Sort.ZIP
    for mark, sort in (
        (b"word/document", Sort.WORD),
        (b"xl/workbook", Sort.EXCEL),
        (b"ppt/presentation", Sort.POWERPOINT),
        (b"Index/Document.iwa", Sort.PAGES),
        (b"[Content_Types].xml", Sort.WORD),
        (b"META-INF/manifest.xml", Sort.ODT),
    ):
        if mark in data:
            return sort
    return Sort.ZIP


def _sort_of_compound(data: bytes) -> Sort:
    """An OLE file, by the names in its directory, which stand at every 128th byte."""
    if _in_directory(data, "EncryptedPackage"):
        return Sort.LOCKED
    return Sort.OLD_WORD if _in_directory(data, "WordDocument") else Sort.OLD_OFFICE


def _in_directory(data: bytes, name: str) -> bool:
    wanted, at = name.encode("utf-16-le") + b"\0\0", -1
    while (at := data.find(wanted, at + 1)) >= 0:
        if at % 128 == 0:
            return True
    return False


def misnamed(sort: Sort, name: str) -> UnreadableError:
    """The error, with what the file is and what to do, for a file that is not of the sort that its name says."""
    whatever = "" if sort in {Sort.LOCKED, Sort.NOTHING, Sort.OLD_WORD} else ", whatever its name says"
    return UnreadableError(f"'{name}' is {sort.words}{whatever}. {sort.advice}")
