"""A fault of the program's own: one sentence, no traceback, nothing of the document in it, nothing else lost."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from cpraudit.cli import main

DRAFT = "# Child Practice Review\n\nChild P, a girl, died in the care of Blodeuwedd.\n"
BREAKS = """
from cpraudit import Domain, Tier, check

@check(id="own", title="Own", domain=Domain.CONTEXT, tier=Tier.ADVISORY, source="s", asks="a", why="w", remedy="r")
def own(review):
    raise KeyError(review.document.blocks[1].text)
"""


def test_a_check_that_breaks_leaves_the_others(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "own.py").write_text(BREAKS, encoding="utf-8")
    draft = tmp_path / "draft.md"
    draft.write_text(DRAFT, encoding="utf-8")
    done = CliRunner().invoke(main, ["check", str(draft), "--checks", str(tmp_path / "own"), "--no-quotes"])
    assert done.exit_code == 2
    assert "out of 100" in done.stdout
    said = done.stderr.splitlines()[-1]
    assert "the check 'own' broke on draft.md (KeyError in own.py, line 6)" in said
    assert "--ignore own" in said
    assert "Blodeuwedd" not in done.output


def test_any_other_fault_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(DRAFT, encoding="utf-8")
    monkeypatch.setattr("cpraudit.auditing.audit", lambda *_, **__: {}["Blodeuwedd"])
    done = CliRunner().invoke(main, ["check", str(draft)])
    assert done.exit_code == 2
    assert done.stderr.startswith("cpraudit: A fault of the program's own stopped it (KeyError in test_faults.py")
    assert "Blodeuwedd" not in done.output
    monkeypatch.setenv("CPRAUDIT_SHOW_FAULTS", "1")
    assert isinstance(CliRunner().invoke(main, ["check", str(draft)]).exception, KeyError)
