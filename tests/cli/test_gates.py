"""Configuration, gates and waivers as a user meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from test_commands import GOOD, WEAK

from running import run

POLICY = "# Safeguarding policy\n\nThis policy applies to all staff.\n\n## Roles and responsibilities\n\nThis policy sets out who does what.\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    (tmp_path / "draft.docx").write_bytes(WEAK.read_bytes())
    return tmp_path / "draft.docx"


def test_the_last_line_says_why_the_run_failed(draft: Path) -> None:
    done = run("check", draft, "--fail-on", "statutory")
    assert done.returncode == 1
    last = done.stderr.splitlines()[-1]
    assert last.startswith("cpraudit: failed: in draft.docx, ")
    assert "timeline-length" in last
    assert run("check", draft).returncode == 0


def test_a_score_that_is_too_low_fails(draft: Path) -> None:
    done = run("check", draft, "--fail-under", "99")
    assert done.returncode == 1
    assert "is below 99" in done.stderr.splitlines()[-1]


def test_an_unreadable_file_outranks_a_failure(draft: Path) -> None:
    assert run("check", draft, draft.with_name("none.docx"), "--fail-on", "statutory").returncode == 2


def test_what_is_no_review_passes_the_gate(tmp_path: Path) -> None:
    (tmp_path / "policy.md").write_text(POLICY, encoding="utf-8")
    done = run("check", tmp_path / "policy.md", "--fail-on", "advisory", "--fail-under", "50")
    assert done.returncode == 0
    assert "does not look like a practice review" in done.stdout


def test_a_waiver_spares_the_gate_and_is_counted(draft: Path) -> None:
    failing = run("check", draft, "--fail-on", "statutory", "--format", "json")
    missing = json.loads(failing.stdout)["score"]["statutory_missing"]
    waivers = [
        f'[[waiver]]\ncheck = "{check}"\nreason = "Agreed by the panel."\nowner = "The Chair"\n' for check in missing
    ]
    (draft.parent / "waivers.toml").write_text("".join(waivers), encoding="utf-8")
    done = run("check", draft, "--fail-on", "statutory", "--format", "json")
    assert done.returncode == 0
    audit = json.loads(done.stdout)
    assert [waiver["check"] for waiver in audit["waived"]] == missing
    assert audit["waived"][0] == {
        "check": missing[0],
        "reason": "Agreed by the panel.",
        "owner": "The Chair",
        "expires": None,
    }
    assert audit["score"] == json.loads(failing.stdout)["score"]


def test_a_waiver_of_no_check_is_an_error(draft: Path) -> None:
    (draft.parent / "waivers.toml").write_text('[[waiver]]\ncheck = "child-agee"\nreason = "r"\n', encoding="utf-8")
    done = run("check", draft)
    assert done.returncode == 2
    assert "names no check: 'child-agee'. Did you mean 'child-age'?" in done.stderr


def test_config_shows_what_is_in_force_and_from_where(draft: Path) -> None:
    (draft.parent / "cpraudit.toml").write_text('fail-on = "template"\n[limits]\nturnaround = 9\n', encoding="utf-8")
    done = run("config", draft, "--profile", "auto", "--ignore", "advisory")
    rows = {line.split()[0]: line for line in done.stdout.splitlines() if line.strip()}
    assert rows["fail-on"].split()[1:] == ["template", "cpraudit.toml"]
    assert rows["profile"].split(maxsplit=2)[1:] == ["auto", "the command line"]
    assert "turnaround = 9" in rows["limits"]
    assert rows["revisions"].split(maxsplit=2)[1:] == ["final", "the default"]


def test_settings_reach_the_audit(draft: Path) -> None:
    (draft.parent / "cpraudit.toml").write_text(
        'profile = "auto"\nselect = ["statutory"]\n[output]\nformat = "json"\nquotes = false\n', encoding="utf-8"
    )
    audit = json.loads(run("check", draft).stdout)
    assert {result["tier"] for result in audit["results"]} == {"statutory"}
    assert audit["profile_reason"].startswith("since the report gives no date")
    assert not [e["quote"] for r in audit["results"] for e in r["evidence"] if e["quote"]]


def test_a_report_that_asks_for_no_quotes_is_heeded_beside_others(draft: Path) -> None:
    (draft.parent / "cpraudit.toml").write_text("[output]\nquotes = false\n", encoding="utf-8")
    audits = json.loads(run("check", GOOD, draft, "--format", "json").stdout)["audits"]
    assert not [e["quote"] for a in audits for r in a["results"] for e in r["evidence"] if e["quote"]]


def test_a_waiver_may_stand_in_a_markdown_report(tmp_path: Path) -> None:
    report = tmp_path / "draft.md"
    text = "# Child Practice Review Report\n\nThe child died in May 2021.\n\nThe mother was seen.\n\n## Recommendations\n\n1. The Board should act.\n"
    report.write_text(text, encoding="utf-8")
    assert "child-age" in run("check", report, "--fail-on", "advisory").stderr
    waiver = (
        '<!-- cpraudit-waiver: { check = "child-age", reason = "Few children live there.", owner = "The Chair" } -->\n'
    )
    report.write_text(text + waiver, encoding="utf-8")
    done = run("check", report, "--fail-on", "advisory", "--select", "child-age")
    assert done.returncode == 0
    assert "Waived: Few children live there. (The Chair)" in " ".join(done.stdout.split())
    assert "1 finding waived" in done.stdout
    report.write_text(text + waiver.replace('reason = "Few children live there.", ', ""), encoding="utf-8")
    done = run("check", report)
    assert done.returncode == 2
    assert "The waiver of 'child-age' in a comment of draft.md gives no reason." in done.stderr


def test_waivers_that_are_expired_or_of_no_use_are_told(draft: Path) -> None:
    (draft.parent / "waivers.toml").write_text(
        '[[waiver]]\ncheck = "timeline-length"\nreason = "r"\nexpires = 2020-01-31\n'
        '[[waiver]]\ncheck = "case-identifier"\nreason = "r"\n',
        encoding="utf-8",
    )
    done = run("check", draft, "--fail-on", "statutory")
    told = " ".join(done.stdout.split())
    assert "The waiver of 'timeline-length' (waivers.toml) expired on 2020-01-31 and no longer holds." in told
    assert "The waiver of 'case-identifier' (waivers.toml) has nothing to waive here." in told
    assert "timeline-length" in done.stderr


def test_a_baseline_spares_what_was_known_and_nothing_new(tmp_path: Path) -> None:
    report, baseline = tmp_path / "draft.md", tmp_path / "baseline.json"
    text = "# Child Practice Review Report\n\nThe child, Mali Prosser, aged 4, died in May 2021.\n\nShe went to see her mother.\n"
    report.write_text(text, encoding="utf-8")
    assert run("check", report, "--fail-on", "template", "--baseline", baseline).returncode == 2
    assert run("check", report, "--write-baseline", baseline).returncode == 0
    written = baseline.read_text(encoding="utf-8")
    assert not [word for word in ("Prosser", "Mali", "mother", "died") if word in written]
    assert run("check", report, "--fail-on", "template", "--baseline", baseline).returncode == 0
    edited = text.replace("She went", "A line that moves the rest.\n\n[insert name of board]\n\nShe went")
    report.write_text(edited, encoding="utf-8")
    done = run("check", report, "--fail-on", "template", "--baseline", baseline)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].endswith("1 template requirement is missing (template-residue).")
    renamed = report.rename(tmp_path / "renamed.md")
    assert run("check", renamed, "--fail-on", "template", "--baseline", baseline).returncode == 1  # too short to be known again
    report = renamed.rename(report)
    (tmp_path / "cpraudit.toml").write_text('baseline = "baseline.json"\nfail-on = "statutory"\n', encoding="utf-8")
    done = run("check", report, "--format", "json")
    assert done.returncode == 0
    assert "chair-signoff" in json.loads(done.stdout)["known"]


def test_a_file_that_is_no_baseline_is_told(draft: Path) -> None:
    (draft.parent / "b.json").write_text("[]", encoding="utf-8")
    done = run("check", draft, "--baseline", draft.parent / "b.json")
    assert done.returncode == 2
    assert "is not a baseline of this version" in done.stderr
