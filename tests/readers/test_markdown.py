"""Markdown to blocks and tables."""

from hypothesis import given
from hypothesis import strategies as st

from cpraudit.document import BlockKind, MarkKind
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


def test_every_block_knows_its_line():
    document = read("---\ntitle: no\n---\n# Learning\n\nWrapped\nwords.\n\n[^1]: Unused.\n\n- one\n\n| A |\n|---|\n| b |\n\n```\nc\n```\n")
    assert [(block.text, block.line) for block in document.blocks] == [
        ("Learning", 4), ("Wrapped words.", 6), ("one", 11), ("A", 13), ("b", 15), ("c", 18),
    ]  # fmt: skip


def test_footnotes_stand_behind_the_body_and_belong_to_their_paragraph():
    document = read(
        "First.\n\nHeld in May[^law] and June.[^2] Kept [^as it is].\n\n"
        "[^2]: The second\nnote.\n\n    It goes on.\n\n[^law]: The *first* note.\n\nLast.\n\n```\n[^3]: code\n```\n"
    )
    assert [(b.kind, b.label, b.text, b.paragraph) for b in document.blocks] == [
        (BlockKind.PARAGRAPH, "", "First.", 1),
        (BlockKind.PARAGRAPH, "", "Held in May and June. Kept [^as it is].", 2),
        (BlockKind.PARAGRAPH, "", "Last.", 3),
        (BlockKind.PARAGRAPH, "", "[^3]: code", 4),
        (BlockKind.NOTE, "1", "The first note.", 2),
        (BlockKind.NOTE, "2", "The second note. It goes on.", 2),
    ]


def test_html_gives_what_a_browser_shows():
    document = read(
        "<div><p>Held &amp; <b>told</b>.</p><p>Next.</p></div>\n\n<script>gone()</script>\n\n<style>p { gone }</style>\n\n"
        "<table><tr><th>Date</th><th>Event</th></tr>\n<tr><td>May 2031</td><td>first<br>second</td></tr></table>\n"
    )
    assert [b.text for b in document.blocks] == ["Held & told.", "Next.", "Date", "Event", "May 2031", "first", "second"]
    (table,) = document.tables
    assert [[document.cell_text(cell) for cell in row] for row in table.rows] == [
        ["Date", "Event"],
        ["May 2031", "first second"],
    ]
    assert document.blocks[2].look.bold


def test_what_pandoc_writes_about_words_is_not_read_and_struck_words_are_marked():
    document = read("## Learning {#learning .unnumbered}\n\n[Who]{.underline} came, ~~and why~~ [a list]{#x} in {braces}.\n")
    assert [b.text for b in document.blocks] == ["Learning", "Who came, a list in {braces}."]
    assert [(mark.kind, mark.text, mark.block) for mark in document.marks] == [(MarkKind.DELETION, "and why", 1)]


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


GRID = """\
+-----------+------------------+
| Family    | Answer           |
| member    |                  |
+===========+==================+
| Mother    | - met twice      |
|           | - read the draft |
+-----------+------------------+
| Taid | or | no | answer      |
+-----------+------------------+
"""


def test_grid_tables_of_pandoc_are_tables():
    document = read(f"Before.\n\n{GRID}\nAfter.\n")
    (table,) = document.tables
    assert [[document.cell_text(cell) for cell in row] for row in table.rows] == [
        ["Family member", "Answer"],
        ["Mother", "met twice read the draft"],
        ["Taid | or", "no | answer"],
    ]
    assert len(table.rows[1][1].blocks) == 2
    assert [block.line for block in document.blocks if block.text == "After."] == [13]


def test_what_is_no_plain_grid_stays_text():
    spanning = GRID.replace("+-----------+------------------+\n| Taid", "|           +------------------+\n| Taid")
    for words in (f"```\n{GRID}```\n", spanning, GRID.replace("| Mother    |", "| Mother |")):
        document = read(words)
        assert not document.tables
        assert "Mother" in " ".join(block.text for block in document.blocks)


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=200))
def test_any_text_is_read(words):
    document = read(words)
    assert [block.index for block in document.blocks] == list(range(len(document.blocks)))
