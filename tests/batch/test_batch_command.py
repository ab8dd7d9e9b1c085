"""`cpraudit batch` as a user meets it."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from unittest.mock import Mock

import openpyxl
import pytest
from click.testing import CliRunner, Result
from lxml import html
from made import folder_of, review

from cpraudit.batch import beside, outputs
from cpraudit.batch.workers import processors
from cpraudit.cli import main


def batch(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["batch", *map(str, arguments), "--jobs", "1"])


def audits(out: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (out / "audits.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Result]:
    """A folder with three reviews, one bad file and one document that is no review, and its output."""
    home = tmp_path_factory.mktemp("batch")
    folder = folder_of(home / "in", {"a": "", "b": "", "=cmd": ""})
    (folder / "broken.docx").write_bytes(b"PK nothing")
    (folder / "letter.md").write_text("Dear all,\n\nThe car park is closed on Monday.\n", encoding="utf-8")
    return folder, home / "out", batch(folder, "-o", home / "out")


def test_one_bad_file_is_listed_and_the_rest_is_audited(made: tuple[Path, Path, Result]) -> None:
    _, out, result = made
    assert result.exit_code == 2
    assert "1 of 5 could not be audited" in result.stderr.splitlines()[-1]
    assert [audit["batch"]["report"] for audit in audits(out)] == ["=cmd.md", "a.md", "b.md", "letter.md"]  # type: ignore[index]
    assert sorted(page.name for page in (out / "reviews").iterdir()) == ["a.html", "b.html", "cmd.html", "letter.html"]


def test_a_spreadsheet_runs_nothing_of_a_report(made: tuple[Path, Path, Result]) -> None:
    _, out, _ = made
    with (out / "facts.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["report"] for row in rows] == ["'=cmd.md", "a.md", "b.md", "letter.md"]
    book = openpyxl.load_workbook(out / "batch.xlsx")
    assert book.sheetnames == ["Checks", "Facts", "Recommendations"]
    facts = book["Facts"]
    assert facts.freeze_panes == "B2"
    assert facts.auto_filter.ref.startswith("A1:")
    assert facts["B2"].value == "=cmd.md"
    assert facts["B2"].data_type == "s"


def test_the_tables_tell_what_the_audits_tell(made: tuple[Path, Path, Result]) -> None:
    _, out, _ = made
    told = {audit["batch"]["report"]: audit for audit in audits(out)}  # type: ignore[index]
    with (out / "checks.csv").open(encoding="utf-8-sig", newline="") as file:
        verdicts = [(row["report"].lstrip("'"), row["check"], row["status"]) for row in csv.DictReader(file)]
    assert verdicts == [(name, r["check"], r["status"]) for name, audit in told.items() for r in audit["results"]]  # type: ignore[attr-defined, index]
    with (out / "recommendations.csv").open(encoding="utf-8-sig", newline="") as file:
        texts = [row["recommendation"] for row in csv.DictReader(file)]
    assert len(texts) == 3
    assert texts[0].startswith("The Health Board will audit")


def test_one_leafs_from_each_audit_to_the_dashboard_and_to_its_neighbours(made: tuple[Path, Path, Result]) -> None:
    _, out, _ = made
    ways = {
        name: [link.values() for link in html.parse(out / "reviews" / f"{name}.html").findall(".//nav[@class='among']//a")]
        for name in ("cmd", "a", "b", "letter")
    }
    assert ways == {
        "cmd": [["../index.html#r1"], ["a.html", "next"]],
        "a": [["../index.html#r2"], ["cmd.html", "prev"], ["b.html", "next"]],
        "b": [["../index.html#r3"], ["a.html", "prev"]],
        "letter": [["../index.html"]],
    }


@pytest.mark.skipif(processors() == 1, reason="on one processor there is no process beside")
def test_the_tables_are_the_same_from_a_process_of_their_own(
    made: tuple[Path, Path, Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, out, _ = made
    monkeypatch.setattr(beside, "FEW", 1)
    batch(folder, "-o", tmp_path / "out")
    for name in ("checks.csv", "facts.csv", "recommendations.csv"):
        assert (tmp_path / "out" / name).read_bytes() == (out / name).read_bytes()
    assert openpyxl.load_workbook(tmp_path / "out" / "batch.xlsx")["Facts"].max_row == 5


def test_running_again_does_only_what_changed(tmp_path: Path) -> None:
    folder, out = folder_of(tmp_path / "in", {"a": "", "b": ""}), tmp_path / "out"
    assert batch(folder, "-o", out).exit_code == 0
    files = {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file() and path.name != "batch.lock"}
    assert "0 reviews to audit; 2 reviews are unchanged." in batch(folder, "-o", out).stderr
    assert {path: path.stat().st_mtime_ns for path in files} == files

    (folder / "a.md").write_text(review(7), encoding="utf-8")
    (folder / "b.md").unlink()
    (folder / "c.md").write_text(review(8), encoding="utf-8")
    assert "2 reviews to audit." in batch(folder, "-o", out).stderr
    assert [audit["batch"]["id"] for audit in audits(out)] == ["a", "c"]  # type: ignore[index]
    assert sorted(page.name for page in (out / "reviews").iterdir()) == ["a.html", "c.html"]
    assert "2 reviews to audit." in batch(folder, "-o", out, "--profile", "cpr-2016").stderr
    assert "2 reviews to audit." in batch(folder, "-o", out, "--profile", "cpr-2016", "--no-quotes").stderr


def test_an_output_that_was_deleted_is_written_again(tmp_path: Path) -> None:
    folder, out = folder_of(tmp_path / "in", {"a": ""}), tmp_path / "out"
    batch(folder, "-o", out)
    (out / "facts.csv").unlink()
    assert "0 reviews to audit" in batch(folder, "-o", out).stderr
    assert (out / "facts.csv").exists()
    (out / "reviews" / "a.html").unlink()
    assert "1 review to audit" in batch(folder, "-o", out).stderr
    assert (out / "reviews" / "a.html").exists()


def test_outputs_of_two_runs_are_never_taken_for_those_of_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, out = folder_of(tmp_path / "in", {"a": "", "b": ""}), tmp_path / "out"
    batch(folder, "-o", out)
    before = (out / "facts.csv").read_bytes()
    text = (folder / "a.md").read_text(encoding="utf-8")
    (folder / "a.md").write_text(review(7), encoding="utf-8")
    with monkeypatch.context() as broken:  # the run ends after its tables, before its dashboard
        broken.setattr(outputs, "as_dashboard", Mock(side_effect=ValueError))
        assert batch(folder, "-o", out).exit_code == 2
    assert (out / "facts.csv").read_bytes() != before
    (folder / "a.md").write_text(text, encoding="utf-8")
    assert batch(folder, "-o", out).exit_code == 0
    assert (out / "facts.csv").read_bytes() == before
    assert not (out / "pending").exists()


def test_lines_of_json_are_all_that_goes_to_standard_output(tmp_path: Path) -> None:
    folder, out = folder_of(tmp_path / "in", {"a": "", "b": ""}), tmp_path / "out"
    (folder / "empty.pdf").write_bytes(b"")
    for _ in range(2):  # the unchanged are told too
        lines = [json.loads(line) for line in batch(folder, "-o", out, "--json-lines").stdout.splitlines()]
        assert sorted(line["batch"]["report"] for line in lines if "schema" in line) == ["a.md", "b.md"]
    assert [line["problem"][:20] for line in lines if "problem" in line] == ["'empty.pdf' is empty"]


def test_quiet_says_only_what_went_wrong(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "in", {"a": ""})
    result = batch(folder, "-o", tmp_path / "out", "--quiet")
    assert (result.stdout, result.stderr) == ("", "")


def test_a_review_under_the_gate_fails_the_batch(tmp_path: Path) -> None:
    folder, out = folder_of(tmp_path / "in", {"a": ""}), tmp_path / "out"
    (folder / "letter.md").write_text("Dear all,\n\nThe car park is closed.\n", encoding="utf-8")
    result = batch(folder, "-o", out, "--fail-under", 99)
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1] == "cpraudit: 1 of 1 review failed; the reasons stand above."
    assert "a.md: the score of" in result.stderr
    again = batch(folder, "-o", out, "--fail-under", 1)
    assert again.exit_code == 0
    assert "0 reviews to audit" in again.stderr
    assert "requirement" in batch(folder, "-o", out, "--fail-on", "advisory").stderr


def test_nothing_to_audit(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    assert batch(tmp_path / "in", "-o", tmp_path / "out").exit_code == 3
    assert not (tmp_path / "out").exists()


def test_a_folder_with_other_files_is_not_written_to(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "in", {"a": ""})
    result = batch(folder, "-o", folder)
    assert result.exit_code == 2
    assert "holds other files" in result.stderr
    assert [path.name for path in folder.iterdir()] == ["a.md"]
