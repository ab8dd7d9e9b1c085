"""Draft marks that Markdown cannot carry: tracked changes, comments, hidden text, headers and watermarks."""

from dataclasses import replace

import pytest

from cpraudit.document import Furniture, Mark, MarkKind
from cpraudit.facts import Review
from cpraudit.quality import engine
from cpraudit.quality.loading import load
from cpraudit.quality.results import Result, Status
from cpraudit.testing import review_of

TEXT = "# Child Practice Review Report\n\n## What happened\n\nThe midwife saw the mother in May 2018.\n"
CHECK = next(check for check in load() if check.id == "draft-marks")


def marked(*marks: Mark, furniture: tuple[Furniture, ...] = ()) -> Review:
    """An invented report whose file still carries those marks."""
    return Review(replace(review_of(TEXT).document, marks=marks, furniture=furniture))


def verdict(review: Review) -> Result:
    return engine.examine(CHECK, review)


@pytest.mark.parametrize("kind", [MarkKind.INSERTION, MarkKind.DELETION, MarkKind.MOVE, MarkKind.COMMENT])
def test_tracked_changes_and_comments_are_what_the_check_is_about(kind: MarkKind) -> None:
    assert verdict(marked(Mark(kind, "twice a week", "A Reviewer", "2019-05-01", 2))).status is Status.MISSING


def test_each_author_is_named_with_a_count() -> None:
    found = verdict(
        marked(
            Mark(MarkKind.INSERTION, "twice", "Menna Gwilym", block=2),
            Mark(MarkKind.COMMENT, "Do we know this?", "Menna Gwilym", block=2),
            Mark(MarkKind.DELETION, "once", "Rhodri Tanat", block=2),
        )
    )
    assert "Menna Gwilym" in found.message
    assert "Rhodri Tanat" in found.message


def test_hidden_text_alone_is_a_lesser_fault() -> None:
    assert verdict(marked(Mark(MarkKind.HIDDEN, "check with the school", block=2))).status is Status.PARTIAL


@pytest.mark.parametrize("where", ["header", "footer", "watermark"])
@pytest.mark.parametrize(
    "words",
    [
        "DRAFT",
        "DRAFFT 2",
        "Draft v0.3 - not for circulation",
        "Final draft for panel",
        "Version 0.4",
        "tcsb_3_draft_2.docx",
        "Not for onward circulation",
    ],
)
def test_a_header_or_watermark_may_say_draft(where: str, words: str) -> None:
    assert verdict(marked(furniture=(Furniture(where, words),))).status is Status.PARTIAL


@pytest.mark.parametrize("words", ["Tawe Coast, TCSB 3/2019", "Version 1.2, May 2019", "Drafting group 4", "Official – sensitive"])
def test_an_ordinary_header_and_a_highlight_are_no_draft(words: str) -> None:
    review = marked(Mark(MarkKind.HIGHLIGHT, "May 2018", block=2), furniture=(Furniture("header", words),))
    assert verdict(review).status is Status.MET


@pytest.mark.parametrize(
    "line", ["DRAFT - CONFIDENTIAL", "Final draft for panel", "Draft version 0.4", "*** DRAFT ***", "Draft 3"]
)
def test_a_line_of_its_own_may_say_draft(line: str) -> None:
    assert review_of(f"{TEXT}\n{line}\n").draft_marks.words


@pytest.mark.parametrize(("last", "draft"), [("Final", False), ("Approved by the Board", False), ("Final draft", True)])
def test_a_draft_in_a_table_of_versions_is_past_where_a_later_one_is_final(last: str, draft: bool) -> None:
    table = f"| Version | Date | Status |\n|---|---|---|\n| 1 | May 2019 | First draft |\n| 2 | June 2019 | {last} |\n"
    text = TEXT.replace("## What", f"{table}\n## What")
    assert bool(review_of(text).draft_marks.words) is draft


@pytest.mark.parametrize(
    "line", ["The draft report was read by the family.", "Draft action plan", "A second draft was agreed in June."]
)
def test_a_sentence_about_drafts_does_not(line: str) -> None:
    assert not review_of(f"{TEXT}\n{line}\n").draft_marks.words
