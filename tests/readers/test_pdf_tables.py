"""Tables and boxes of PDF files, as the Word reader gives them."""

from __future__ import annotations

from pdf_writer import MORE, PROSE, Sheet, joined, pdf

from cpraudit.document.model import Document
from cpraudit.readers.opening import Source
from cpraudit.readers.pdf import read

LAST = "They had asked each of them what life had been like for the two children in the home,"


def document(*sheets: Sheet) -> Document:
    return read(Source("review.pdf", pdf(*sheets)))


def rows(found: Document, table: int = 0) -> list[list[str]]:
    return [[found.cell_text(cell) for cell in row] for row in found.tables[table].rows]


def header(sheet: Sheet, top: float) -> None:
    sheet.shade(72, top, 500, top + 20)
    sheet.text(78, top + 14, "Agency", 10, "bold").text(226, top + 14, "Contribution", 10, "bold")


def test_ruled_table_with_lines_joined_in_cells() -> None:
    sheet = Sheet()
    sheet.lines(72, 60, PROSE)
    sheet.grid([72, 220, 500], [120, 140, 172, 192])
    header(sheet, 120)
    sheet.text(78, 154, "Children’s services (looked", 10).text(78, 166, "after children team)", 10)
    sheet.text(226, 154, "Written analysis; interview with the social worker and her", 10)
    sheet.text(226, 166, "manager", 10)
    sheet.text(78, 186, "Police", 10).text(226, 186, "Summary of records", 10)
    sheet.lines(72, 230, MORE)
    found = document(sheet)
    assert rows(found) == [
        ["Agency", "Contribution"],
        [
            "Children’s services (looked after children team)",
            "Written analysis; interview with the social worker and her manager",
        ],
        ["Police", "Summary of records"],
    ]
    assert [block.text for block in found.blocks if block.cell is None] == [joined(PROSE), joined(MORE)]
    assert found.blocks[1].look.shaded
    assert found.blocks[1].look.bold


def test_cells_that_span_are_given_once() -> None:
    sheet = Sheet()
    sheet.box(72, 100, 500, 160).rule(72, 120, 500, 120).rule(72, 140, 500, 140).rule(280, 120, 280, 160)
    sheet.text(78, 114, "Family composition", 10, "bold")
    sheet.text(78, 134, "Mother", 10).text(286, 134, "Adult A", 10)
    sheet.text(78, 154, "Sibling", 10).text(286, 154, "Aged four to six", 10)
    found = document(sheet)
    assert rows(found) == [["Family composition"], ["Mother", "Adult A"], ["Sibling", "Aged four to six"]]
    assert found.tables[0].rows[0][0].columns == 2


def test_table_over_two_pages_is_one_and_its_heading_row_comes_once() -> None:
    first, second = Sheet(), Sheet()
    first.grid([72, 220, 500], [700, 720, 740])
    header(first, 700)
    first.text(78, 734, "Police", 10).text(226, 734, "Summary of records", 10)
    second.grid([72, 220, 500], [72, 92, 112])
    header(second, 72)
    second.text(78, 106, "School", 10).text(226, 106, "Interview", 10)
    found = document(first, second)
    assert rows(found) == [["Agency", "Contribution"], ["Police", "Summary of records"], ["School", "Interview"]]
    assert [cell.row for row in found.tables[0].rows for cell in row] == [0, 0, 1, 1, 2, 2]


def test_row_broken_over_a_page_is_one() -> None:
    first, second = Sheet(), Sheet()
    first.grid([72, 220, 500], [700, 720, 740])
    header(first, 700)
    first.text(78, 734, "Police", 10).text(226, 734, "Summary of records, and an interview with the sergeant", 10)
    second.grid([72, 220, 500], [72, 92, 112])
    second.text(226, 86, "who had called at the house", 10)
    second.text(78, 106, "School", 10).text(226, 106, "Interview", 10)
    assert rows(document(first, second))[1] == [
        "Police",
        "Summary of records, and an interview with the sergeant who had called at the house",
    ]


def test_boxed_sections_are_one_column_tables_headed_by_a_bold_line() -> None:
    first, second = Sheet(), Sheet()
    first.shade(60, 100, 535, 120)
    first.box(60, 100, 535, 790).rule(60, 120, 535, 120)
    first.text(66, 114, "Practice and organisational learning", 11, "bold")
    first.lines(66, 136, PROSE)
    first.text(66, 780, LAST)
    second.box(60, 60, 535, 200)
    second.text(66, 76, "and what each would do another time.")
    second.lines(66, 104, MORE)
    second.shade(60, 230, 535, 250)
    second.box(60, 230, 535, 330).rule(60, 250, 535, 250)
    second.text(66, 244, "Improving systems and practice", 11, "bold")
    second.lines(66, 266, PROSE)
    found = document(first, second)
    assert [table.width for table in found.tables] == [1, 1]
    learning, improving = found.tables
    heading, *body = [found.blocks[index] for index in learning.blocks]
    assert (heading.text, heading.look.bold, heading.cell.row if heading.cell else None) == (
        "Practice and organisational learning",
        True,
        0,
    )
    assert [block.text for block in body] == [
        joined(PROSE),
        f"{LAST} and what each would do another time.",
        joined(MORE),
    ]
    assert found.blocks[improving.blocks[0]].text == "Improving systems and practice"


def test_table_in_a_box_is_nested() -> None:
    sheet = Sheet()
    sheet.box(60, 100, 535, 400)
    sheet.text(66, 116, "Statement by Reviewer(s)", 11, "bold")
    sheet.grid([70, 300, 530], [130, 200])
    sheet.text(76, 146, "REVIEWER 1", 10, "bold").text(306, 146, "REVIEWER 2", 10, "bold")
    sheet.text(76, 170, "(Signature)", 10).text(306, 170, "(Signature)", 10)
    sheet.text(76, 190, "Date ............................", 10).text(306, 190, "Date ............................", 10)
    sheet.lines(66, 230, PROSE)
    found = document(sheet)
    outer, inner = found.tables
    assert outer.width == 1
    assert inner.parent is not None
    assert inner.parent.table == 0
    assert [found.cell_text(cell).split(" (")[0] for cell in inner.rows[0]] == ["REVIEWER 1", "REVIEWER 2"]
    assert len(inner.rows[0][0].blocks) == 3


def test_tick_boxes_of_symbol_fonts() -> None:
    sheet = Sheet()
    sheet.lines(72, 60, PROSE)
    sheet.text(72, 120, "o", 11, "boxes").text(90, 120, "Family declined involvement")
    sheet.text(72, 150, "4", 11, "boxes").text(90, 150, "Family took part")
    found = document(sheet)
    assert [(block.label, block.text) for block in found.blocks[1:]] == [
        ("", "☐ Family declined involvement"),
        ("✔", "Family took part"),
    ]


def test_a_picture_hangs_on_the_line_it_stands_by() -> None:
    sheet = Sheet()
    sheet.lines(72, 60, PROSE)
    sheet.text(72, 200, "Signature:").picture(140, 180, 230, 206)
    sheet.text(72, 240, "Name: A Reviewer")
    found = document(sheet)
    assert [block.pictures for block in found.blocks] == [0, 1, 0]
    assert found.parts[0].reading.pictures == 1


def test_one_stretch_drawn_across_cells_is_parted() -> None:
    sheet = Sheet()
    sheet.lines(72, 60, PROSE)
    sheet.grid([72, 220, 500], [120, 140, 160])
    for y, one, other in ((134, "Police", "Records"), (154, "School", "Interview")):
        sheet.drawn.append(f"BT /F0 10 Tf 1 0 0 1 78 {842 - y} Tm [({one}) -12000 ({other})] TJ ET".encode())
    assert rows(document(sheet)) == [["Police", "Records"], ["School", "Interview"]]


def test_table_without_ruling_lines() -> None:
    sheet = Sheet()
    sheet.lines(72, 60, PROSE)
    y = 120.0
    for event in (
        ("Date", "Event"),
        ("3 March 2030", "The family moved to the valley and registered with", "the surgery near the bridge"),
        ("9 May 2030", "Ambulance called by the mother"),
        ("1 October 2030", "Strategy meeting, at which the hospital was not", "represented"),
    ):
        sheet.text(72, y, event[0])
        for words in event[1:]:
            sheet.text(220, y, words)
            y += 14
    sheet.lines(72, y + 10, MORE)
    assert rows(document(sheet)) == [
        ["Date", "Event"],
        ["3 March 2030", "The family moved to the valley and registered with the surgery near the bridge"],
        ["9 May 2030", "Ambulance called by the mother"],
        ["1 October 2030", "Strategy meeting, at which the hospital was not represented"],
    ]


def test_lines_of_a_form_are_no_table() -> None:
    sheet = Sheet()
    sheet.lines(72, 60, PROSE)
    for k, (name, value) in enumerate((("Name:", "E. Reviewer"), ("Role:", "Chair"), ("Date:", "4 May 2031"))):
        sheet.text(72, 140 + 20 * k, name).text(160, 140 + 20 * k, value)
    found = document(sheet)
    assert not found.tables
    assert [block.text for block in found.blocks[1:]] == ["Name: E. Reviewer", "Role: Chair", "Date: 4 May 2031"]


def test_side_bar_is_boxed_and_does_not_cut_the_prose() -> None:
    sheet = Sheet()
    y = sheet.lines(72, 100, "\n".join(line[:48] for line in (PROSE + MORE).strip().splitlines() if line))
    sheet.box(400, 96, 530, 140)
    sheet.text(406, 110, "Nobody asked who the", 9).text(406, 122, "man was.", 9)
    sheet.lines(72, y + 20, PROSE)
    found = document(sheet)
    assert not found.tables
    assert [block.text for block in found.blocks if block.boxed] == ["Nobody asked who the man was."]


def test_a_cell_that_is_filled_to_its_edge_stays_apart_from_the_next() -> None:
    sheet = Sheet().grid([78, 160, 300], [100, 130, 160])
    sheet.text(84, 120, "Safeguarding", 12).text(164, 120, "Police", 12)
    sheet.text(84, 150, "Health", 12).text(164, 150, "School", 12)
    assert rows(document(sheet)) == [["Safeguarding", "Police"], ["Health", "School"]]
