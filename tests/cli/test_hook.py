"""The hook for pre-commit: what it fails, what it lets pass, and what it remembers."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from test_commands import GOOD, WEAK
from test_gates import POLICY

from cpraudit.quality.loading import load
from running import run

ROOT = Path(__file__).parents[2]
PROGRAM = Path(sys.executable).with_name("cpraudit")
CACHE = Path(".cpraudit_cache") / "hook.json"
AUDITED = "cpraudit.auditing"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / "good.docx").write_bytes(GOOD.read_bytes())
    return tmp_path


def imported(*words: str, cwd: Path, code: int = 0) -> list[str]:
    """The modules that a run of the hook imports, of those that make an audit slow; the exit code must be `code`."""
    program = (
        "import sys; sys.argv[0] = 'cpraudit'\nfrom cpraudit.cli import main\ntry: main()\nexcept SystemExit as e: code = e.code\n"
        f"print('\\n', code, *[m for m in ('{AUDITED}', 'spacy', 'lxml', 'docx', 'rich', 'rapidfuzz') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "hook", *words], capture_output=True, text=True, cwd=cwd, timeout=120
    )
    code_of_exit, *modules = done.stdout.splitlines()[-1].split()
    assert code_of_exit == str(code), done.stderr
    return modules


def test_a_draft_without_what_is_statutory_fails_and_is_told_why(repository: Path) -> None:
    (repository / "weak.docx").write_bytes(WEAK.read_bytes())
    done = run("hook", "weak.docx", "good.docx", cwd=repository)
    assert done.returncode == 1
    assert done.stdout.startswith("weak.docx: ")
    assert "timeline-length: " in done.stdout
    assert "good.docx" not in done.stdout
    assert done.stderr.splitlines()[-1].startswith("cpraudit: failed: 1 of 2.")
    again = run("hook", "weak.docx", "good.docx", cwd=repository)
    assert (again.returncode, again.stdout) == (1, done.stdout)
    assert imported("weak.docx", cwd=repository, code=1) == []


def test_a_score_that_is_too_low_is_told_again_without_an_audit(repository: Path) -> None:
    words = ("--fail-on", "never", "--fail-under", "99", "weak.docx")
    (repository / "weak.docx").write_bytes(WEAK.read_bytes())
    done = run("hook", *words, cwd=repository)
    assert done.returncode == 1
    assert " is below 99." in done.stdout
    assert imported(*words, cwd=repository, code=1) == []
    assert run("hook", *words, cwd=repository).stdout == done.stdout


def test_a_waiver_of_no_use_is_told_every_time(repository: Path) -> None:
    (repository / "waivers.toml").write_text('[[waiver]]\ncheck = "case-identifier"\nreason = "r"\n', encoding="utf-8")
    for _ in range(2):
        assert "has nothing to waive here" in run("hook", "good.docx", cwd=repository).stdout


def test_what_the_configuration_asks_for_goes_before_the_statutory_gate(repository: Path) -> None:
    (repository / "weak.docx").write_bytes(WEAK.read_bytes())
    (repository / "cpraudit.toml").write_text('fail-on = "never"\n', encoding="utf-8")
    assert run("hook", "weak.docx", cwd=repository).returncode == 0


def test_what_is_unchanged_passes_without_an_audit(repository: Path) -> None:
    assert AUDITED in imported("good.docx", cwd=repository)
    assert imported("good.docx", cwd=repository) == []
    assert AUDITED in imported("--no-cache", "good.docx", cwd=repository)


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "cpraudit.toml").write_text("[limits]\nturnaround = 99\n", encoding="utf-8"),
        lambda folder: (folder / "cpraudit.toml").write_text('profile = "cpr-2016"\n', encoding="utf-8"),
        lambda folder: (folder / "cpraudit.toml").write_text("fail-under = 1\n", encoding="utf-8"),
        lambda folder: (folder / "good.annex-terms.md").write_text("# Terms of reference\n", encoding="utf-8"),
        lambda folder: (folder / CACHE).write_text('{"schema": "cpraudit-hook/2", "known": [1]}', encoding="utf-8"),
        lambda folder: (folder / CACHE).write_text(
            '{"schema": "cpraudit-hook/2", "known": {"a": ["b", "passed", 1, 2]}}', encoding="utf-8"
        ),
        lambda folder: (folder / CACHE).write_bytes(b"\xff{"),
    ],
    ids=["limits", "profile", "gate", "annex", "broken list", "broken entry", "no text"],
)
def test_whatever_a_verdict_depends_on_calls_for_an_audit(repository: Path, change) -> None:
    run("hook", "good.docx", cwd=repository)
    change(repository)
    assert AUDITED in imported("good.docx", cwd=repository)
    assert imported("good.docx", cwd=repository) == []


def test_a_waiver_that_no_longer_covers_a_report_spares_it_no_more(repository: Path) -> None:
    (repository / "weak.docx").write_bytes(WEAK.read_bytes())
    told = json.loads(run("check", WEAK, "--format", "json").stdout)["score"]["statutory_missing"]

    def waive(files: str) -> None:
        waivers = [f'[[waiver]]\ncheck = "{check}"\nreason = "Agreed."\nfiles = "{files}"\n' for check in told]
        (repository / "waivers.toml").write_text("".join(waivers), encoding="utf-8")

    waive("weak.docx")
    assert run("hook", "weak.docx", cwd=repository).returncode == 0
    waive("other.docx")
    assert run("hook", "weak.docx", cwd=repository).returncode == 1


def test_a_changed_annex_has_its_review_audited(repository: Path) -> None:
    (repository / "weak.docx").write_bytes(WEAK.read_bytes())
    (repository / "weak.annex-timeline.docx").write_bytes(GOOD.read_bytes())
    (repository / "weak.annex-timeline.pdf").write_bytes(b"a copy, of which the Word file is read")
    for annex in ("weak.annex-timeline.docx", "weak.annex-timeline.pdf"):
        done = run("hook", annex, cwd=repository)
        assert done.returncode == 1
        assert done.stdout.startswith("weak.docx: ")


def test_what_is_no_review_is_noted_and_passes_every_time(repository: Path) -> None:
    (repository / "policy.md").write_text(POLICY, encoding="utf-8")
    for _ in range(2):
        done = run("hook", "policy.md", "--fail-on", "advisory", cwd=repository)
        assert done.returncode == 0
        assert done.stdout == "policy.md: not a practice review, so nothing is asked of it.\n"
    assert imported("--fail-on", "advisory", "policy.md", cwd=repository) == []


def test_the_cache_holds_hashes_and_outcomes_alone(repository: Path) -> None:
    (repository / "weak.docx").write_bytes(WEAK.read_bytes())
    run("hook", "good.docx", "weak.docx", cwd=repository)
    ids = {check.id for check in load()}
    told = json.loads((repository / CACHE).read_text(encoding="utf-8"))
    assert told.keys() == {"schema", "known"}
    assert [outcome for _, outcome, _, _ in told["known"].values()] == ["passed", "failed"]
    for name, (key, _, missing, score) in told["known"].items():
        assert re.fullmatch("[0-9a-f]{64}", name)
        assert re.fullmatch("[0-9a-f]{64}", key)
        assert set(missing) < ids
        assert isinstance(score, float)
    assert (repository / CACHE).with_name(".gitignore").read_text(encoding="utf-8") == "*\n"


def test_a_file_that_cannot_be_read_is_an_error_and_is_not_kept(repository: Path) -> None:
    (repository / "broken.docx").write_bytes(b"no Word file")
    done = run("hook", "broken.docx", "gone.docx", "good.docx", cwd=repository)
    assert done.returncode == 2
    assert "2 of 3 could not be audited" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
    assert len(json.loads((repository / CACHE).read_text(encoding="utf-8"))["known"]) == 1


def test_pre_commit_itself_runs_the_hook(repository: Path) -> None:
    pytest.importorskip("pre_commit")
    import yaml

    (published,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert published["entry"] == "cpraudit hook"
    local = published | {"language": "system", "entry": f"'{PROGRAM}' hook", "verbose": True}
    settings = {"repos": [{"repo": "local", "hooks": [local]}]}
    (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    (repository / "notes.md").write_text("# Child Practice Review\n\nNo file for the hook.\n", encoding="utf-8")
    (repository / "policy.review.md").write_text(POLICY, encoding="utf-8")
    own = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
    environment = own | {
        "PRE_COMMIT_HOME": str(repository.parent / "pre-commit-home"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "PATH": f"{PROGRAM.parent}{os.pathsep}{os.environ['PATH']}",
    }

    def called(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(words, capture_output=True, text=True, cwd=repository, env=environment, timeout=120)

    def hooked() -> subprocess.CompletedProcess[str]:
        called("git", "add", ".")
        return called(sys.executable, "-m", "pre_commit", "run", "--all-files", "--color", "never")

    assert called("git", "init", "-q", ".").returncode == 0
    assert (
        called(sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")).returncode
        == 0
    )
    passing = hooked()
    assert passing.returncode == 0, passing.stdout + passing.stderr
    assert "policy.review.md: not a practice review" in passing.stdout
    assert "notes.md" not in passing.stdout
    assert "cpraudit_cache" not in called("git", "status", "--porcelain").stdout

    # The same once more is answered from the cache: nothing in it is renewed, and nothing is audited.
    kept = (repository / CACHE).read_bytes()
    written = (repository / CACHE).stat().st_mtime_ns
    warm = hooked()
    assert warm.returncode == 0
    assert ((repository / CACHE).read_bytes(), (repository / CACHE).stat().st_mtime_ns) == (kept, written)
    assert imported("good.docx", "policy.review.md", cwd=repository) == []

    (repository / "weak.docx").write_bytes(WEAK.read_bytes())
    failing = hooked()
    assert failing.returncode == 1
    assert "weak.docx: 6 statutory requirements are missing" in failing.stdout
    assert called("git", "status", "--porcelain", "--", "weak.docx").stdout.startswith("A ")
