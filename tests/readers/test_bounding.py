"""Endless paragraphs are cut where sentences end, and nothing else moves."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpraudit.document.model import Block, BlockKind, Cell, CellPlace, Document, Mark, MarkKind, Table
from cpraudit.errors import UnreadableError
from cpraudit.readers import read
from cpraudit.readers.bounding import LONGEST, MOST_BLOCKS, bounded, uncut

SENTENCE = "The panel met and considered the records of each agency. "
ENDLESS = (SENTENCE * 400).strip()


def block(index: int, text: str, cell: CellPlace | None = None) -> Block:
    return Block(index, BlockKind.LIST_ITEM, text, index + 1, label="1.", cell=cell)


def test_cells_and_marks_follow_their_text() -> None:
    place = CellPlace(0, 0, 0)
    before = Document(
        (block(0, ENDLESS, place), block(1, "After.", place)),
        tables=(Table(0, ((Cell(0, 0, (0, 1)),),)),),
        marks=(Mark(MarkKind.COMMENT, "?", block=1),),
    )
    after = bounded(before, "a.docx")
    last = len(after.blocks) - 1
    assert last > 2
    assert [b.index for b in after.blocks] == list(range(last + 1)) == list(after.tables[0].blocks)
    assert after.marks[0].block == last
    assert [b.label for b in after.blocks] == ["1."] + [""] * (last - 1) + ["1."]
    assert all(len(b.text) <= LONGEST and b.text.endswith(".") for b in after.blocks)
    assert " ".join(b.text for b in after.blocks) == f"{ENDLESS} After."


@settings(deadline=None)  # the machine may be busy
@given(st.text(st.sampled_from("ab. ?"), max_size=40))
def test_no_letter_is_lost(words: str) -> None:
    text = words * (3 * LONGEST // (len(words) or 1))
    before = Document((block(0, text),))
    after = bounded(before, "a.docx")
    assert "".join("".join(b.text for b in after.blocks).split()) == "".join(text.split())
    for b in after.blocks:
        whole = uncut(before, after.whole(b.index))
        assert before.quote(whole) == b.text


def test_a_text_without_line_ends_is_read(tmp_path: Path) -> None:
    path = tmp_path / "one-line.txt"
    path.write_text(ENDLESS)
    assert sum(len(b.text.split()) for b in read(path).blocks) == len(ENDLESS.split())


def test_more_than_any_review_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "flood.txt"
    path.write_text("Met.\n\n" * (MOST_BLOCKS + 1))
    with pytest.raises(UnreadableError, match=r"^'flood\.txt' holds 30,001 paragraphs .* more than any review\."):
        read(path)
