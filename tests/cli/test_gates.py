"""Configuration, gates and waivers as a user meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from test_commands import GOOD, WEAK, run

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
