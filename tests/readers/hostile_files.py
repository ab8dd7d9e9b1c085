"""Makes files that attack, break or deceive a reader: shared by the tests and by `bench/hostile.py`."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable

import odt_writer
from pdf_writer import PROSE, Sheet, assemble, pdf

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{REL}/officeDocument" Target="word/document.xml"/></Relationships>'
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def main_part(body: str, before: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    )


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def word_file(main: str, *more: tuple[str, bytes | str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # a name that stands twice is the point of one case
        for name, data in (
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", RELATIONS),
            ("word/document.xml", main),
            *more,
        ):
            archive.writestr(name, data)
    return packed.getvalue()


def compound(stream: str) -> bytes:
    """The start of an OLE file whose directory names one stream."""
    name = stream.encode("utf-16-le").ljust(64, b"\0")
    entry = name + struct.pack("<H", 2 * len(stream) + 2) + bytes(62)
    return OLE + bytes(504) + entry + bytes(2048)


def encrypted_entries() -> bytes:
    """The archive with the flag of encryption set on every entry, in both places where it stands."""
    data = bytearray(word_file(main_part(paragraph("The panel met."))))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def nested_tables(depth: int) -> str:
    start, end = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    return start * depth + paragraph("Deep.") + end * depth


LAUGHS = '<!DOCTYPE w [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)
OUTSIDE = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">'
HONEST = main_part(paragraph("The panel met."))

BLANK = bytes(10_000_000)

HOSTILE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "the text unpacks to a flood": ("unpacks", lambda: word_file(main_part(paragraph("a" * 30_000_000)))),
    "the parts together unpack to a flood": (
        "unpacks",
        lambda: word_file(HONEST, *((f"word/media/{n}.bin", BLANK) for n in range(30))),
    ),
    "ten thousand entries": (
        "files",
        lambda: word_file(HONEST, *((f"word/media/{n}.png", b"") for n in range(10_000))),
    ),
    "the text stands twice": (
        "twice",
        lambda: word_file(HONEST, ("word/document.xml", main_part(paragraph("Another.")))),
    ),
    "a name that leads out": ("points out", lambda: word_file(HONEST, ("../../outside.xml", "<a/>"))),
    "the same with backslashes": ("points out", lambda: word_file(HONEST, ("..\\..\\outside.xml", "<a/>"))),
    "a name from the root": ("points out", lambda: word_file(HONEST, ("/etc/outside.xml", "<a/>"))),
    "entities within entities": ("entities", lambda: word_file(main_part(paragraph("&j;"), LAUGHS + "]>"))),
    "an entity from outside": ("entities", lambda: word_file(main_part(paragraph("&x;"), OUTSIDE + "]>"))),
    "a document type behind a long comment": (
        "entities",
        lambda: word_file(main_part(paragraph("&x;"), f"<!--{'x' * 20_000}-->{OUTSIDE}]>")),
    ),
    "tables within tables without end": ("depth", lambda: word_file(main_part(nested_tables(2_000)))),
    "encrypted entries": ("password", encrypted_entries),
    "cut short": ("cut short", lambda: word_file(main_part(paragraph("The panel met. " * 500)))[:-200]),
    "cut in half": ("cut short", lambda: word_file(HONEST)[:300]),
    "text that is not well formed": ("damaged", lambda: word_file(HONEST[:-30])),
    "no text part": ("no text part", lambda: word_file(HONEST).replace(b"word/document.xml", b"word/documents.xm")),
    "no body": ("no text", lambda: word_file(f'<w:document xmlns:w="{W}"/>')),
}
"""By what is wrong: a word of the reason that must be given, and the file."""


CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"


def honest_page() -> Sheet:
    sheet = Sheet()
    sheet.lines(72, 100, PROSE)
    return sheet


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(content), content)


def one_page(content: bytes, *more: bytes) -> bytes:
    """A file with one page that draws a stream; further objects are numbered from 5."""
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F0 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /XObject << /X 5 0 R >> >> >>"
    )
    return assemble([CATALOGUE, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, content, *more])


def packed_page(content: bytes, layers: int) -> bytes:
    """A page whose drawing is packed so many times over."""
    for _ in range(layers):
        content = zlib.compress(content, 9)
    return one_page(stream(content, b"/Filter [%s]" % b" ".join([b"/FlateDecode"] * layers)))


def forms_within_forms(width: int, depth: int) -> bytes:
    """Each form draws the next so many times over."""
    forms = []
    for k in range(depth):
        inner = b"<< /XObject << /X %d 0 R >> >>" % (6 + k)
        head = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources %s" % inner
        forms.append(stream(b"/X Do " * width, head))
    last = stream(b"BT /F0 9 Tf (x) Tj ET", b"/Type /XObject /Subtype /Form /BBox [0 0 595 842]")
    return one_page(stream(b"/X Do " * width), *forms, last)


def pages_in_a_ring() -> bytes:
    ring = [b"<< /Type /Pages /Kids [%d 0 R] /Parent %d 0 R /Count 9 >>" % (3 + (k + 1) % 4, 3 + k) for k in range(4)]
    return assemble([CATALOGUE, b"<< /Type /Pages /Kids [3 0 R] /Count 9 >>", *ring])


def pages_without_end(count: int) -> bytes:
    """One page, named as each of very many."""
    kids = b" ".join([b"3 0 R"] * count)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    return assemble([CATALOGUE, b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count), page])


def crowded_pages(count: int, boxes: int) -> bytes:
    sheet = Sheet()
    for k in range(boxes):
        sheet.box(5 * (k % 100), 5 * (k // 100), 5 * (k % 100) + 4, 5 * (k // 100) + 4)
        sheet.text(5 * (k % 100), 5 * (k // 100), f"{k}", size=2)
    return pdf(*[sheet] * count)


def locked_pdf() -> bytes:
    """A security handler whose keys fit no password."""
    return pdf(
        honest_page(),
        trailer=f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <{'00' * 32}> /U <{'11' * 32}> >> "
        f"/ID [<{'22' * 16}> <{'22' * 16}>]",
    )


def overlapping_entries() -> bytes:
    """An archive whose directory names one packed stream many times over (a zip bomb without nesting)."""
    kernel = io.BytesIO()
    with zipfile.ZipFile(kernel, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", HONEST)
        archive.writestr("word/media/0.bin", bytes(20_000_000))
        entry = archive.infolist()[1]
        for number in range(1, 200):
            other = zipfile.ZipInfo(f"word/media/{number}.bin")
            for field in ("compress_type", "CRC", "compress_size", "file_size", "header_offset", "flag_bits"):
                setattr(other, field, getattr(entry, field))
            archive.filelist.append(other)
            archive.NameToInfo[other.filename] = other
        archive._didModify = True  # type: ignore[attr-defined]  so that the directory is written again
    return kernel.getvalue()


def odt_entities() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", f"{LAUGHS}]><a>&j;</a>")
    return stream.getvalue()


LOCKED_ODT = "<m><encryption-data/></m>"
PARA = "<text:p>The panel met.</text:p>"
_MANY = "1000000000"
WIDE_TABLE = (
    f"<table:table><table:table-column table:number-columns-repeated='{_MANY}'/><table:table-row "
    f"table:number-rows-repeated='{_MANY}'><table:table-cell table:number-columns-repeated='{_MANY}' "
    f"table:number-columns-spanned='{_MANY}' table:number-rows-spanned='{_MANY}'>{PARA}</table:table-cell></table:table-row></table:table>"
)
WIDE_GRID = (
    f'<w:tbl><w:tr><w:trPr><w:gridBefore w:val="{_MANY}"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="{_MANY}"/></w:tcPr>'
    f"{paragraph('The panel met.')}</w:tc></w:tr></w:tbl>"
)

OTHERS: dict[str, tuple[str, str, Callable[[], bytes]]] = {
    "a zip bomb of overlapping entries": ("docx", "unpacks", overlapping_entries),
    "a Word file locked with a password": ("docx", "password", lambda: compound("EncryptedPackage")),
    "an old .doc by a new name": ("docx", ".doc", lambda: compound("WordDocument")),
    "a PDF by the name of a Word file": ("docx", "a PDF", lambda: PDF),
    "a web page by the name of a Word file": ("docx", "HTML", lambda: b"<!DOCTYPE html><html><body>x</body></html>"),
    "rich text by the name of a Word file": ("docx", "RTF", lambda: b"{\\rtf1\\ansi The panel met.}"),
    "all zeros": ("docx", "zeros", lambda: bytes(4096)),
    "an empty file": ("docx", "empty", lambda: b""),
    "changes within changes without end": (
        "docx", "depth", lambda: word_file(main_part("<w:p>" + "<w:ins>" * 200 + "</w:ins>" * 200 + "</w:p>")),
    ),
    "columns that span a thousand million": ("docx", "", lambda: word_file(main_part(WIDE_GRID))),
    "more text than any review": ("docx", "more than any review", lambda: word_file(main_part(paragraph("Met. " * 60) * 12_000))),
    "an OpenDocument text that unpacks to a flood": ("odt", "unpacks", lambda: odt_writer.odt(f"<text:p>{'a' * 30_000_000}</text:p>")),
    "entities in an OpenDocument text": ("odt", "entities", odt_entities),
    "a locked OpenDocument text": ("odt", "password", lambda: odt_writer.odt(PARA, manifest=LOCKED_ODT)),
    "an OpenDocument text cut short": ("odt", "cut short", lambda: odt_writer.odt(PARA)[:-60]),
    "sections within sections without end": (
        "odt", "depth", lambda: odt_writer.odt("<text:section>" * 2_000 + PARA + "</text:section>" * 2_000),
    ),
    "spaces repeated a thousand million times": (
        "odt", "", lambda: odt_writer.odt(PARA + "<text:p>x<text:s text:c='1000000000'/>y</text:p>" * 500),
    ),
    "columns repeated a thousand million times": ("odt", "", lambda: odt_writer.odt(PARA + WIDE_TABLE)),
    "a locked PDF": ("pdf", "password", locked_pdf),
    "a PDF cut at its head": ("pdf", "cut short", lambda: pdf(honest_page())[:300]),
    "a page that unpacks to a flood": ("pdf", "unpacks", lambda: packed_page(b"0 0 1 1 re f\n" * 2_000_000, 1)),
    "the same, packed twice over": ("pdf", "unpacks", lambda: packed_page(b"0 0 1 1 re f\n" * 2_000_000, 2)),
    "the same, packed thrice over": ("pdf", "unpacks", lambda: packed_page(b"0 0 1 1 re f\n" * 1_500_000, 3)),
    "pages in a ring": ("pdf", "", pages_in_a_ring),
    "more pages than any report": ("pdf", "pages", lambda: pages_without_end(200_000)),
    "forms that draw forms, a thousand million in all": ("pdf", "", lambda: forms_within_forms(10, 9)),
    "brackets within brackets without end": ("pdf", "", lambda: one_page(stream(b"[" * 500_000))),
    "dictionaries within dictionaries without end": ("pdf", "", lambda: one_page(b"<< /A " * 200_000)),
    "saved states without end": ("pdf", "", lambda: one_page(stream(b"q " * 500_000))),
    "pages crowded with boxes": ("pdf", "", lambda: crowded_pages(4, 9_000)),
    "pages crowded with boxes that are laid out": ("pdf", "", lambda: crowded_pages(4, 3_000)),
    "a Word file by the name of a PDF": ("pdf", "Word", lambda: word_file(HONEST)),
    "an archive by the name of a text": ("txt", "Word", lambda: word_file(HONEST)),
    "text that is none": ("txt", "not a text", lambda: b"\x01\x00\x02" * 1_000),
    "a flood of text": ("txt", "more than any review", lambda: b"The panel met. " * 400_000),
    "a flood of paragraphs": ("md", "more than any review", lambda: b"Met.\n\n" * 30_001),
}
"""By what is wrong: the suffix, a word of the reason that must be given (none where it may also be read), and the file."""
