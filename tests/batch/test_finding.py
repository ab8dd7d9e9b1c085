"""Which files make one review."""

from __future__ import annotations

from pathlib import Path

import pytest

from cpraudit.batch import manifest
from cpraudit.batch.finding import find
from cpraudit.batch.marker import FORMAT, MARKER
from cpraudit.errors import ConfigurationError


def files(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")
    return folder


def found(*inputs: Path | str) -> dict[str, list[str]]:
    return {review.name: [path.name for path in review.annexes] for review in find([str(given) for given in inputs]).reviews}


def test_every_report_of_a_folder_and_below_is_a_review(tmp_path: Path) -> None:
    files(tmp_path, "b.docx", "a.pdf", "2021/c.odt", "2021/deep/d.md")
    assert list(found(tmp_path)) == ["2021/c.odt", "2021/deep/d.md", "a.pdf", "b.docx"]


def test_an_annex_belongs_to_the_report_of_its_name(tmp_path: Path) -> None:
    files(tmp_path, "k.docx", "k.annex-timeline.docx", "K.annex-tor.pdf", "m.docx")
    assert found(tmp_path) == {"k.docx": ["K.annex-tor.pdf", "k.annex-timeline.docx"], "m.docx": []}


def test_an_annex_without_its_report_is_audited_and_told(tmp_path: Path) -> None:
    files(tmp_path, "k.annex-timeline.docx")
    result = find([str(tmp_path)])
    assert [review.name for review in result.reviews] == ["k.annex-timeline.docx"]
    assert "no report 'k' beside it" in result.notes[0]


def test_the_same_name_in_several_formats_is_one_review_read_from_word_and_told(tmp_path: Path) -> None:
    files(tmp_path, "k.pdf", "k.docx", "k.doc", "k.annex-tor.pdf", "k.annex-tor.docx")
    (review,) = find([str(tmp_path)]).reviews
    assert review.report.name == "k.docx"
    assert [path.name for path in review.annexes] == ["k.annex-tor.docx"]
    assert review.notes == ("There are .doc, .docx and .pdf of the same name: one review, of which .docx was read.",)


def test_a_subfolder_with_one_report_and_annexes_is_one_review(tmp_path: Path) -> None:
    files(tmp_path, "k/report.docx", "k/Terms of Reference.docx", "k/timeline.pdf", "m/one.docx", "m/two.docx", "m/timeline.docx")
    assert found(tmp_path) == {
        "k/report.docx": ["Terms of Reference.docx", "timeline.pdf"], "m/one.docx": [], "m/timeline.docx": [], "m/two.docx": [],
    }  # fmt: skip


def test_what_is_no_report_is_left_alone_and_counted(tmp_path: Path) -> None:
    files(tmp_path, "k.docx", "~$k.docx", ".hidden.docx", "k.audit.html", "README.md", "scores.xlsx", ".git/config.txt")
    result = find([str(tmp_path)])
    assert [review.name for review in result.reviews] == ["k.docx"]
    assert result.notes == ("3 files of other kinds left alone (.html, .md and .xlsx).",)


def test_a_document_of_a_kind_that_is_not_read_is_not_passed_over(tmp_path: Path) -> None:
    files(tmp_path, "old.doc")
    assert list(found(tmp_path)) == ["old.doc"]


def test_the_output_of_a_batch_holds_no_reviews(tmp_path: Path) -> None:
    files(tmp_path, "k.docx", "out/reviews/k.html", "out/m.docx")
    (tmp_path / "out" / MARKER).write_text(f'{{"format": "{FORMAT}"}}', encoding="utf-8")
    assert list(found(tmp_path)) == ["k.docx"]


def test_patterns_files_and_several_folders(tmp_path: Path) -> None:
    files(tmp_path, "2021/a.docx", "2021/a.annex-tor.docx", "2021/b.pdf", "2022/c.docx", "2023/d.docx")
    assert list(found(tmp_path / "2021", tmp_path / "2022")) == ["2021/a.docx", "2021/b.pdf", "2022/c.docx"]
    assert found(f"{tmp_path}/202?/*.docx") == {"2021/a.docx": ["a.annex-tor.docx"], "2022/c.docx": [], "2023/d.docx": []}
    assert list(found(tmp_path / "2021" / "b.pdf", tmp_path / "2021")) == ["2021/a.docx", "b.pdf"]


def test_reviews_of_the_same_name_in_two_folders_are_told_apart(tmp_path: Path) -> None:
    files(tmp_path, "a/in/k.docx", "b/in/k.docx", "b/in/m.docx")
    names = list(found(tmp_path / "a" / "in", tmp_path / "b" / "in"))
    assert names == [(tmp_path / side / "in" / "k.docx").as_posix() for side in "ab"] + ["m.docx"]


def test_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="There is no folder or file"):
        find([str(tmp_path / "nowhere")])
    with pytest.raises(ConfigurationError, match="Nothing matches"):
        find([f"{tmp_path}/*.docx"])


def test_a_manifest_gives_board_type_and_annexes(tmp_path: Path) -> None:
    table = tmp_path / "set.csv"
    table.write_bytes("Report;Board;Type;Annexes\n2021/k.docx;Ynys Afallon;Extended;t.docx, x\n;;;\n".replace(", x", "").encode("utf-8-sig"))
    (review,) = find([str(table)]).reviews
    assert (review.name, review.board, review.type) == ("2021/k.docx", "Ynys Afallon", "extended")
    assert review.annexes == (tmp_path / "t.docx",)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("report,bord\nk.docx,x\n", "unknown column 'bord'. Did you mean 'board'"),
        ("board,type\nx,concise\n", "has no column 'report'"),
        ("report,type\nk.docx,short\n", "Line 2 of 'set.csv': 'short' is no type of review"),
    ],
)
def test_a_manifest_that_is_wrong_is_told(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "set.csv").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=says):
        manifest.read(tmp_path / "set.csv")
