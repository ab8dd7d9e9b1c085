"""What is in force for a report, and where each value comes from."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cpraudit.batch.fingerprint import of_settings
from cpraudit.config import Given, Settings, settings_for
from cpraudit.errors import ConfigurationError
from cpraudit.facts.agencies.local_names import LocalAgency, LocalBoard
from cpraudit.quality.gate import FailOn
from cpraudit.quality.waivers import Waiver
from cpraudit.readers import Revisions


def configured(folder: Path, text: str, name: str = "cpraudit.toml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / "drafts" / "draft.docx"


def test_without_a_configuration_the_defaults_hold(tmp_path: Path) -> None:
    settings = settings_for(tmp_path / "draft.docx", Given(isolated=True))
    assert (settings.profile, settings.fail_on, settings.origins) == ("cpr-2023", FailOn.NEVER, {})


def test_the_nearest_configuration_upwards_is_used(tmp_path: Path) -> None:
    report = configured(tmp_path, 'fail-on = "statutory"')
    report.parent.mkdir()
    assert settings_for(report).fail_on is FailOn.STATUTORY
    (report.parent / "cpraudit.toml").write_text('fail-on = "template"', encoding="utf-8")
    assert settings_for(report).fail_on is FailOn.TEMPLATE


def test_pyproject_counts_only_with_its_table(tmp_path: Path) -> None:
    report = configured(tmp_path, "[tool.cpraudit]\nfail-under = 60\n", "pyproject.toml")
    report.parent.mkdir()
    (report.parent / "pyproject.toml").write_text("[tool.other]\nx = 1\n", encoding="utf-8")
    settings = settings_for(report)
    assert settings.fail_under == 60
    assert settings.origins["fail_under"] == "pyproject.toml"


def test_what_is_nearer_wins_and_ignored_checks_add_up(tmp_path: Path) -> None:
    report = configured(
        tmp_path,
        """
        profile = "cpr-2016"
        ignore = ["catch-phrases"]
        checks = ["ours"]
        [limits]
        turnaround = 9
        [[per-file]]
        files = "drafts/*.docx"
        profile = "auto"
        ignore = ["scrutiny"]
        limits = { report-words = 30000 }
        """,
    )
    settings = settings_for(report, Given({"profile": "cpr-2023", "ignore": ["advisory"]}))
    assert settings.profile == "cpr-2023"
    assert settings.ignore == ("catch-phrases", "scrutiny", "advisory")
    assert settings.checks == (tmp_path / "ours",)
    assert dict(settings.limits) == {"turnaround": 9, "report_words": 30000}
    assert settings.origins["profile"] == "the command line"
    assert settings.origins["ignore"] == (
        "cpraudit.toml, and cpraudit.toml, per-file 'drafts/*.docx', and the command line"
    )
    assert settings_for(tmp_path / "other.docx").profile == "cpr-2016"


def test_waivers_stand_in_the_configuration_or_in_a_file_of_their_own(tmp_path: Path) -> None:
    report = configured(
        tmp_path, '[[waiver]]\ncheck = "child-age"\nreason = "Few people\\nlive there."\nexpires = 2027-03-31\n'
    )
    (tmp_path / "waivers.toml").write_text(
        '[[waiver]]\ncheck = "scrutiny"\nreason = "r"\nfiles = "old-*.pdf"\nowner = "The Chair"\n', encoding="utf-8"
    )
    first, second = settings_for(report).waiver
    assert (first.check, first.reason, first.expires) == ("child-age", "Few people live there.", date(2027, 3, 31))
    assert (second.owner, second.origin, second.about(report)) == ("The Chair", "waivers.toml", False)
    assert second.about(tmp_path / "drafts" / "old-1.pdf")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('profil = "auto"', "unknown key 'profil'. Did you mean 'profile'?"),
        ('profile = "cpr-2032"', "which ends in .toml. Did you mean 'cpr-2023'?"),
        ('fail-on = "statuary"', "Did you mean 'statutory'?"),
        ("fail-under = 120", "a number from 0 to 100"),
        ('ignore = "child-age"', "must be a list of texts"),
        ("[limits]\nturnarond = 9", "unknown key 'turnarond'. Did you mean 'turnaround'?"),
        ('[output]\nformt = "json"', "unknown key 'output.formt'. Did you mean 'output.format'?"),
        ('output = "json"', "must be a table: [output]"),
        ('[[per-file]]\nprofile = "auto"', "needs 'files'"),
        ('[[per-file]]\nfiles = "*"\noutput = { all = true }', "unknown key 'output.all'"),
        ('[[waiver]]\ncheck = "child-age"', "gives no reason"),
        ('[[waiver]]\nreason = "r"', "does not say which check"),
        ('[[waiver]]\ncheck = "child-age"\nreason = "r"\nexpires = "soon"', "needs 'expires' as a date"),
        ('[[waiver]]\ncheck = "child-age"\nreason = "r"\nowners = "x"', "Did you mean 'owner'?"),
        ('[[board]]\nname = "X"\ncode = ["Y"]', "unknown key 'code'. Did you mean 'codes'?"),
        ('[[board]]\ncodes = ["Y"]', "has no name"),
        ('[[board]]\nname = "X"\nnames = "Y"', "needs 'names' as a list of texts"),
        ('[board]\nname = "X"', "tables, each under [[board]]"),
        ('[[agency]]\nname = "X"', "gives no kind of service. The kinds are adoption,"),
        ('[[agency]]\nname = "X"\nkind = "third sektor"', "Did you mean 'third sector'?"),
        ("profile = ", "not valid TOML"),
    ],
)
def test_what_is_wrong_is_told_with_a_suggestion(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigurationError) as told:
        settings_for(configured(tmp_path, text))
    assert said in str(told.value)


def test_boards_and_agencies_add_up_and_are_part_of_what_an_audit_depends_on(tmp_path: Path) -> None:
    report = configured(
        tmp_path,
        """
        [[board]]
        name = "Ynys Afallon"
        [[agency]]
        name = "Canolfan y Bont"
        kind = "third sector"
        [[per-file]]
        files = "draft.docx"
        agency = [{ name = "Emrys", kind = "youth service", acronyms = ["EMR"] }]
        """,
    )
    settings = settings_for(report)
    assert [board.name for board in settings.local.boards] == ["Ynys Afallon"]
    assert [agency.name for agency in settings.local.agencies] == ["Canolfan y Bont", "Emrys"]


def test_whatever_changes_an_audit_is_in_its_digest(tmp_path: Path) -> None:
    """A setting that is forgotten there would leave an old audit standing."""
    (tmp_path / "ours").mkdir()
    (tmp_path / "known.json").write_text("{}", encoding="utf-8")
    others: dict[str, Any] = {
        "profile": "cpr-2016",
        "revisions": Revisions.ORIGINAL,
        "select": ("statutory",),
        "ignore": ("advisory",),
        "checks": (tmp_path / "ours",),
        "waiver": (Waiver("child-age", "r"),),
        "baseline": tmp_path / "known.json",
        "board": (LocalBoard("Ynys Afallon"),),
        "agency": (LocalAgency("Emrys", "youth service"),),
        "limits": (("turnaround", 9.0),),
        "ocr": True,
        "reading_seconds": 30.0,
        "reading_memory": 900.0,
        "reading_size": 9.0,
        "quotes": False,
    }
    elsewhere = {"fail_on", "fail_under", "format", "show_met", "origins"}
    assert {field.name for field in fields(Settings)} == others.keys() | elsewhere
    digests = {of_settings(Settings()), *(of_settings(Settings(**{name: value})) for name, value in others.items())}
    assert len(digests) == 1 + len(others)


def test_a_configuration_that_is_named_is_used_and_must_be_there(tmp_path: Path) -> None:
    configured(tmp_path, 'fail-on = "advisory"', "board.toml")
    assert settings_for(tmp_path / "x.docx", Given(file=tmp_path / "board.toml")).fail_on is FailOn.ADVISORY
    with pytest.raises(ConfigurationError, match="could not be read"):
        settings_for(tmp_path / "x.docx", Given(file=tmp_path / "none.toml"))


def test_a_configuration_that_changes_while_the_program_runs_is_read_again(tmp_path: Path) -> None:
    report = tmp_path / "draft.docx"
    for months in (7, 8):
        (tmp_path / "cpraudit.toml").write_text(f"[limits]\nturnaround = {months}\n", encoding="utf-8")
        assert dict(settings_for(report).limits)["turnaround"] == months
