"""OpenDocument texts as they are read."""

from __future__ import annotations

from pathlib import Path

import pytest
from odt_writer import CHANGES, every_construct, odt

from cpraudit.document.model import BlockKind, Document, MarkKind
from cpraudit.errors import UnreadableError
from cpraudit.readers import read as read_file
from cpraudit.readers.odt import read
from cpraudit.readers.opening import Revisions, Source


def document(text: str, revisions: Revisions = Revisions.FINAL, master: str = "") -> Document:
    return read(Source("review.odt", odt(text, master), revisions))


def texts(found: Document) -> list[str]:
    return [block.text for block in found.blocks]


def test_paragraphs_headings_and_white_space() -> None:
    found = document(
        '<text:p text:style-name="Title">Review</text:p><text:h text:outline-level="1">Circumstances</text:h>'
        '<text:h text:outline-level="2">Family</text:h>'
        "<text:p>One<text:s text:c='3'/>two<text:tab/>three<text:line-break/>four <text:span>five</text:span> six</text:p>"
        "<text:p/><text:section><text:p>In a section</text:p></text:section>"
        "<text:table-of-content><text:index-body><text:p>Contents 3</text:p></text:index-body></text:table-of-content>"
    )
    assert [(block.kind, block.label, block.level, block.text) for block in found.blocks] == [
        (BlockKind.HEADING, "", 1, "Review"),
        (BlockKind.HEADING, "1", 1, "Circumstances"),
        (BlockKind.HEADING, "1.1", 2, "Family"),
        (BlockKind.PARAGRAPH, "", None, "One two three four five six"),
        (BlockKind.PARAGRAPH, "", None, "In a section"),
        (BlockKind.PARAGRAPH, "", None, "Contents 3"),
    ]


def test_lists_count_nest_and_go_on() -> None:
    def entry(words: str, inner: str = "") -> str:
        return f"<text:list-item><text:p>{words}</text:p>{inner}</text:list-item>"

    inner = f"<text:list>{entry('sub')}{entry('sub')}</text:list>"
    found = document(
        f'<text:list text:style-name="L">{entry("a", inner)}{entry("b")}</text:list>'
        f'<text:list text:style-name="L">{entry("anew")}</text:list>'
        f'<text:list text:style-name="L" text:continue-numbering="true">{entry("on")}</text:list>'
        f'<text:list text:style-name="Dots">{entry("dot")}</text:list>'
    )
    assert [(block.label, block.indent) for block in found.blocks] == [
        ("1.", 0), ("(a)", 1), ("(b)", 1), ("2.", 0), ("1.", 0), ("2.", 0), ("•", 0),
    ]  # fmt: skip


def test_tracked_changes_read_either_way() -> None:
    text = (
        CHANGES + '<text:p>The panel <text:change text:change-id="d"/>met <text:change-start text:change-id="i"/>twice'
        '</text:p><text:p>more<text:change-end text:change-id="i"/>.</text:p>'
    )
    final, original = document(text), document(text, Revisions.ORIGINAL)
    assert texts(final) == ["The panel met twice", "more."]
    assert texts(original) == ["The panel once", "and met ."]
    assert [(mark.kind, mark.text, mark.author) for mark in final.marks] == [
        (MarkKind.DELETION, "once and", "A Reviewer"),
        (MarkKind.INSERTION, "twicemore", "A Reviewer"),
    ]


def test_notes_boxes_pictures_comments_hidden_text_and_ticks() -> None:
    found = document(
        '<office:forms><form:checkbox form:id="c" form:current-state="checked"/></office:forms>'
        '<text:p>Noted<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>The note</text:p></text:note-body></text:note> here</text:p>"
        "<text:p>Anchor<draw:frame><draw:text-box><text:p>Side bar</text:p></draw:text-box></draw:frame></text:p>"
        '<text:p><draw:frame><draw:image xlink:href="a.png"/></draw:frame></text:p>'
        '<text:p>Seen<text:span text:style-name="Unseen"> gone</text:span>'
        "<office:annotation><dc:creator>Chair</dc:creator><text:p>Check</text:p></office:annotation></text:p>"
        '<text:p><loext:content-control loext:checkbox="true" loext:checked="true">x</loext:content-control> Yes '
        '<draw:control draw:control="c"/> old</text:p>'
        '<text:p><text:span text:style-name="Marked">Check this</text:span></text:p>'
    )
    assert [(block.text, block.boxed, block.pictures) for block in found.blocks] == [
        ("Noted here", False, 0), ("Anchor", False, 0), ("Side bar", True, 0), ("", False, 1), ("Seen", False, 0),
        ("☒ Yes ☒ old", False, 0), ("Check this", False, 0), ("The note", False, 0),
    ]  # fmt: skip
    assert (found.blocks[-1].kind, found.blocks[-1].label) == (BlockKind.NOTE, "1")
    assert [(mark.kind, mark.text, mark.block) for mark in found.marks] == [
        (MarkKind.HIDDEN, "gone", 4),
        (MarkKind.COMMENT, "Check", 4),
        (MarkKind.HIGHLIGHT, "Check this", 6),
    ]


@pytest.mark.parametrize(("down", "share"), [("22.5cm", 0.33), ("3cm", 1.0)])
def test_a_picture_that_may_be_a_page_of_text_lowers_the_share(down: str, share: float) -> None:
    frame = f'<draw:frame svg:width="15.9cm" svg:height="{down}"><draw:image xlink:href="a.png"/></draw:frame>'
    words = "The panel met and considered the records. " * 28
    reading = document(f"<text:p>{words}</text:p><text:p>{frame}</text:p>").parts[0].reading
    assert reading.share == pytest.approx(share, abs=0.02)
    assert any("page of text" in note for note in reading.notes) is (share < 1)


def test_tables_with_merged_and_nested_cells() -> None:
    def cell(words: str, more: str = "") -> str:
        return f"<table:table-cell {more}><text:p>{words}</text:p></table:table-cell>"

    inner = f"<table:table><table:table-row>{cell('in')}</table:table-row></table:table>"
    header = cell("Agency", 'table:number-columns-spanned="2" table:style-name="Head"')
    found = document(
        f"<table:table><table:table-header-rows><table:table-row>{header}<table:covered-table-cell/></table:table-row>"
        f"</table:table-header-rows><table:table-row>{cell('School')}<table:table-cell><text:p>out</text:p>{inner}"
        "</table:table-cell></table:table-row></table:table>"
    )
    assert texts(found) == ["Agency", "School", "out", "in"]
    assert [block.look.shaded for block in found.blocks] == [True, False, False, False]
    assert [[(cell.column, cell.columns) for cell in row] for row in found.tables[0].rows] == [[(0, 2)], [(0, 1), (1, 1)]]
    assert found.tables[1].parent == found.blocks[2].cell


def test_looks() -> None:
    found = document(
        '<text:p text:style-name="Boxed">Title</text:p><text:p text:style-name="Standard"><text:span '
        'text:style-name="B">All</text:span></text:p><text:p text:style-name="Standard">Not '
        '<text:span text:style-name="B">all</text:span></text:p>'
    )
    assert [(b.look.bold, b.look.size, b.look.centred, b.look.shaded) for b in found.blocks] == [
        (True, 22, True, True),
        (True, 11, False, False),
        (False, 11, False, False),
    ]


def test_what_a_field_shows_until_it_is_filled_in_is_no_text_and_scripts_show_nothing() -> None:
    found = document(
        '<text:p>Chair: <text:placeholder text:placeholder-type="text">&lt;name&gt;</text:placeholder></text:p>'
        "<text:p>Seen<text:script>gone()</text:script></text:p>"
        '<text:p><draw:frame><draw:image xlink:href="a.svg"/><draw:image xlink:href="a.png"/></draw:frame></text:p>'
    )
    assert [(block.text, block.unfilled, block.pictures) for block in found.blocks] == [
        ("Chair:", ("<name>",), 0), ("Seen", (), 0), ("", (), 1),
    ]  # fmt: skip


def test_headers_and_footers_are_kept_apart() -> None:
    master = (
        "<style:master-page><style:header><text:p>DRAFT<text:tab/>v2</text:p></style:header><style:footer><text:p>Page"
        "</text:p></style:footer><style:header-first style:display='false'><text:p>no</text:p></style:header-first>"
        "</style:master-page>"
    )
    master += (
        "<style:master-page style:name='Envelope'><style:header><text:p>not used</text:p></style:header></style:master-page>"
    )
    found = document("<text:p>Body.</text:p>", master=master.replace("master-page>", "master-page style:name='Standard'>", 1))
    assert [(line.where, line.text) for line in found.furniture] == [("header", "DRAFT v2"), ("footer", "Page")]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (odt("<text:p>x</text:p>", manifest="<m><encryption-data/></m>"), "password"),
        (odt("<text:p>x"), "damaged"),
        (odt("<text:p>x</text:p>").replace(b"opendocument.text", b"opendocument.spre"), "not a text"),
        (odt("<text:p>x</text:p>")[:-60], "cut short"),
    ],
)
def test_locked_broken_and_other_files_are_refused(data: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / "review.odt"
    path.write_bytes(data)
    with pytest.raises(UnreadableError, match=words):
        read_file(path)


def test_every_construct_that_shows_is_read_once_and_in_order() -> None:
    found = read(Source("review.odt", every_construct()))
    words = [word for text in texts(found) for word in text.split() if word != "☒"]
    assert words == [f"seen{number:02}" for number in range(1, 22)]
    assert [mark.text for mark in found.marks] == ["gone01", "seen03", "gone02", "gone04"]
    assert [line.text for line in found.furniture] == ["DRAFT header"]
