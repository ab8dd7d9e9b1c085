"""Files that are broken, locked, hostile or not what their name says: each ends in one line for a person."""

from __future__ import annotations

from pathlib import Path

import pytest
from hostile_files import HONEST, HOSTILE, OTHERS, PDF, compound, main_part, nested_tables, paragraph, word_file

from cpraudit.errors import UnreadableError
from cpraudit.readers import FORMATS, read


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


@pytest.mark.parametrize("case", OTHERS)
def test_hostile_and_broken_files_of_other_kinds_are_refused_or_read(case: str, tmp_path: Path) -> None:
    suffix, reason, made = OTHERS[case]
    path = tmp_path / f"review.{suffix}"
    path.write_bytes(made())
    try:
        document = read(path)
    except UnreadableError as error:
        text = str(error)
        assert reason in text
        assert "\n" not in text
        assert path.name in text
    else:
        assert not reason
        assert len(document.blocks) < 5_000


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("review.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 120 + "WordDocument".encode("utf-16-le") + b"\0" * 99,
         "Word document of the old kind"),
        ("review.rtf", b"{\\rtf1 words}", "rich text"),
        ("review.doc", b"<html><body>words</body></html>", "web page"),
        ("review.gdoc", b'{"url": "https://example.org"}', "kind that is not read. Save it as one of .docm, .docx"),
    ],
)  # fmt: skip
def test_a_file_of_a_kind_that_is_not_read_is_called_what_it_is(
    tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadableError, match=says):
        read(tmp_path / name)
