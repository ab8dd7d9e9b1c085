"""Word files as they are read: every construct that carries words, once and in order."""

from __future__ import annotations

import re

import markers as m
import pytest

from cpraudit.document.model import Block, BlockKind, Document, MarkKind
from cpraudit.errors import UnreadableError
from cpraudit.readers.opening import Revisions, Source
from cpraudit.readers.word import read

MARKER = re.compile(r"(?:seen|gone)\d\d")


def document(body: str, revisions: Revisions = Revisions.FINAL, **more: object) -> Document:
    return read(Source("review.docx", m.word_file(body, styles=m.STYLES, numbering=m.NUMBERING, **more), revisions))


def texts(found: Document) -> list[str]:
    return [block.text for block in found.blocks]


def only(body: str, **more: object) -> Block:
    (block,) = document(body, **more).blocks
    return block


def test_every_visible_marker_is_read_once_and_in_order_and_no_other() -> None:
    found = read(Source("review.docx", m.every_construct()))
    assert MARKER.findall(" ".join(texts(found))) == [f"seen{number:02d}" for number in range(1, 39)]


def test_the_text_before_the_changes_reads_the_other_way() -> None:
    found = read(Source("review.docx", m.every_construct(), Revisions.ORIGINAL))
    seen = MARKER.findall(" ".join(texts(found)))
    assert {"gone01", "gone02", "gone03", "gone09", "gone10"} <= set(seen)
    assert not {"seen03", "seen04", "seen05", "gone06", "gone08", "gone11"} & set(seen)
    assert len(seen) == len(set(seen))


def test_marks_tell_who_when_and_where() -> None:
    found = read(Source("review.docx", m.every_construct()))
    by_text = {mark.text: mark for mark in found.marks}
    assert by_text["seen03"].kind is MarkKind.INSERTION
    assert by_text["seen03"].author == "A Reviewer"
    assert by_text["seen03"].date == "2026-03-02T10:00:00Z"
    assert found.blocks[by_text["seen03"].block or 0].text == "seen02 seen03"
    assert by_text["gone01"].kind is MarkKind.DELETION
    assert by_text["seen05"].kind is MarkKind.MOVE
    assert by_text["gone06gone07"].kind is MarkKind.HIDDEN
    assert by_text["gone14"].kind is MarkKind.COMMENT
    assert by_text["gone14"].author == "Chair"
    assert found.blocks[by_text["gone14"].block or 0].text == "seen35"


def test_neighbouring_changes_of_one_hand_are_one() -> None:
    found = document(m.para(m.inserted(m.run("one ")) + m.inserted(m.run("two")) + m.run(" kept") + m.inserted(m.run("x"))))
    assert [mark.text for mark in found.marks] == ["one two", "x"]
    assert "2 tracked insertions read as accepted." in found.parts[0].reading.notes


def test_changes_of_look_and_highlights_are_marked() -> None:
    changed = f"<w:b/><w:rPrChange {m.WHO}><w:rPr/></w:rPrChange>"
    body = m.para(m.run("Now bold", changed)) + m.para(m.run("check ", '<w:highlight w:val="yellow"/>') + m.run("this"))
    found = document(body)
    assert [(mark.kind, mark.text, mark.block) for mark in found.marks] == [
        (MarkKind.FORMATTING, "Now bold", 0),
        (MarkKind.HIGHLIGHT, "check", 1),
    ]
    assert found.blocks[0].look.bold
    assert not document(body, Revisions.ORIGINAL).blocks[0].look.bold


def test_a_paragraph_whose_mark_is_deleted_runs_on_into_the_next() -> None:
    mark = f"<w:rPr><w:del {m.WHO}/></w:rPr>"
    body = m.para("The panel ", mark) + m.para("met", mark) + m.para(" twice.")
    assert texts(document(body)) == ["The panel met twice."]
    assert texts(document(body, Revisions.ORIGINAL)) == ["The panel", "met", "twice."]


def test_an_inserted_row_is_undone_in_the_original() -> None:
    body = m.table(m.row(m.cell("kept")), m.row(m.cell(m.para(m.inserted(m.run("new")))), properties=f"<w:ins {m.WHO}/>"))
    assert texts(document(body)) == ["kept", "new"]
    assert texts(document(body, Revisions.ORIGINAL)) == ["kept"]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (m.tick(True) + m.run(" Yes"), "☒ Yes"),
        (m.tick(False, "☒") + m.run(" Yes"), "☐ Yes"),
        (m.old_tick(True) + m.run(" Yes"), "☒ Yes"),
        (m.old_tick(False) + m.run(" Yes"), "☐ Yes"),
        (m.run("☑ Yes ☐ No"), "☒ Yes ☐ No"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + m.run(" Yes"), "☒ Yes"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>' + m.run(" No"), "☐ No"),
        (m.run("þ", '<w:rFonts w:ascii="Wingdings"/>') + m.run(" Yes"), "☒ Yes"),
        (m.run("\uf06f No"), "☐ No"),
    ],
)
def test_tick_boxes_show_their_state(content: str, text: str) -> None:
    assert only(m.para(content)).text == text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (m.run("Name") + "<w:r><w:tab/></w:r>" + m.run("Date"), "Name Date"),
        (m.run("one") + "<w:r><w:br/></w:r>" + m.run("two"), "one two"),
        (m.run("multi") + "<w:r><w:noBreakHyphen/></w:r>" + m.run("agency"), "multi-agency"),
        (m.run("safe\u00adguarding"), "safeguarding"),
        (m.run("safe") + "<w:r><w:softHyphen/></w:r>" + m.run("guarding"), "safeguarding"),
        (m.run("14\u00a0May"), "14 May"),
        (m.run("  too   wide  "), "too wide"),
        (m.field(" IF gone ", "shown"), "shown"),
        (m.field(" IF </w:instrText><w:t>gone</w:t><w:instrText>", "shown"), "shown"),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + m.run("lost?"), None),
        (f"<w:fldSimple w:instr='DATE'>{m.run('3 May')}</w:fldSimple>", "3 May"),
    ],
)
def test_words_as_the_page_shows_them(content: str, text: str | None) -> None:
    found = document(m.para(content) + m.para("Next."))
    assert texts(found) == ([text] if text else []) + ["Next."]


def test_a_drop_down_of_a_form_shows_its_choice() -> None:
    choice = '<w:ddList><w:result w:val="1"/><w:listEntry w:val="Concise"/><w:listEntry w:val="Extended"/></w:ddList>'
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{choice}</w:ffData></w:fldChar></w:r>'
    end = '<w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert only(m.para(begin + end)).text == "Extended"


def test_headings_are_known_by_style_chain_outline_level_and_title() -> None:
    found = document(
        m.styled("Title", "Child Practice Review")
        + m.styled("Heading1", "Circumstances")
        + m.styled("BoardHeading", "Learning")
        + m.para("By level", '<w:outlineLvl w:val="2"/>')
        + m.styled("TOCHeading", "Contents")
        + m.para("Prose.")
    )
    assert [block.level for block in found.blocks] == [1, 1, 1, 3, None, None]
    assert [block.kind for block in found.blocks[3:]] == [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]


def test_looks() -> None:
    bold, plain = "<w:b/>", '<w:b w:val="0"/>'
    found = document(
        m.styled("BoardHeading", "By style")
        + m.para(m.run("All ", bold) + m.run("bold", bold) + m.run(":"))
        + m.para(m.run("Some", bold) + m.run(" bold"))
        + m.para(m.run("By character style", '<w:rStyle w:val="Strong"/>'))
        + m.styled("Heading1", m.run("Made light", plain))
        + m.para(m.run("Large", '<w:sz w:val="36"/>'), '<w:jc w:val="center"/><w:shd w:val="clear" w:fill="D9E2F3"/>')
        + m.para("Plain")
    )
    assert [block.look.bold for block in found.blocks] == [True, True, False, True, False, False, False]
    assert [block.look.size for block in found.blocks] == [16, 11, 11, 11, 16, 18, 11]
    assert [block.look.centred for block in found.blocks] == [True, False, False, False, False, True, False]
    assert [block.look.shaded for block in found.blocks] == [False] * 5 + [True, False]


def test_shading_and_bold_of_a_table_style_reach_the_first_row_only_where_the_table_asks() -> None:
    rows = m.row(m.cell("Agency"), m.cell("Role")) + m.row(m.cell("School"), m.cell("Head"))
    asked = m.table(rows, properties='<w:tblStyle w:val="Banded"/><w:tblLook w:firstRow="1"/>')
    older = m.table(rows, properties='<w:tblStyle w:val="Banded"/><w:tblLook w:val="0020"/>')
    not_asked = m.table(rows, properties='<w:tblStyle w:val="Banded"/><w:tblLook w:firstRow="0" w:val="0000"/>')
    shaded = [(block.look.shaded, block.look.bold) for block in document(asked + older + not_asked).blocks]
    assert shaded == ([(True, True)] * 2 + [(False, False)] * 2) * 2 + [(False, False)] * 4


def test_merged_and_nested_cells_stand_once() -> None:
    found = read(Source("review.docx", m.every_construct()))
    outer, inner = found.tables
    assert [[(cell.column, cell.columns, cell.rows) for cell in row] for row in outer.rows] == [
        [(0, 1, 1), (1, 2, 1)],
        [(0, 1, 2), (1, 1, 1), (2, 1, 1)],
        [(1, 1, 1), (2, 1, 1)],
        [(0, 1, 1)],
    ]
    assert inner.parent is not None
    assert (inner.parent.table, inner.parent.row, inner.parent.column) == (0, 2, 2)
    standing = [index for table in found.tables for index in table.blocks]
    assert len(standing) == len(set(standing))
    assert all(found.blocks[index].cell is not None for index in standing)


def test_text_boxes_hang_on_their_paragraph_even_an_empty_one() -> None:
    found = document(m.para(m.box(m.para("Practice note") + m.para("More"))) + m.para("Prose."))
    assert [(block.text, block.boxed, block.paragraph) for block in found.blocks] == [
        ("Practice note", True, 1),
        ("More", True, 1),
        ("Prose.", False, 1),
    ]


def test_notes_stand_behind_the_body_with_their_number_and_the_paragraph_they_belong_to() -> None:
    def reference(number: int, more: str = "") -> str:
        return f'<w:r><w:footnoteReference w:id="{number}" {more}/>'

    found = document(
        m.para("First.")
        + m.para(m.run("Second") + reference(5) + "</w:r>" + reference(4) + "</w:r>")
        + m.para(m.run("Third") + reference(6, 'w:customMarkFollows="1"') + "<w:t>*</w:t></w:r>"),
        footnotes="".join(f'<w:footnote w:id="{n}">{m.para(f"note {n}")}{m.para("more")}</w:footnote>' for n in (4, 5, 6)),
    )
    assert texts(found)[:3] == ["First.", "Second", "Third"]
    assert [(block.kind, block.label, block.text, block.paragraph) for block in found.blocks[3:]] == [
        (BlockKind.NOTE, "1", "note 5", 2), (BlockKind.NOTE, "", "more", 2),
        (BlockKind.NOTE, "2", "note 4", 2), (BlockKind.NOTE, "", "more", 2),
        (BlockKind.NOTE, "*", "note 6", 3), (BlockKind.NOTE, "", "more", 3),
    ]  # fmt: skip


def test_headers_footers_and_watermarks_are_kept_apart() -> None:
    art = '<w:r><w:pict><v:shape id="PowerPlusWaterMarkObject1"><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'
    found = document(
        m.para("Body."),
        section='<w:sectPr><w:headerReference r:id="h"/><w:footerReference r:id="f"/></w:sectPr>',
        related=(("h", "header", "header1.xml"), ("f", "footer", "footer1.xml")),
        extra={
            "word/header1.xml": m.part("hdr", m.para(m.run("Board paper") + art) + m.table(m.row(m.cell("v2")))),
            "word/footer1.xml": m.part("ftr", m.para(m.run("Page ") + m.field(" PAGE ", "1"))),
        },
    )
    assert texts(found) == ["Body."]
    assert [(line.where, line.text) for line in found.furniture] == [
        ("watermark", "DRAFT"),
        ("header", "Board paper v2"),
        ("footer", "Page 1"),
    ]


def test_pictures_are_counted_where_they_stand() -> None:
    found = document(m.para(m.picture()) + m.para(m.run("Signed ") + m.picture() + m.picture()) + m.para())
    assert [(block.text, block.pictures) for block in found.blocks] == [("", 1), ("Signed", 2)]
    assert found.parts[0].reading.pictures == 3
    assert "3 pictures were not read." in found.parts[0].reading.notes


PAGES = m.para("The panel met and considered the records of each agency. " * 20)
SCAN = m.para(m.picture(451, 638))
OLD_SCAN = m.para("<w:r><w:pict><v:shape style='width:15.9cm;height:22.5cm'><v:imagedata/></v:shape></w:pict></w:r>")
TIMELINE = m.styled("Heading1", "Summary timeline")


def embedded(program: str, aspect: str = "Content", style: str = "width:400pt;height:300pt") -> str:
    """An object of another program, shown by a picture of it."""
    return m.para(
        f"<w:r><w:object><v:shape style='{style}'><v:imagedata/></v:shape>"
        f"<o:OLEObject ProgID='{program}' DrawAspect='{aspect}'/></w:object></w:r>"
    )


@pytest.mark.parametrize(
    ("body", "pages"),
    [
        (PAGES + SCAN, 1),
        (PAGES + SCAN + SCAN + m.para("End."), 2),
        (PAGES + m.table(m.row(m.cell(SCAN))), 1),
        (PAGES + OLD_SCAN, 1),
        (SCAN + SCAN, 2),
        (PAGES + TIMELINE + m.para(m.picture(451, 300)) + m.styled("Heading1", "Recommendations") + m.para("One."), 1),
        (PAGES + m.para(m.run("Timeline", "<w:b/>")) + m.para(m.picture(451, 300)), 1),
        # The picture of a title page, a photograph, a signature, a picture that is meant to be one, a ground of the text.
        (m.styled("Title", "Child Practice Review") + SCAN + PAGES, 0),
        (PAGES + m.para(m.picture(451, 300)) + PAGES, 0),
        (PAGES + m.styled("Heading1", "Signed") + m.para(m.picture(150, 40)), 0),
        (PAGES + m.styled("Heading1", "Genogram") + m.para(m.picture(451, 300)), 0),
        (PAGES + SCAN.replace("wp:inline", "wp:anchor behindDoc='1'", 1).replace("/wp:inline", "/wp:anchor"), 0),
        (PAGES + m.para(m.deleted("") + f"<w:del {m.WHO}>{m.picture(451, 638)}</w:del>"), 0),
    ],
)
def test_a_picture_that_may_be_a_page_of_text_lowers_the_share(body: str, pages: int) -> None:
    reading = document(body).parts[0].reading
    assert (reading.share < 1) is (pages > 0)
    assert any(f"be page{'s' if pages > 1 else ''}" in n.replace("a page", "page") for n in reading.notes) is (pages > 0)


@pytest.mark.parametrize(
    ("body", "whole"),
    [
        (PAGES + embedded("Excel.Sheet.12"), False),
        (PAGES + embedded("Word.Document.12", "Icon", "width:60pt;height:40pt"), False),
        (PAGES + embedded("Equation.3", style="width:60pt;height:20pt"), True),
        (PAGES + embedded("PBrush", style="width:90pt;height:60pt"), True),
        (PAGES + embedded("PBrush", style="width:450pt;height:640pt"), False),
    ],
)
def test_an_embedded_object_lowers_the_share_by_the_room_it_takes(body: str, whole: bool) -> None:
    reading = document(body).parts[0].reading
    assert (reading.share == 1.0) is whole
    assert reading.share > 0.3


def test_the_words_of_a_diagram_are_read() -> None:
    drawing = "<w:r><w:drawing><a:graphic><a:graphicData><dgm:relIds r:dm='d'/></a:graphicData></a:graphic></w:drawing></w:r>"
    points = "".join(f"<dgm:pt><a:p><a:r><a:t>{word}</a:t></a:r></a:p></dgm:pt>" for word in ("Referral", "Strategy"))
    data = f'<dgm:dataModel {m.SPACES}>{points}</dgm:dataModel>'
    found = document(
        m.para(m.run("Figure") + drawing),
        related=(("d", "diagramData", "diagrams/data1.xml"),), extra={"word/diagrams/data1.xml": data},
    )  # fmt: skip
    assert texts(found) == ["Figure", "Referral", "Strategy"]


@pytest.mark.parametrize(
    ("typed", "label", "text"),
    [
        ("•\tThe panel", "•", "The panel"),
        ("1)\tthe panel", "1)", "the panel"),
        ("(iv)\tthe panel", "(iv)", "the panel"),
        ("2.1.1\tthe panel met", "2.1.1", "the panel met"),
        ("3\tBackground", "3", "Background"),
        ("-\tThe panel", "-", "The panel"),
        ("Name (Print)\tX\tDate\tY", "", "Name (Print) X Date Y"),
        ("2019\tBirth", "", "2019 Birth"),
        ("12.03.19\tVisit", "", "12.03.19 Visit"),
    ],
)
def test_typed_labels_are_split_off(typed: str, label: str, text: str) -> None:
    block = only(m.para("<w:r><w:tab/></w:r>".join(m.run(piece) for piece in typed.split("\t"))))
    assert (block.label, block.text) == (label, text)


def test_paragraphs_are_counted_without_empty_ones_notes_and_boxes() -> None:
    found = document(m.para() + m.para("One") + m.table(m.row(m.cell("Two"), m.cell(m.para()))) + m.para() + m.para("Three"))
    assert [block.paragraph for block in found.blocks] == [1, 2, 3]


def test_an_embedded_document_that_is_not_read_is_named_and_lowers_the_share() -> None:
    rtf = b"{\\rtf1\\ansi " + b"The panel met again and again. " * 40 + b"}"
    found = document(
        m.para("word " * 100) + '<w:altChunk r:id="c"/>',
        related=(("c", "aFChunk", "chunk.rtf"), ("i", "image", "https://example.org/a.png")),
        extra={"word/chunk.rtf": rtf, "word/embeddings/sheet.xlsx": b"PK", "word/vbaProject.bin": b"x"},
    )
    reading = found.parts[0].reading
    assert 0.2 < reading.share < 0.6
    assert reading.notes == (
        "1 embedded file was not read.",
        "1 link to a file outside was not followed.",
        "The macros in the file were not run.",
        "A document embedded as a whole (chunk.rtf) was not read.",
    )


def test_a_broken_side_part_costs_only_itself() -> None:
    found = document(m.para("Prose here."), extra={"word/comments.xml": "<w:comments", "word/_rels/document.xml.rels": "<"})
    assert texts(found) == ["Prose here."]
    assert any("comments.xml" in note for note in found.parts[0].reading.notes)


def test_strict_files_missing_relations_and_foreign_encodings() -> None:
    parts = m.parts(m.styled("Heading1", "Circumstances") + m.para(m.inserted(m.run("The panel ŵ"))), styles=m.STYLES)

    def strict(content: str) -> str:
        content = content.replace(m.W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
        return content.replace(m.R, "http://purl.oclc.org/ooxml/officeDocument/relationships")

    def foreign(content: str) -> bytes:
        return content.replace("UTF-8", "UTF-16").encode("utf-16")

    without = {name: content for name, content in parts.items() if not name.endswith(".rels")}
    for files in (
        {name: strict(str(content)) for name, content in parts.items()},
        without,
        {name: foreign(content) if name == "word/document.xml" else content for name, content in parts.items()},
    ):
        found = read(Source("review.docx", m.zipped(files)))
        assert [(block.kind, block.text) for block in found.blocks] == [
            (BlockKind.HEADING, "Circumstances"),
            (BlockKind.PARAGRAPH, "The panel ŵ"),
        ]


def test_what_nests_without_end_is_refused_and_what_repeats_thousands_of_times_is_read() -> None:
    with pytest.raises(UnreadableError, match="depth"):
        document(m.para(f"<w:ins {m.WHO}>" * 200 + m.run("deep") + "</w:ins>" * 200))
    mark = f"<w:rPr><w:del {m.WHO}/></w:rPr>"
    found = document(m.para("w ", mark) * 3_000 + m.para("end.") + m.para("<w:r>" + "<w:tab/>" * 50_000 + "</w:r>"))
    assert found.words == 3_001


def test_a_long_report_is_read_whole() -> None:
    # How long that takes is measured by bench/speed.py, not here: no test depends on the clock of a busy machine.
    words = m.run("The panel heard that the health visitor had raised ", '<w:rFonts w:ascii="Arial"/><w:sz w:val="22"/>')
    data = m.word_file(m.para(words * 6) * 370, styles=m.STYLES, numbering=m.NUMBERING)
    assert read(Source("review.docx", data)).words == 19_980


def test_what_a_field_shows_until_it_is_filled_in_is_no_text() -> None:
    shows = "<w:showingPlcHdr/>"
    found = document(
        m.para(m.run("Chair: ") + m.control(m.run("name and agency"), shows))
        + m.control(m.para("what happened"), shows)
        + m.para(m.control(m.run("A. Prys"), "<w:text/>"))
        + m.para(m.control(m.picture(), shows + "<w:picture/>"))
        + m.table(m.row(m.cell("Date"), m.cell(m.para(m.control(m.run("day and month"), shows)))))
    )
    told = [(block.text, block.unfilled, block.pictures) for block in found.blocks]
    assert told == [
        ("Chair:", ("name and agency",), 0), ("", ("what happened",), 0), ("A. Prys", (), 0),
        ("Date", (), 0), ("", ("day and month",), 0),
    ]  # fmt: skip
    assert [block.paragraph for block in found.blocks] == [1, 2, 3, 4, 5]


def test_comments_of_an_earlier_audit_are_left_aside() -> None:
    def about(number: int, text: str) -> str:
        return (
            f'<w:commentRangeStart w:id="{number}"/>{text}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        )

    comments = "".join(
        f'<w:comment w:id="{number}" w:author="{author}">{m.para("words")}</w:comment>'
        for number, author in ((1, "Chair"), (2, "cpraudit"))
    )
    marked = '<w:highlight w:val="yellow"/>'
    body = m.para(m.run("a ", marked) + about(2, m.run("b ", marked)) + m.run("c", marked) + about(1, m.run(" d")))
    found = document(body, comments=comments)
    assert [(mark.kind, mark.author) for mark in found.marks] == [
        (MarkKind.HIGHLIGHT, ""), (MarkKind.COMMENT, "Chair"),
    ]  # fmt: skip
    assert found.parts[0].reading.notes == (
        "1 comment is kept apart from the text.", "1 comment of an earlier audit was left aside.",
    )  # fmt: skip
