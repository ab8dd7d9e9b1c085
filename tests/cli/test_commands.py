"""The program as a user runs it, end to end."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import click
import pytest

SAMPLES = Path(__file__).parents[2] / "samples"
WEAK = SAMPLES / "weak-draft.docx"
GOOD = SAMPLES / "good-report.docx"


def run(*words: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("cpraudit")
    return subprocess.run(
        [program, *map(str, words)], capture_output=True, text=True, cwd=cwd, encoding="utf-8", timeout=120
    )


@pytest.fixture(scope="module")
def weak(tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[str], Path]:
    folder = tmp_path_factory.mktemp("reports")
    done = run("check", WEAK, "--html", folder / "a.html", "--markdown", folder / "a.md", "--json", folder / "a.json")
    return done, folder


def test_check_prints_an_audit_and_writes_reports(weak) -> None:
    done, folder = weak
    assert done.returncode == 0
    assert "statutory" in done.stdout.lower()
    assert "<html" in (folder / "a.html").read_text(encoding="utf-8")
    assert (folder / "a.md").read_text(encoding="utf-8").startswith("#")


def test_the_json_keeps_the_contract(weak) -> None:
    audit = json.loads((weak[1] / "a.json").read_text(encoding="utf-8"))
    assert audit["schema"] == "cpraudit/1"
    assert {"document", "profile", "review", "results", "score", "waived"} <= audit.keys()
    assert audit["document"]["kind"] == "practice review"
    for result in audit["results"]:
        assert {
            "check",
            "title",
            "domain",
            "tier",
            "status",
            "confidence",
            "message",
            "evidence",
            "remedy",
            "source",
        } <= result.keys()
        for evidence in result["evidence"]:
            assert {"quote", "section", "page", "paragraph", "start", "end"} <= evidence.keys()
            assert len(evidence["quote"]) == evidence["end"] - evidence["start"] or "[masked]" in evidence["quote"]


def test_every_met_and_partial_quotes_evidence(weak) -> None:
    from cpraudit.quality.loading import load

    absence = {check.id for check in load() if check.by_absence}
    audit = json.loads((weak[1] / "a.json").read_text(encoding="utf-8"))
    bare = [
        r["check"]
        for r in audit["results"]
        if r["status"] in ("met", "partial") and r["check"] not in absence and not r["evidence"]
    ]
    assert bare == []


def test_several_reports_make_one_list() -> None:
    done = run("check", WEAK, GOOD, "--format", "json")
    assert [audit["document"]["format"] for audit in json.loads(done.stdout)["audits"]] == ["docx", "docx"]


def test_an_annex_counts_as_part_of_the_set(tmp_path: Path) -> None:
    report, annex = tmp_path / "report.md", tmp_path / "timeline.md"
    report.write_text("# Child Practice Review\n\n# Circumstances\n\nChild P died in May 2021.\n", encoding="utf-8")
    rows = "".join(f"| {day} May 2021 | Seen | Health visitor: visited |\n" for day in (1, 2, 3, 4))
    annex.write_text(
        f"# Timeline of significant events\n\n| Date | Event | Agency response |\n| --- | --- | --- |\n{rows}",
        encoding="utf-8",
    )
    alone = json.loads(run("check", report, "--format", "json").stdout)
    both = json.loads(run("check", report, "--annex", annex, "--format", "json").stdout)
    statuses = [next(r["status"] for r in audit["results"] if r["check"] == "chronology") for audit in (alone, both)]
    assert statuses == ["missing", "met"]
    assert both["document"]["annexes"][0]["path"].endswith("timeline.md")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check", "nowhere.docx"], "no file"),
        (["check", "."], "folder"),
        (["check", "empty.docx"], "empty"),
        (["check", "photo.jpg"], "is a picture"),
        (["check", "renamed.docx"], "renamed.docx"),
        (["explain", "child-agee"], "Did you mean 'child-age'"),
        (["chek", "x.docx"], "Did you mean 'check'"),
        (["check", "good.md", "--profile", "cpr-2032"], "Did you mean 'cpr-2023'?"),
        (["check", "good.md", "--profile", "ours.toml"], "no profile"),
    ],
)
def test_bad_input_gets_one_sentence_and_exit_code_2(tmp_path: Path, words: list[str], said: str) -> None:
    (tmp_path / "empty.docx").write_bytes(b"")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "renamed.docx").write_bytes(b"%PDF-1.4 and so on")
    (tmp_path / "good.md").write_text("# Child Practice Review\n", encoding="utf-8")
    done = run(*words, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_one_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    done = run("check", tmp_path / "nowhere.docx", GOOD, "--format", "json")
    assert done.returncode == 2
    assert json.loads(done.stdout)["document"]["format"] == "docx"


def test_nothing_to_audit_is_exit_code_3() -> None:
    assert run("check").returncode == 3


def test_explain_checks_and_read() -> None:
    assert "How to put it right" in run("explain", "child-age").stdout
    assert "timeline-length" in run("checks").stdout
    shown = run("read", WEAK).stdout
    assert "OUTLINE" in shown
    assert "form's own wording" in shown
    assert json.loads(run("read", WEAK, "--format", "json").stdout)["schema"] == "cpraudit-read/1"


def test_no_quotes_leaves_quotations_out() -> None:
    done = run("check", GOOD, "--format", "json", "--no-quotes")
    assert all(e["quote"] == "" for r in json.loads(done.stdout)["results"] for e in r["evidence"])


def test_version_and_help_import_nothing_heavy() -> None:
    code = "import sys; sys.argv=['cpraudit','--version']\nfrom cpraudit.cli import main\ntry: main()\nexcept SystemExit: pass\nprint([m for m in ('spacy','lxml','docx','jinja2','rich','rapidfuzz') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout.strip().endswith("[]")


def test_python_can_run_it_where_the_command_is_not_on_the_path() -> None:
    done = subprocess.run([sys.executable, "-m", "cpraudit", "chek"], capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert "Did you mean 'check'?" in done.stderr
    assert "__main__" not in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check", "--fail-onn", "x", "a.md"], "There is no option '--fail-onn'. Did you mean '--fail-on'?"),
        (["check", "--fail-on", "statuory", "a.md"], "advisory or never. Did you mean 'statutory'?"),
        (["check", "--format", "jsn", "a.md"], "Did you mean 'json'?"),
        (["check", "--fail-under", "abc", "a.md"], "Invalid value for '--fail-under': 'abc' is not a number."),
        (["check", "--profile", "board.tml", "a.md"], "or a profile's file, which ends in .toml."),
        (["new", "-o", "x.docx"], "The option '--type' is missing: concise or extended."),
        (["new", "--type", "concice", "-o", "x.docx"], "is not concise or extended. Did you mean 'concise'?"),
        (["compare", "a.docx"], "LATER is missing."),
        (["batch"], "The option '--output' is missing."),
        (["explain", "age"], "There is no check 'age'. Did you mean 'child-age'?"),
        (["--vresion"], "There is no option '--vresion'. Did you mean '--version'?"),
    ],
)
def test_a_mistake_is_told_in_a_sentence_on_the_last_line(words: list[str], said: str) -> None:
    done = run(*words)
    assert done.returncode == 2
    last = done.stderr.splitlines()[-1]
    assert last.startswith("cpraudit: ")
    assert said in last
    assert not [line for line in done.stderr.splitlines() if line.startswith("Error")]


def test_every_command_explains_itself_with_an_example() -> None:
    from cpraudit.cli.main import COMMANDS, main

    for name in COMMANDS:
        command = main.get_command(click.Context(main), name)
        assert command is not None
        text = command.get_help(click.Context(command, info_name=f"cpraudit {name}", max_content_width=80))
        assert f"cpraudit {name}" in text.partition("Usage:")[2].partition("\n")[2], f"{name} has no example"
        assert not [line for line in text.splitlines() if len(line) > 90], name
