"""Markdown to blocks and tables."""

from hypothesis import given
from hypothesis import strategies as st

from cpraudit.document import BlockKind
from cpraudit.readers import markdown
from cpraudit.readers.opening import Source


def read(words):
    return markdown.read(Source("review.md", words.encode()))


def test_headings_lists_and_looks():
    document = read(
        "---\ntitle: no\n---\n## 2.1 The panel\n<!-- unseen -->\nWrapped\nline <!-- unseen -->here.\n\n**All bold**\n\n"
        "3. third\n   - [x] ticked\n   - [ ] not\n4. fourth\n\n> quoted\n"
    )
    assert [(b.kind, b.label, b.text) for b in document.blocks] == [
        (BlockKind.HEADING, "2.1", "The panel"),
        (BlockKind.PARAGRAPH, "", "Wrapped line here."),
        (BlockKind.PARAGRAPH, "", "All bold"),
        (BlockKind.LIST_ITEM, "3.", "third"),
        (BlockKind.LIST_ITEM, "•", "☒ ticked"),
        (BlockKind.LIST_ITEM, "•", "☐ not"),
        (BlockKind.LIST_ITEM, "4.", "fourth"),
        (BlockKind.PARAGRAPH, "", "quoted"),
    ]
    assert document.blocks[0].level == 2
    assert document.blocks[2].look.bold
    assert document.blocks[4].indent == 1


def test_tables():
    document = read("| Date | Event |\n|---|---|\n| May 2020 | first<br>second |\n| | later |\n\nAfter.\n")
    (table,) = document.tables
    assert [[document.cell_text(cell) for cell in row] for row in table.rows] == [
        ["Date", "Event"],
        ["May 2020", "first second"],
        ["", "later"],
    ]
    assert len(table.rows[1][1].blocks) == 2
    assert document.blocks[-1].cell is None


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=200))
def test_any_text_is_read(words):
    document = read(words)
    assert [block.index for block in document.blocks] == list(range(len(document.blocks)))
