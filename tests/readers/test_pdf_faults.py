"""PDF files that are broken, locked, hostile, or only in part readable."""

from __future__ import annotations

import re
import zlib
from typing import Any

import pytest
from pdf_writer import MORE, PROSE, Sheet, assemble, joined, pdf

from cpraudit.errors import UnreadableError
from cpraudit.readers.opening import Source
from cpraudit.readers.pdf import read
from cpraudit.readers.pdf.wholeness import is_cut

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


def numbered(number: int, sheet: Sheet) -> Sheet:
    """The sheet with a running header and footer, which are nothing of a page's own."""
    return sheet.text(72, 40, "Child Practice Review, confidential to the review panel", 9).text(260, 820, f"Page {number} of 4")


@pytest.mark.parametrize(
    ("number", "sheet", "unread"),
    [
        (2, Sheet().picture(60, 60, 540, 780), True),
        (2, Sheet().picture(60, 60, 540, 400).picture(60, 400, 540, 780), True),
        (2, Sheet().text(72, 70, "Annex 2: Summary timeline", 14, "bold").picture(60, 100, 540, 780), True),
        (2, Sheet().picture(60, 60, 300, 300).text(72, 400, "A picture."), False),
        (2, Sheet().picture(0, 0, 595, 842).text(72, 400, "The words of a quotation on a coloured ground."), False),
        (1, Sheet().text(72, 90, "Child Practice Review Report", 22, "bold").picture(60, 120, 540, 780), False),
    ],
)
def test_a_picture_of_a_page_is_known_beside_running_lines_and_a_heading(number: int, sheet: Sheet, unread: bool) -> None:
    pages = [numbered(page, sheet if page == number else prose_page()) for page in range(1, 5)]
    assert read(source(pdf(*pages))).parts[0].reading.unread_pages == ((number,) if unread else ())


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
    sheet.drawn.append(b"0 Tr")
    sheet.text(-300, 400, "Answer left of the page.").text(72, 900, "Answer below it.").text(72, 420, "Answer in dust.", 1)
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


WITH_STREAM = assemble([CATALOGUE]).partition(b"xref")[0] + b"2 0 obj\n<< /Type /XRef >>\nstream\n\nendstream\nendobj\n"
"""Ends behind a table of places that is a stream, without the lines that say where it is."""


@pytest.mark.parametrize(
    ("data", "cut"),
    [
        (pdf(prose_page()), False),
        (pdf(prose_page()).removesuffix(b"%%EOF\n"), False),
        (pdf(prose_page()).partition(b"startxref")[0], False),
        (WITH_STREAM, False),
        (WITH_STREAM.removesuffix(b"endobj\n"), True),
        (pdf(prose_page()).partition(b"xref")[0], True),
        (b"%PDF-1.7\nnothing", True),
    ],
)
def test_a_file_without_its_last_lines_is_whole_where_they_hold_no_words(data: bytes, cut: bool) -> None:
    assert is_cut(data) is cut


def test_a_file_without_its_last_lines_is_read_whole() -> None:
    whole = pdf(*[prose_page() for _ in range(3)])
    (part,) = read(source(whole.removesuffix(b"%%EOF\n"))).parts
    assert (part.pages, part.reading.share, part.reading.notes) == (3, 1.0, ())


@pytest.mark.parametrize(
    "damage",
    [
        (rb"(\d{10}) 00000 n", lambda found: b"%010d 00000 n" % (int(found[1]) + 3)),
        (rb"startxref\n\d+", lambda _: b"startxref\n0"),
        (rb"/Root 1 0 R", lambda _: b"/Root 99 0 R"),
    ],
)
def test_a_damaged_table_of_places_costs_nothing_where_all_pages_are_found(damage: tuple[bytes, Any]) -> None:
    (part,) = read(source(re.sub(*damage, pdf(*[prose_page() for _ in range(3)])))).parts
    assert (part.pages, part.reading.share) == (3, 1.0)


def test_what_stands_in_for_a_dynamic_form_is_refused() -> None:
    sheet = Sheet().text(72, 90, "Please wait...", 14, "bold")
    sheet.lines(72, 120, "If this message is not eventually replaced by the\nproper contents of the document, your viewer may not be able to show it.")
    with pytest.raises(UnreadableError, match=r"dynamic form.*print it to PDF"):
        read(source(pdf(sheet)))


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
