"""Plain text to blocks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpraudit.errors import UnreadableError
from cpraudit.readers import text
from cpraudit.readers.opening import Source

WORDS = "Adolygiad – dŵr"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(encoding):
    document = text.read(Source("review.txt", WORDS.encode(encoding)))
    assert [block.text for block in document.blocks] == [WORDS]


def test_windows_text_is_read_and_said_so():
    document = text.read(Source("review.txt", "the child’s £5".encode("cp1252")))
    assert document.blocks[0].text == "the child’s £5"
    assert document.parts[0].reading.notes


def test_short_lines_under_a_list_item_and_divided_words_go_on():
    words = "* one\n  more of one\n* two\nnot of two\n\nThe pre- and post-\nbirth visits were held by a multi-\nagency team.\n"
    document = text.read(Source("review.txt", words.encode()))
    assert [(b.label, b.text, b.line) for b in document.blocks][:2] == [("*", "one more of one", 1), ("*", "two", 3)]
    assert document.blocks[3].line == 6
    wide = "The pre- and post-birth visits were held by the whole of a multi-\nagency team, and the words of the day were kept."
    document = text.read(Source("review.txt", wide.encode()))
    assert document.blocks[0].text == wide.replace("\n", "")


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (["Date\tEvent", "May 2031\tBorn", "June 2031\tSeen at home"], 3),
        (["No\tRecommendation\tAgency", "1\tPublish a pathway.\tPolice", "2\t\tSchool"], 3),
        (["Name:\tA. Prys", "Role:\tReviewer", "Date:\t3 May 2031"], 0),
        (["1.\tThe panel met.", "2.\tThe panel read.", "3.\tThe panel wrote."], 0),
        (["Date\tEvent", "May 2031\tBorn"], 0),
    ],
)
def test_lines_with_as_many_tabs_are_a_table(lines, rows):
    document = text.read(Source("review.txt", ("Before.\n\n" + "\n".join(lines) + "\n\nAfter.\n").encode()))
    assert [len(table.rows) for table in document.tables] == ([rows] if rows else [])
    if rows:
        (table,) = document.tables
        assert [[document.cell_text(cell) for cell in row] for row in table.rows] == [line.split("\t") for line in lines]
        assert document.blocks[1].line == 3
    assert (document.blocks[0].text, document.blocks[-1].text) == ("Before.", "After.")


def test_what_is_no_text_is_refused():
    with pytest.raises(UnreadableError):
        text.read(Source("review.txt", b"PK\x03\x04\x00\x00"))


def test_wrapped_lines_are_joined_and_lists_are_not():
    words = (
        "The panel met on six occasions in the course of the year and heard from each of "
        "the\nagencies that knew the child.\n\n"
        "Name: A. Person\nDate: 3 May 2021\n\n- one\n- two that goes on for long enough that it has "
        "to be wrapped on to a\n"
        "  second line\n1) three\n\nHeading\n=======\nWords.\n"
    )
    document = text.read(Source("review.txt", words.encode()))
    assert [(b.label, b.text) for b in document.blocks] == [
        ("", " ".join(words.split("\n\n", maxsplit=1)[0].split())),
        ("", "Name: A. Person"),
        ("", "Date: 3 May 2021"),
        ("-", "one"),
        ("-", "two that goes on for long enough that it has to be wrapped on to a second line"),
        ("1)", "three"),
        ("", "Heading"),
        ("", "Words."),
    ]
    assert document.blocks[-2].look.bold
    assert not document.headings_marked


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=200))
def test_any_text_is_read(words):
    document = text.read(Source("review.txt", words.encode("utf-8", "replace")))
    assert all(block.text for block in document.blocks)
