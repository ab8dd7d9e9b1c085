"""PDF files as they are read: prose, lists, headings, furniture, columns."""

from __future__ import annotations

import itertools

import pytest
from pdf_writer import MORE, PROSE, Sheet, every_construct, joined, pdf

from cpraudit.document.model import BlockKind, Document, MarkKind
from cpraudit.readers.opening import Source
from cpraudit.readers.pdf import read


def document(*sheets: Sheet) -> Document:
    return read(Source("review.pdf", pdf(*sheets)))


def texts(found: Document) -> list[str]:
    return [block.text for block in found.blocks]


def test_lines_become_paragraphs() -> None:
    sheet = Sheet()
    y = sheet.lines(72, 100, PROSE)
    sheet.lines(72, y + 8, MORE)
    found = document(sheet)
    assert texts(found) == [joined(PROSE), joined(MORE)]
    assert [block.page for block in found.blocks] == [1, 1]


def test_paragraphs_without_a_gap_are_parted_where_a_line_ends_early() -> None:
    sheet = Sheet()
    y = sheet.lines(72, 100, PROSE)
    y = sheet.lines(72, y, "The period reviewed was twelve months.")
    sheet.lines(72, y, MORE)
    assert texts(document(sheet)) == [joined(PROSE), "The period reviewed was twelve months.", joined(MORE)]


def test_paragraphs_by_first_line_indent() -> None:
    sheet = Sheet()
    y = 100.0
    for _ in range(2):
        sheet.text(90, y, "The panel met on five occasions between March and October and it")
        y = sheet.lines(
            72,
            y + 14,
            """
            considered the records of each agency that had worked with the family
            and then those of the school, which had known them for a long time
            """,
        )
    assert len(document(sheet).blocks) == 2


def test_what_was_filled_in_is_read_and_comments_are_kept_apart() -> None:
    sheet = Sheet()
    sheet.lines(72, 80, PROSE)
    sheet.text(72, 160, "Name of chair:").annotated("Widget", 150, 148, 300, 164, "/FT /Tx /T (c) /V (Gwern Talfryn)")
    ticks = "/FT /Btn /T ({}) /V /{} /AS /{}"
    sheet.text(90, 200, "Family declined").annotated("Widget", 72, 190, 84, 202, ticks.format("d", "Yes", "Yes"))
    sheet.text(90, 240, "Family took part").annotated("Widget", 72, 230, 84, 242, ticks.format("t", "Off", "Off"))
    sheet.annotated("FreeText", 72, 270, 300, 286, "/IT /FreeTextTypeWriter /Contents (Typed on to the page)")
    sheet.annotated("Text", 400, 100, 420, 120, "/Contents (Which day?) /T (A Reviewer)")
    sheet.annotated("Highlight", 72, 80, 200, 96, "/Contents ()")
    sheet.annotated("Link", 72, 80, 200, 96, "/Contents (a page of the web)")
    sheet.annotated("Text", 400, 200, 420, 220, "/Contents (Sure?)")
    found = document(sheet)
    assert texts(found)[1:] == [
        "Name of chair: Gwern Talfryn", "☒ Family declined", "☐ Family took part", "Typed on to the page",
    ]  # fmt: skip
    assert [(mark.kind, mark.text, mark.author, mark.block) for mark in found.marks] == [
        (MarkKind.COMMENT, "Which day?", "A Reviewer", 0),
        (MarkKind.COMMENT, "Sure?", "", 0),
    ]
    assert found.parts[0].reading.notes == ("2 comments are kept apart from the text.",)


@pytest.mark.parametrize(
    ("before", "words", "font", "parted"),
    [
        ("The panel considered a great many of all the records which were held by it.", "Family", "bold", True),
        ("The panel considered a great many of all the records which were held by it.", "Family", "regular", False),
        ("The panel considered a great many of all the records which were held by the", "Family Court", "bold", False),
        ("The panel considered a great many of all the records which were held by it.", "This was too late.", "bold", False),
    ],
)
def test_a_bold_line_after_a_full_one_without_a_gap_begins_a_paragraph_where_it_may_head_one(
    before: str, words: str, font: str, parted: bool
) -> None:
    sheet = Sheet()
    y = sheet.lines(72, 100, PROSE.replace("child best.", "child best, and to the school."))
    sheet.text(72, y, before).text(72, y + 14, words, font=font)
    sheet.lines(72, y + 28, MORE)
    assert (words in texts(document(sheet))) is parted


def test_a_word_longer_than_its_column_is_put_together_again_where_it_stands_elsewhere() -> None:
    sheet = Sheet()
    sheet.lines(72, 60, "The recommendations were agreed with the university.")
    sheet.grid([72, 116, 300], [100, 150, 200])
    sheet.text(76, 112, "Recom", 11).text(76, 125, "menda", 11).text(76, 138, "tion", 11)
    sheet.text(76, 162, "Univer", 11).text(76, 175, "sity and", 11)
    sheet.text(122, 112, "Agency").text(122, 162, "all of them")
    found = texts(document(sheet))
    assert "Recommendation" in found
    assert "University and" in found


def test_the_word_over_a_narrow_column_is_put_together_again() -> None:
    sheet = Sheet()
    sheet.lines(72, 60, "The actions were agreed with the university.")
    sheet.grid([72, 108, 300], [100, 150, 200])
    sheet.text(76, 112, "Times", 11).text(76, 125, "cale", 11)
    sheet.text(122, 112, "Agency").text(76, 162, "May").text(122, 162, "all of them")
    assert "Timescale" in texts(document(sheet))


def test_a_line_that_ends_within_a_word_never_ends_its_paragraph() -> None:
    sheet = Sheet()
    sheet.lines(72, 100, PROSE.strip() + "\nThe panel heard of multi-\nagency meetings that were held in the spring of that year by the school.")
    text = texts(document(sheet))[-1]
    assert "multi-agency meetings" in text


def test_a_heading_of_two_lines_in_a_document_of_wide_lines_is_one() -> None:
    sheet = Sheet()
    y = sheet.lines(72, 80, PROSE, step=20)
    y = sheet.lines(72, y + 20, "Decisions on funding must not be taken at\nthe pace of a committee", 16, 28, "bold")
    sheet.lines(72, y, MORE, step=20)
    assert texts(document(sheet))[1] == "Decisions on funding must not be taken at the pace of a committee"


def test_a_heading_that_fills_its_line_is_parted_from_the_prose_below_it() -> None:
    sheet = Sheet()
    sheet.text(72, 80, "What a worker who knew the family well could have asked at home", 13, "bold")
    sheet.lines(72, 94, PROSE)
    assert texts(document(sheet))[0] == "What a worker who knew the family well could have asked at home"


def test_a_heading_is_known_by_its_size_and_bold_is_seen() -> None:
    sheet, second = Sheet(), Sheet()
    sheet.text(72, 80, "Brief outline of circumstances", 16, "bold")
    sheet.lines(72, 104, PROSE)
    second.text(72, 80, "Practice and organisational learning", 16, "bold")
    second.lines(72, 104, MORE)
    second.text(72, 160, "What worked well", 16, "bold")
    second.lines(72, 184, PROSE)
    heading, body = document(sheet, second).blocks[:2]
    assert (heading.kind, heading.level, heading.look.bold, heading.look.size) == (BlockKind.HEADING, 1, True, 16.0)
    assert (body.kind, body.look.bold) == (BlockKind.PARAGRAPH, False)


def test_bold_line_before_prose_of_the_same_size_stands_alone() -> None:
    sheet = Sheet()
    sheet.text(72, 100, "Legal context", font="bold")
    sheet.lines(72, 114, PROSE)
    found = document(sheet)
    assert texts(found) == ["Legal context", joined(PROSE)]
    assert found.blocks[0].look.bold


def test_list_labels_are_split_off() -> None:
    sheet = Sheet()
    sheet.lines(72, 80, PROSE)
    sheet.text(80, 140, "•").text(98, 140, "Attendance at core groups was poor and was not challenged by anyone until")
    sheet.text(98, 154, "the autumn.")
    sheet.text(80, 168, "•").text(98, 168, "Records were kept well.")
    sheet.text(72, 196, "2.1").text(
        100, 196, "The Board should ask each agency to audit its records of missed visits and"
    )
    sheet.text(100, 210, "report within six months.")
    found = document(sheet).blocks[1:]
    assert [(block.kind, block.label) for block in found] == [
        (BlockKind.LIST_ITEM, "•"),
        (BlockKind.LIST_ITEM, "•"),
        (BlockKind.LIST_ITEM, "2.1"),
    ]
    assert found[0].text.endswith("until the autumn.")
    assert found[2].text.endswith("report within six months.")


def test_a_word_divided_at_a_line_end_is_put_together() -> None:
    sheet = Sheet()
    sheet.lines(72, 80, "Safeguarding is a duty of all who work with children and their families here.")
    sheet.lines(
        72,
        108,
        """
        Every agency told the reviewers that it had followed its own rules for safe-
        guarding, and that the half-
        sister was known to a well-known service in the neighbouring county of Powys
        """,
    )
    text = document(sheet).blocks[1].text
    assert "safeguarding, and" in text


def test_a_hyphen_that_belongs_to_the_word_stays() -> None:
    sheet = Sheet()
    sheet.lines(
        72,
        108,
        """
        Every agency told the reviewers that it had followed its rules for multi-
        agency working, and that the Sub-Group had been told of it in good time too
        """,
    )
    assert "multi-agency working" in document(sheet).blocks[0].text


def test_running_headers_and_page_numbers_are_furniture() -> None:
    sheets = []
    for number in range(1, 5):
        sheet = Sheet()
        sheet.text(72, 40, "Concise Child Practice Review").text(480, 40, "TVSB 2/2031")
        sheet.lines(72, 100, f"In year {'abcd'[number - 1]} of the period the family moved twice and was seen once.")
        sheet.text(280, 810, f"Page {number} of 4")
        sheets.append(sheet)
    found = document(*sheets)
    assert len(found.blocks) == 4
    assert {(line.where, line.text) for line in found.furniture} == {
        ("header", "Concise Child Practice Review TVSB 2/2031"),
        ("footer", "Page 1 of 4"),
    }


def test_headings_that_begin_pages_are_not_furniture() -> None:
    sheets = []
    for number in (1, 2, 3, 7):
        sheet = Sheet()
        sheet.text(72, 60, f"Appendix {number}", 14, "bold")
        sheet.lines(72, 100, f"In year {'abcdefgh'[number]} of the period the family moved twice and was seen once.")
        sheets.append(sheet)
    assert [t for t in texts(document(*sheets)) if t.startswith("Appendix")] == [
        "Appendix 1",
        "Appendix 2",
        "Appendix 3",
        "Appendix 7",
    ]


def test_a_paragraph_goes_on_over_a_page_break() -> None:
    first, second = Sheet(), Sheet()
    first.lines(
        72, 720, PROSE.strip() + "\nThey had asked each of them what life had been like for the two children in"
    )
    second.lines(72, 72, "the year before the event, and what they would do another time.")
    second.lines(72, 100, MORE)
    found = document(first, second)
    assert len(found.blocks) == 3
    assert "two children in the year before" in found.blocks[1].text
    assert found.blocks[1].page == 1


def test_watermark() -> None:
    sheet = Sheet().askew("DRAFT")
    sheet.lines(72, 100, PROSE)
    found = document(sheet)
    assert texts(found) == [joined(PROSE)]
    assert [(line.where, line.text) for line in found.furniture] == [("watermark", "DRAFT")]


def test_struck_text_is_a_deletion() -> None:
    sheet = Sheet()
    sheet.lines(72, 100, PROSE)
    sheet.text(72, 150, "The mother was obstructive.").rule(72, 146.5, 209, 146.5)
    found = document(sheet)
    assert texts(found) == [joined(PROSE)]
    assert [(mark.kind.value, mark.text) for mark in found.marks] == [
        ("tracked deletion", "The mother was obstructive.")
    ]


def test_footnotes_stand_apart_and_their_figures_go() -> None:
    sheet = Sheet()
    sheet.lines(72, 100, PROSE)
    sheet.text(72, 150, "Bruising in a baby who cannot roll is rare.").text(273, 146, "1", 6.5)
    sheet.lines(72, 180, MORE)
    sheet.rule(72, 750, 216, 750)
    sheet.text(72, 762, "1", 5.5).text(
        78, 765, "A study of four hundred infants, Journal of Invented Results, 2019.", 8.5
    )
    found = document(sheet)
    assert found.blocks[1].text == "Bruising in a baby who cannot roll is rare."
    note = found.blocks[-1]
    assert (note.kind, note.label) == (BlockKind.NOTE, "1")
    assert note.text.startswith("A study of four hundred")


LEFT = [
    "The family came to the valley in",
    "the spring of that year and lived",
    "with an uncle until the council",
    "found them a house of their own",
    "near the school and the surgery,",
    "where all of them were known.",
]
RIGHT = [
    "Nobody wrote down who had the",
    "care of the children while their",
    "mother worked at night, though",
    "a neighbour had asked about it",
    "twice and had been told that it",
    "would be looked into very soon.",
]


@pytest.mark.parametrize("order", ["columns", "rows", "right first", "backwards"])
@pytest.mark.parametrize("offset", [0.0, 3.5])
def test_columns_are_read_one_after_the_other(order: str, offset: float) -> None:
    left = [(72.0, 140 + 14 * k, words) for k, words in enumerate(LEFT)]
    right = [(320.0, 140 + offset + 14 * k, words) for k, words in enumerate(RIGHT)]
    drawn = {
        "columns": left + right,
        "rows": list(itertools.chain.from_iterable(zip(left, right, strict=True))),
        "right first": right + left,
        "backwards": (left + right)[::-1],
    }[order]
    sheet = Sheet()
    sheet.text(72, 100, "What happened in the twelve months before the event, as the agencies recorded it")
    for x, y, words in drawn:
        sheet.text(x, y, words)
    assert " ".join(texts(document(sheet))).endswith(" ".join(LEFT) + " " + " ".join(RIGHT))


def test_a_paragraph_across_both_columns_keeps_its_short_last_line() -> None:
    sheet = Sheet()
    sheet.lines(
        72,
        100,
        """
        What happened in the twelve months before the event, as the agencies recorded it and as
        the family told it.
        """,
    )
    for k, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        sheet.text(72, 150 + 14 * k, left).text(320, 150 + 14 * k, right)
    assert texts(document(sheet))[0].endswith("recorded it and as the family told it.")


def test_a_document_set_in_columns_has_them_where_one_holds_a_list_of_dates() -> None:
    sheets = [Sheet(), Sheet(), Sheet()]
    for sheet in sheets[:2]:
        sheet.lines(72, 100, "\n".join(LEFT))
        sheet.lines(320, 100, "\n".join(RIGHT))
    for k, (date, event) in enumerate([("March", "Seen"), ("April", "Moves"), ("May", "ED"), ("June", "Found")]):
        sheets[2].text(72, 100 + 14 * k, date).text(130, 100 + 14 * k, event)
    sheets[2].lines(320, 100, "\n".join(RIGHT))
    last = [block.text for block in document(*sheets).blocks if block.page == 3]
    assert last == ["March Seen", "April Moves", "May ED", "June Found", " ".join(RIGHT)]


def test_numbered_paragraphs_are_no_columns() -> None:
    sheet = Sheet()
    y = 100.0
    for number in range(1, 7):
        sheet.text(72, y, f"{number}.1")
        y = sheet.lines(108, y, PROSE) + 8
    found = document(sheet)
    assert [block.label for block in found.blocks] == [f"{number}.1" for number in range(1, 7)]


def test_a_page_laid_on_its_side_reads_as_it_is_shown() -> None:
    sheet = Sheet(turned=90)
    for k, words in enumerate(PROSE.strip().splitlines()):
        head = f"BT /F0 11 Tf 0 1 -1 0 {100 + 14 * k} 72 Tm (".encode()
        sheet.drawn.append(head + words.encode() + b") Tj ET")
    assert texts(document(sheet)) == [joined(PROSE)]


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("upwards", [True, False])
def test_text_laid_on_its_side_is_turned(turned: int, upwards: bool) -> None:
    sheet = Sheet(turned=turned)
    for k, words in enumerate(PROSE.strip().splitlines()):
        matrix = f"0 1 -1 0 {100 + 14 * k} 72" if upwards else f"0 -1 1 0 {400 - 14 * k} 700"
        sheet.drawn.append(f"BT /F0 11 Tf {matrix} Tm (".encode() + words.encode() + b") Tj ET")
    assert texts(document(sheet)) == [joined(PROSE)]


def test_the_structure_tree_names_headings_that_do_not_look_like_ones() -> None:
    found = read(Source("review.pdf", every_construct()))
    assert (found.blocks[0].text, found.blocks[0].kind) == ("Circumstances", BlockKind.HEADING)
    assert found.blocks[1].text == joined(PROSE)
