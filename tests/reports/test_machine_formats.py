"""SARIF, GitHub, JUnit, GitLab, the JSON Schema, the register of recommendations and baselines, through the real command line."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import format_rules as rules
import jsonschema
import pytest
from click.testing import CliRunner, Result

from cpraudit.cli import main

SAMPLES = Path(__file__).parents[2] / "samples"
SECRET = "Carys Tanrallt"
WAIVERS = '[[waiver]]\ncheck = "turnaround"\nreason = "Told in the covering letter."\n\n[[waiver]]\ncheck = "parallel-proceedings"\nreason = "The trial is to come."\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two drafts, one of which holds what could break a format."""
    shutil.copy(SAMPLES / "weak-draft.docx", tmp_path / "weak, draft 100%.docx")
    text = (SAMPLES / "good-report.md").read_text(encoding="utf-8")
    text = text.replace("The mother told the reviewer: ", f"The mother, {SECRET}, told the reviewer: ")
    text = text.replace("| 1 | Revise the take-home", "| 1 | =HYPERLINK(1); revise the take-home")
    (tmp_path / "good.md").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    return tmp_path


def run(*words: str, code: int = 0) -> Result:
    done = CliRunner().invoke(main, ["check", *words])
    assert done.exit_code == code, done.output
    return done


def sarif(*words: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(run("weak, draft 100%.docx", "good.md", "--format", "sarif", *words).stdout)
    return told["runs"][0]


def test_sarif(folder: Path) -> None:
    found = sarif()
    rules = [rule["id"] for rule in found["tool"]["driver"]["rules"]]
    assert found["results"]
    for result in found["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert uri in ("weak%2C%20draft%20100%25.docx", "good.md")
        assert len(result["partialFingerprints"]["checkAndReport/v1"]) == 64
    assert any("logicalLocations" in result["locations"][0] for result in found["results"])
    lined = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in found["results"]
        if "region" in result["locations"][0]["physicalLocation"]
    }
    assert lined == {"good.md"}  # a Word file has no lines


def test_a_fingerprint_survives_an_edit_elsewhere(folder: Path) -> None:
    before = {(r["ruleId"], r["partialFingerprints"]["checkAndReport/v1"]) for r in sarif()["results"]}
    text = (folder / "good.md").read_text(encoding="utf-8")
    (folder / "good.md").write_text(text.replace("# Summary", "Read with care.\n\n# Summary", 1), encoding="utf-8")
    assert {(r["ruleId"], r["partialFingerprints"]["checkAndReport/v1"]) for r in sarif()["results"]} == before


def test_a_waived_finding_is_suppressed(folder: Path) -> None:
    (folder / "waivers.toml").write_text(WAIVERS, encoding="utf-8")
    held = {r["ruleId"]: r["suppressions"][0]["justification"] for r in sarif()["results"] if "suppressions" in r}
    assert held["parallel-proceedings"] == "The trial is to come."
    gitlab = json.loads(run("weak, draft 100%.docx", "--format", "gitlab").stdout)
    assert "parallel-proceedings" not in {entry["check_name"] for entry in gitlab}


@pytest.mark.parametrize("form", ["json", "sarif", "github", "junit", "gitlab"])
def test_what_is_waived_is_counted_and_a_waiver_of_no_use_is_told(folder: Path, form: str) -> None:
    stale = '\n[[waiver]]\ncheck = "child-age"\nreason = "r"\nexpires = 2020-01-01\n'
    (folder / "waivers.toml").write_text(WAIVERS + stale, encoding="utf-8")
    done = run("weak, draft 100%.docx", "--format", form)
    assert "The waiver of 'child-age' (waivers.toml) expired on 2020-01-01" in done.stderr
    counted = {"github": "2 more are waived or known from the baseline", "gitlab": ""}
    assert counted.get(form, "The trial is to come.") in done.stdout


def test_github(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = folder / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    lines = run("weak, draft 100%.docx", "--format", "github").stdout.splitlines()
    commands, last = lines[:-1], lines[-1]
    assert len(commands) == 10
    assert all(line.startswith("::error file=weak%2C draft 100%25.docx,title=") for line in commands)
    assert "to look at in 1 report; the first 10 are shown" in last
    assert summary.read_text(encoding="utf-8").startswith("# YARSB 2/2019")


def test_junit(folder: Path) -> None:
    suites = ET.fromstring(run("weak, draft 100%.docx", "good.md", "--format", "junit").stdout.encode())
    weak, good = suites
    assert (weak.get("name"), good.get("name")) == ("weak, draft 100%.docx", "good.md")
    assert int(weak.get("tests", "0")) == len(weak.findall("testcase")) == 91
    assert int(weak.get("failures", "0")) == len(weak.findall("testcase/failure")) > len(good.findall("testcase/failure"))


def test_gitlab(folder: Path) -> None:
    entries = json.loads(run("weak, draft 100%.docx", "good.md", "--format", "gitlab").stdout)
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)
    for entry in entries:
        assert entry["severity"] in ("info", "minor", "major")
        assert entry["location"]["path"] in ("weak, draft 100%.docx", "good.md")


@pytest.mark.parametrize("more", [(), ("--no-quotes",)])
def test_each_format_keeps_the_rules_of_its_own(folder: Path, more: tuple[str, ...]) -> None:
    (folder / "waivers.toml").write_text(WAIVERS, encoding="utf-8")
    run("good.md", "--write-baseline", "known.json")
    words = ("weak, draft 100%.docx", "good.md", "--baseline", "known.json", *more, "--format")
    jsonschema.Draft7Validator(rules.SARIF).validate(json.loads(run(*words, "sarif").stdout))
    jsonschema.Draft7Validator(rules.GITLAB).validate(json.loads(run(*words, "gitlab").stdout))
    rules.assert_junit(ET.fromstring(run(*words, "junit").stdout.encode()))
    *commands, _ = run(*words, "github").stdout.splitlines()
    assert commands
    assert all(rules.COMMAND.fullmatch(command) for command in commands)


def test_paths_are_relative_even_where_the_report_is_named_by_its_whole_path(folder: Path) -> None:
    for form in ("sarif", "gitlab", "junit", "github"):
        assert str(folder) not in run(str(folder / "good.md"), "--fail-on", "never", "--format", form).stdout


@pytest.mark.parametrize("form", ["sarif", "github", "junit", "gitlab"])
def test_names_are_masked_and_quotations_can_be_left_out(folder: Path, form: str) -> None:
    shown = run("good.md", "--format", form).stdout
    assert "anonymity" in shown
    assert SECRET not in shown
    assert SECRET not in run("good.md", "--format", form, "--no-quotes").stdout


def test_every_json_is_what_the_schema_says(folder: Path) -> None:
    schema = json.loads(CliRunner().invoke(main, ["schema"]).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    one = json.loads(run("weak, draft 100%.docx", "--format", "json").stdout)
    several = json.loads(run("weak, draft 100%.docx", "good.md", "--format", "json", "--no-quotes").stdout)
    validator = jsonschema.Draft202012Validator(schema)
    assert not [error.message for told in (one, several) for error in validator.iter_errors(told)]
    audit_only = jsonschema.Draft202012Validator({**schema, "anyOf": [{"$ref": "#/$defs/audit"}]})
    assert set(one) == set(schema["$defs"]["audit"]["properties"])
    one["results"][0]["status"] = "good"
    assert not audit_only.is_valid(one)


def test_the_register_of_recommendations(folder: Path) -> None:
    run("good.md", "--recommendations", "register.csv")
    rows = list(csv.DictReader(io.StringIO((folder / "register.csv").read_text(encoding="utf-8"))))
    assert len(rows) == 6
    assert rows[0]["text"].startswith("'=HYPERLINK")
    assert (rows[1]["type"], rows[1]["level"], rows[1]["actionable"], rows[1]["answers"]) == ("strategic", "regional", "yes", "1; 2")
    assert rows[5]["timing"] == "By 29 February 2024"
    run("good.md", "--recommendations", "bare.csv", "--no-quotes")
    bare = list(csv.DictReader(io.StringIO((folder / "bare.csv").read_text(encoding="utf-8"))))
    assert [row["text"] for row in bare] == [""] * 6


def test_recommendations_that_are_nearly_the_same_are_told(folder: Path) -> None:
    text = (folder / "good.md").read_text(encoding="utf-8").replace(
        "| 6 | Write to the Welsh Government to propose", "| 6 | Publish a joint protocol between CDAT and health visiting for every patient who lives with a child under five, and report on use to the Board. |  | The Board | ✓ | | Regional | By 30 June 2024 | One family |\n| 7 | Write to the Welsh Government to propose"
    )  # fmt: skip
    (folder / "good.md").write_text(text, encoding="utf-8")
    run("good.md", "--recommendations", "register.csv")
    rows = list(csv.DictReader(io.StringIO((folder / "register.csv").read_text(encoding="utf-8"))))
    assert {row["id"]: row["nearly_the_same_as"] for row in rows}["6"] == "2"


def test_what_is_in_the_baseline_does_not_fail(folder: Path) -> None:
    words = ("good.md", "--fail-on", "advisory")
    text = (folder / "good.md").read_text(encoding="utf-8")
    (folder / "good.md").write_text(text.replace("**Published: 19 January 2024**\n\n", "").replace("# Appendix 1: Terms of Reference", "# Appendix 1: Terms"), encoding="utf-8")
    failed = run(*words, code=1)
    run("good.md", "--write-baseline", "known.json")
    held = (folder / "known.json").read_text(encoding="utf-8")
    assert "Tanrallt" not in held
    assert "methadone" not in held
    run(*words, "--baseline", "known.json")
    newer = (folder / "good.md").read_text(encoding="utf-8").replace("| Chair of Review Panel | Mererid Tanwen | 24 November 2023 |", "| Chair of Review Panel | | |")
    (folder / "good.md").write_text(newer, encoding="utf-8")
    again = run(*words, "--baseline", "known.json", code=1)
    assert "chair-signoff" in again.output.splitlines()[-1]
    assert "publication-date" not in again.output.splitlines()[-1]
    assert "publication-date" in failed.output.splitlines()[-1] or "anonymity" in failed.output.splitlines()[-1]


@pytest.mark.parametrize(("text", "words"), [(None, "There is no baseline"), ("{}", "is not a baseline"), ("{", "could not be read")])
def test_a_wrong_baseline_is_told(folder: Path, text: str | None, words: str) -> None:
    if text is not None:
        (folder / "known.json").write_text(text, encoding="utf-8")
    assert words in run("good.md", "--baseline", "known.json", code=2).output
