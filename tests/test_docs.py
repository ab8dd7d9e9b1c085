"""Documentation is what the program does today."""

import importlib.util
import re
from pathlib import Path

import pytest

import cpraudit

DOCS = Path(__file__).parents[1] / "docs"


def test_the_pages_of_the_checks_are_not_stale() -> None:
    spec = importlib.util.spec_from_file_location("docs_build", DOCS / "build.py")
    assert spec is not None
    assert spec.loader is not None
    builder = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(builder)
    pages = builder.pages()
    stale = [path for path, text in pages.items() if not (DOCS / path).exists() or (DOCS / path).read_text(encoding="utf-8") != text]
    assert stale == [], "run `make docs`"
    assert {path.name for path in (DOCS / "checks").glob("*.md")} == {Path(path).name for path in pages}


def test_the_page_of_the_library_names_everything_that_is_public() -> None:
    told = set(re.findall(r"`(\w+)`", (DOCS / "library.md").read_text(encoding="utf-8")))
    assert set(cpraudit.__all__) - told == set()


def test_the_examples_of_the_library_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("draft.docx", "timeline.docx"):
        (tmp_path / name).write_bytes((DOCS.parent / "samples" / "weak-draft.docx").read_bytes())
    monkeypatch.chdir(tmp_path)
    examples = re.findall(r"```python\n(.*?)```", (DOCS / "library.md").read_text(encoding="utf-8"), re.DOTALL)
    assert examples
    for example in examples:
        exec(compile(example, "docs/library.md", "exec"), {})


def test_audit_stays_a_function_whatever_is_imported_first() -> None:
    import cpraudit

    assert cpraudit.Audit
    assert callable(cpraudit.audit)


def test_the_examples_for_pre_commit_and_builds_are_valid_and_name_the_files_of_the_hook() -> None:
    yaml = pytest.importorskip("yaml")
    blocks = re.findall(r"```yaml\n(.*?)```", (DOCS / "pre-commit.md").read_text(encoding="utf-8"), re.DOTALL)
    examples = [yaml.safe_load(block) for block in blocks]
    (published,) = yaml.safe_load((DOCS.parent / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    hooks = [hook for one in examples if "repos" in one for repo in one["repos"] for hook in repo["hooks"]]
    assert {hook["id"] for hook in hooks} == {published["id"]}
    assert [hook["files"] for hook in hooks if "files" in hook] == [published["files"]]
    assert any("jobs" in one for one in examples)
