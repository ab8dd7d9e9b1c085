"""Without quotations, no format holds a passage of the report: six words on end that are not the program's own.

A fact (the name of a board, a date, who took part) is told in words of the report, and is shorter than that.
"""

from __future__ import annotations

import html
import io
import re
from functools import cache
from pathlib import Path

import pytest
from rich.console import Console

import cpraudit
from cpraudit.compare import changes, writing
from cpraudit.reports.formats import PRINTED, writer
from cpraudit.reports.outlining import as_text
from cpraudit.reports.terminal import print_audit

ROOT = Path(__file__).parents[2]
SAMPLES = ("weak-draft.docx", "good-report.md")
LENGTH = 6
MARKUP = re.compile(r"<style.*?</style>|<script.*?</script>|<[^>]+>", re.DOTALL)


def passages(text: str) -> set[tuple[str, ...]]:
    """Every six words on end; a figure, or the name of the board's region, ends a run of words."""
    found: set[tuple[str, ...]] = set()
    for run in re.split(r"\d+|ynys afallon", text.lower()):
        words = re.findall(r"[a-z]+", run)
        found |= {tuple(words[at : at + LENGTH]) for at in range(len(words) - LENGTH + 1)}
    return found


@cache
def own_words() -> set[tuple[str, ...]]:
    """What the program says of its own accord, form and lexicons included."""
    files = (path for folder in ("cpraudit", "checks", "templates") for path in (ROOT / folder).rglob("*"))
    kinds = {".py", ".toml", ".j2", ".css", ".js", ".json"}
    return set().union(*(passages(path.read_text(encoding="utf-8")) for path in files if path.suffix in kinds))


@cache
def audited(name: str) -> cpraudit.Audit:
    return cpraudit.audit(ROOT / "samples" / name)


def leaked(name: str, text: str) -> list[str]:
    report = set().union(*(passages(block.text) for block in audited(name).document.blocks))
    told = passages(html.unescape(MARKUP.sub(" ", text)))
    return sorted(" ".join(words) for words in (told & report) - own_words())


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("form", [form for form in PRINTED if form != "terminal"])
def test_a_format_holds_no_passage(name: str, form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = tmp_path / "summary.md"
    summary.touch()
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    told = writer(form)([audited(name)], quotes=False)
    assert leaked(name, told + summary.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_neither_do_the_terminal_the_register_and_the_outline(name: str) -> None:
    out = io.StringIO()
    print_audit([audited(name)], Console(file=out, width=4000), show_met=True, quotes=False)
    register = writer("recommendations")([audited(name)], quotes=False)
    assert leaked(name, f"{out.getvalue()} {register} {as_text(audited(name).quoting(False))}") == []


@pytest.mark.parametrize("form", ["html", "markdown", "json"])
def test_neither_does_a_comparison(form: str) -> None:
    compared = changes.compare(audited("weak-draft.docx"), audited("good-report.md"))
    told = getattr(writing, f"as_{form}")(compared, quotes=False)
    assert [leaked(name, told) for name in SAMPLES] == [[], []]


def test_the_measure_finds_what_is_quoted() -> None:
    assert len(leaked("weak-draft.docx", writer("json")([audited("weak-draft.docx")], quotes=True))) > 100
