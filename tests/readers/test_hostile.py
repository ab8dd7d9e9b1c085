"""Files that are broken, locked, hostile or not what their name says: each ends in one line for a person."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from cpraudit.errors import UnreadableError
from cpraudit.readers import FORMATS, read

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


def told(path: Path) -> str:
    """What a person is told of a file that cannot be read, after the looks of it were checked."""
    with pytest.raises(UnreadableError) as refused:
        read(path)
    text = str(refused.value)
    assert "\n" not in text
    assert "Traceback" not in text
    assert path.name in text
    assert text.endswith(".")
    assert len(text) < 300
    return text


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_and_broken_word_files_are_refused(case: str, tmp_path: Path) -> None:
    path = tmp_path / "review.docx"
    reason, made = HOSTILE[case]
    path.write_bytes(made())
    assert reason in told(path)


def test_nothing_outside_the_file_is_told(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("Nightjar")
    path = tmp_path / "review.docx"
    entity = f'<!DOCTYPE w [<!ENTITY x SYSTEM "{outside.as_uri()}">]>'
    path.write_bytes(word_file(main_part(paragraph("&x;"), entity)))
    assert "Nightjar" not in told(path)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("review.docx", PDF, "a PDF"),
        ("review.docx", b"{\\rtf1\\ansi The panel met.}", "RTF"),
        ("review.docx", b"<!DOCTYPE html><html><body>The panel met.</body></html>", "HTML"),
        ("review.docx", compound("WordDocument"), ".doc"),
        ("review.docx", compound("EncryptedPackage"), "password"),
        ("review.docx", b"The panel met.\n", ""),
        ("review.docx", bytes(4096), ""),
        ("review.pdf", word_file(HONEST), "Word"),
        ("review.txt", word_file(HONEST), "Word"),
        ("review.md", word_file(HONEST), "Word"),
        ("review.odt", word_file(HONEST), "Word"),
        ("review.txt", PDF, "a PDF"),
        ("review.txt", compound("WordDocument"), ".doc"),
        ("review.pdf", b"{\\rtf1\\ansi The panel met.}", "RTF"),
        ("review.odt", PDF, "a PDF"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_told(name: str, data: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert words in told(path)


@pytest.mark.parametrize("suffix", sorted(FORMATS))
def test_an_empty_file_is_told_as_one(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"review{suffix}"
    path.write_bytes(b"")
    assert "empty" in told(path)


def test_a_folder_is_told_as_one(tmp_path: Path) -> None:
    path = tmp_path / "review.docx"
    path.mkdir()
    assert "folder" in told(path)


def test_a_missing_file_is_told_as_one(tmp_path: Path) -> None:
    assert "no file" in told(tmp_path / "review.docx")


@pytest.mark.parametrize("name", ["review.pages", "review.doc", "review"])
def test_an_unknown_kind_lists_what_is_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(b"The panel met.")
    text = told(path)
    assert ".docx" in text
    assert ".pdf" in text


def test_an_honest_file_with_many_pictures_and_a_long_table_is_read(tmp_path: Path) -> None:
    """The guard's limits grow with an honest document: neither much markup nor many entries is an attack."""
    row = "<w:tr>" + 4 * f"<w:tc>{paragraph('Agency')}</w:tc>" + "</w:tr>"
    pictures = ((f"word/media/image{n}.png", bytes([n % 251]) * 2_000) for n in range(1_000))
    path = tmp_path / "review.docx"
    path.write_bytes(word_file(main_part(f"<w:tbl>{row * 2_000}</w:tbl>"), *pictures))
    assert len(read(path).blocks) == 8_000


def test_nesting_that_a_person_may_make_is_read(tmp_path: Path) -> None:
    path = tmp_path / "review.docx"
    path.write_bytes(word_file(main_part(nested_tables(12))))
    assert [block.text for block in read(path).blocks] == ["Deep."]


def test_no_words_of_a_damaged_file_are_told(tmp_path: Path) -> None:
    path = tmp_path / "review.docx"
    path.write_bytes(word_file(HONEST.replace("<w:t>", "<w:t><![CDATA[\nNightjar ")))
    assert "Nightjar" not in told(path)
