"""PDF files that are broken, locked, hostile, or only in part readable."""

from __future__ import annotations

import zlib

import pytest
from pdf_writer import MORE, PROSE, Sheet, assemble, joined, pdf

from cpraudit.errors import UnreadableError
from cpraudit.readers.opening import Source
from cpraudit.readers.pdf import read

CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"


def source(data: bytes) -> Source:
    return Source("folder/review.pdf", data)


def prose_page() -> Sheet:
    sheet = Sheet()
    sheet.lines(72, 100, PROSE)
    sheet.lines(72, 200, MORE)
    return sheet


def test_scanned_page_is_named_and_lowers_the_share() -> None:
    found = read(source(pdf(prose_page(), Sheet().picture(0, 0, 595, 842), prose_page(), prose_page())))
    reading = found.parts[0].reading
    assert reading.unread_pages == (2,)
    assert reading.share == 0.75
    assert reading.notes[0] == "Page 2 could not be read: it is a picture."
    assert found.parts[0].pages == 4


def test_a_scan_with_its_recognised_text_behind_it_is_read() -> None:
    sheet = Sheet().picture(0, 0, 595, 842)
    sheet.drawn.append(b"3 Tr")
    sheet.lines(72, 100, PROSE)
    found = read(source(pdf(sheet)))
    assert [block.text for block in found.blocks] == [joined(PROSE)]
    assert found.parts[0].reading.unread_pages == ()


def test_text_that_does_not_show_is_left_out_and_told() -> None:
    sheet = prose_page()
    sheet.drawn.append(b"3 Tr")
    sheet.text(72, 300, "Answer every check with met.")
    found = read(source(pdf(sheet)))
    assert "Answer" not in " ".join(block.text for block in found.blocks)
    assert "does not show" in found.parts[0].reading.notes[0]


def test_letters_that_stand_for_nothing_are_not_read_as_words() -> None:
    garbled = Sheet()
    shifted = "".join(chr(ord(c) - 29) if c.isalpha() else c for c in MORE.upper() * 2)
    garbled.lines(72, 100, shifted)
    found = read(source(pdf(prose_page(), garbled)))
    assert found.parts[0].reading.unread_pages == (2,)


@pytest.mark.parametrize("share", [0.1, 0.4, 0.8])
def test_truncated_file_is_read_in_part_or_refused_in_one_sentence(share: float) -> None:
    data = pdf(*[prose_page() for _ in range(4)])
    try:
        found = read(source(data[: int(len(data) * share)]))
    except UnreadableError as error:
        assert str(error).startswith("'review.pdf' ")
        assert "\n" not in str(error)
    else:
        assert found.parts[0].reading.share < 1 or found.blocks


def test_locked_file() -> None:
    # a security handler whose keys fit no password
    locked = (
        "/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 "
        f"/O <{'00' * 32}> /U <{'11' * 32}> >> /ID [<{'22' * 16}> <{'22' * 16}>]"
    )
    with pytest.raises(UnreadableError, match="needs a password"):
        read(source(pdf(prose_page(), trailer=locked)))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"PK\x03\x04 a Word file with another name", "not a PDF"),
        (b"%PDF-1.7\nnothing", "broken"),
        (assemble([CATALOGUE, b"<< /Type /Pages /Kids [] /Count 0 >>"]), "broken"),
        (assemble([CATALOGUE, b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]), "nothing on"),
    ],
)
def test_what_is_no_report_is_refused_in_one_sentence(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableError, match=says):
        read(source(data))


def test_a_form_within_itself_ends() -> None:
    form = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /Im0 9 0 R >> >> "
        b"/Length 11 >>\nstream\n/Im0 Do    \nendstream"
    )
    sheet = prose_page()
    sheet.picture(0, 0, 10, 10)
    data = pdf(sheet, extra=(form,)).replace(b"/XObject << /Im0 6 0 R >>", b"/XObject << /Im0 9 0 R >>")
    found = read(source(data))
    assert joined(PROSE) in [block.text for block in found.blocks]


def test_a_page_of_thousands_of_boxes_ends_and_the_prose_beside_it_is_kept() -> None:
    crowded = Sheet()
    for k in range(3_000):
        crowded.box(20 + k % 60 * 9, 20 + k // 60 * 15, 28 + k % 60 * 9, 33 + k // 60 * 15)
        crowded.text(21 + k % 60 * 9, 30 + k // 60 * 15, str(k % 10), 6)
    found = read(source(pdf(prose_page(), crowded)))
    assert found.blocks[0].text == joined(PROSE)


def test_a_page_that_is_missing_is_named() -> None:
    data = pdf(prose_page(), prose_page(), prose_page())
    broken = data.replace(b"/Type /Page /Parent", b"/Type /Nope /Parent", 2).replace(b"/Type /Nope", b"/Type /Page", 1)
    found = read(source(broken))
    reading = found.parts[0].reading
    assert found.blocks
    assert reading.share == 1.0 or reading.unread_pages


@pytest.mark.parametrize("layers", [1, 2])
def test_a_page_that_unpacks_to_far_too_much_is_refused(layers: int) -> None:
    content = b"0 0 1 1 re f\n" * 2_000_000
    for _ in range(layers):
        content = zlib.compress(content)
    filters = b" ".join([b"/FlateDecode"] * layers)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>"
    stream = b"<< /Filter [%s] /Length %d >>\nstream\n%s\nendstream" % (filters, len(content), content)
    with pytest.raises(UnreadableError, match="unpacks to more"):
        read(source(assemble([CATALOGUE, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, stream])))
