"""A `review.toml` beside the documents of one review. The reviews are invented, by a board that does not exist."""

from __future__ import annotations

import json
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from running import run

REVIEW = (Path(__file__).parents[2] / "samples" / "good-report.md").read_text(encoding="utf-8")
NOTES = "The health visitor came on 3 March 2021.\n\nThe panel met on 4 April 2022.\n"
TOML = 'report = "child-q.md"\n\n[[annex]]\nfile = "more/notes.md"\nrole = "timeline"\n\n[[annex]]\nfile = "letter.md"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A review whose annexes do not tell by their names what they are."""
    home = tmp_path / "child-q"
    (home / "more").mkdir(parents=True)
    (home / "child-q.md").write_text(REVIEW, encoding="utf-8")
    (home / "more" / "notes.md").write_text(NOTES, encoding="utf-8")
    (home / "letter.md").write_text("A letter of the panel.\n", encoding="utf-8")
    (home / "review.toml").write_text(TOML, encoding="utf-8")
    return home


def document(result: CompletedProcess[str]) -> tuple[str, list[tuple[str, str]]]:
    told = json.loads(result.stdout)["document"]
    return Path(told["path"]).name, [(Path(annex["path"]).name, annex["role"]) for annex in told["annexes"]]


SET = ("child-q.md", [("notes.md", "timeline"), ("letter.md", "annex")])


@pytest.mark.parametrize("name", [".", "review.toml"])
def test_check_audits_the_set_as_one_review(folder: Path, name: str) -> None:
    result = run("check", folder / name, "--format", "json")
    assert result.returncode == 0, result.stderr
    assert document(result) == SET


def test_an_annex_of_the_command_line_comes_after_those_of_the_file(folder: Path) -> None:
    (folder / "terms.md").write_text("# Terms of reference\n\nThe review looks at two years.\n", encoding="utf-8")
    result = run("check", folder, "--annex", folder / "terms.md", "--format", "json")
    assert document(result)[1] == [*SET[1], ("terms.md", "terms of reference")]


def test_batch_finds_the_set_once_and_audits_what_else_lies_there(folder: Path, tmp_path: Path) -> None:
    (folder / "child-q.pdf").write_bytes(b"a copy of the report in another format")
    (folder / "child-r.md").write_text(REVIEW, encoding="utf-8")
    result = run("batch", tmp_path, "-o", tmp_path / "out", "--jobs", "1")
    assert result.returncode == 0, result.stderr
    lines = [json.loads(line) for line in (tmp_path / "out" / "audits.jsonl").read_text(encoding="utf-8").splitlines()]
    annexes = {
        line["batch"]["report"]: [(annex["path"], annex["role"]) for annex in line["document"]["annexes"]] for line in lines
    }
    assert annexes == {
        "child-q/child-q.md": [("child-q/more/notes.md", "timeline"), ("child-q/letter.md", "annex")],
        "child-q/child-r.md": [],
    }


def test_batch_takes_a_review_file_and_audits_anew_where_a_role_changes(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    for role in ("timeline", "annex"):
        (folder / "review.toml").write_text(TOML.replace('"timeline"', f'"{role}"'), encoding="utf-8")
        result = run("batch", folder / "review.toml", "-o", out, "--jobs", "1")
        assert result.returncode == 0, result.stderr
        (line,) = (out / "audits.jsonl").read_text(encoding="utf-8").splitlines()
        assert json.loads(line)["document"]["annexes"][0]["role"] == role


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("report", "raport", "has an unknown key 'raport'. Did you mean 'report'?"),
        ("role", "rolle", "An [[annex]] in"),
        ('"timeline"', '"time line"', "it is 'time line'. Did you mean 'timeline'?"),
        ("child-q.md", "child-k.md", "names 'child-k.md', and there is no such file. Did you mean 'child-q.md'?"),
        ("letter.md", "more/notes.md", "names 'more/notes.md' twice"),
        ("letter.md", "../letter.md", "which is not in its folder. Put the documents beside it."),
        ('report = "child-q.md"', "", "'report' in"),
        ('"letter.md"', "7", "'file' of an [[annex]] in"),
        ("[[annex]]", "[annex", "is not valid TOML"),
    ],
)
@pytest.mark.parametrize("command", ["check", "batch"])
def test_what_is_wrong_in_it_is_told_in_one_line(folder: Path, tmp_path: Path, command: str, old: str, new: str, told: str) -> None:
    (folder / "review.toml").write_text(TOML.replace(old, new), encoding="utf-8")
    result = run(command, folder, *(["-o", tmp_path / "out"] if command == "batch" else []))
    assert result.returncode == 2
    assert told in result.stderr
    assert "review.toml" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_a_folder_without_one_keeps_its_error(folder: Path) -> None:
    (folder / "review.toml").unlink()
    result = run("check", folder)
    assert result.returncode == 2
    assert "is a folder. Name the report in it" in result.stderr


@pytest.mark.parametrize("name", [".", "review.toml"])
def test_read_outline_and_compare_take_the_set(folder: Path, name: str) -> None:
    shown = run("read", folder / name, "--format", "json")
    assert shown.returncode == 0, shown.stderr
    parts = [(Path(part["path"]).name, part["role"]) for part in json.loads(shown.stdout)["parts"]]
    assert parts == [("child-q.md", "report"), *SET[1]]
    outline = run("outline", folder / name)
    assert outline.returncode == 0, outline.stderr
    compared = run("compare", folder / name, folder / "child-q.md", "--format", "json")
    assert compared.returncode == 0, compared.stderr
