"""Two drafts compared, end to end and case by case."""

from __future__ import annotations

import html
import json
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from cpraudit.compare import Movement
from cpraudit.compare.changes import movement
from cpraudit.quality.results import Result, Status
from running import run

SAMPLES = Path(__file__).parents[2] / "samples"
PERIOD = "The time period reviewed was 1st March 2016 to 20th September 2018."
CHILD = "Young Person B was a teenager who"


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[str], Path]:
    """A draft whose child is told better and whose period was taken out."""
    folder = tmp_path_factory.mktemp("drafts")
    earlier = (SAMPLES / "weak-draft.md").read_text(encoding="utf-8")
    assert PERIOD in earlier
    assert CHILD in earlier
    later = earlier.replace(PERIOD, "").replace(CHILD, "Young Person B was a girl aged 15. She")
    (folder / "first.md").write_text(earlier, encoding="utf-8")
    (folder / "second.md").write_text(later, encoding="utf-8")
    done = run(
        "compare", "first.md", "second.md", "--html", "c.html", "--markdown", "c.md", "--json", "c.json", cwd=folder
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done, folder


def test_it_says_what_went_which_way(compared) -> None:
    done, folder = compared
    whole = json.loads((folder / "c.json").read_text(encoding="utf-8"))
    assert whole["schema"] == "cpraudit-compare/1"
    moved = {change["check"]: change for change in whole["changes"]}
    assert moved["review-period"]["movement"] == "worse"
    assert (moved["review-period"]["before"], moved["review-period"]["after"]) == ("met", "missing")
    assert moved["timeline-length"]["movement"] == "newly-undecidable"
    assert moved["child-gender"]["movement"] == "better"
    assert moved["parallel-proceedings"]["movement"] == "still-open"
    assert "remedy" in moved["review-period"]
    worse, rest = done.stdout.split("Got worse")[1].split("Can no longer be told")
    assert "review-period" in worse
    assert "Before: The period reviewed is 1 March 2016" in " ".join(worse.split())
    assert "timeline-length" in rest.split("Still open")[0]
    assert "child-gender" in rest.split("Got better")[1]


def test_scores_stand_side_by_side(compared) -> None:
    done, folder = compared
    whole = json.loads((folder / "c.json").read_text(encoding="utf-8"))
    for draft in ("earlier", "later"):
        assert f"{whole[draft]['score']['overall']:.1f}".removesuffix(".0") in done.stdout
    assert re.search(r"Context +[\d.]+ → [\d.]+ +\+", done.stdout)
    assert re.search(r"Process +[\d.]+ → [\d.]+ +−", done.stdout)


class Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.tags.add(tag)
        self.ids += [told["id"] or ""] if "id" in told else []
        self.links += [told["href"] or ""] if tag == "a" else []
        assert "style" not in told


def test_the_page_needs_nothing_else_and_its_links_lead_somewhere(compared) -> None:
    text = (compared[1] / "c.html").read_text(encoding="utf-8")
    page = Page()
    page.feed(text)
    assert len(page.ids) == len(set(page.ids))
    assert all(link[1:] in page.ids for link in page.links)
    assert not page.tags & {"script", "img", "link", "iframe"}
    assert "default-src 'none'; style-src 'sha256-" in html.unescape(text)


def test_without_quotations_no_words_of_the_drafts_are_shown(compared) -> None:
    folder = compared[1]
    for form in ("html", "markdown", "json", "terminal"):
        done = run("compare", "first.md", "second.md", "--no-quotes", "--format", form, cwd=folder)
        assert done.returncode == 0, done.stderr
        assert "should be reminded of the importance of sharing information" not in done.stdout
    assert (
        "<blockquote"
        not in run("compare", "first.md", "second.md", "--no-quotes", "--format", "html", cwd=folder).stdout
    )


def test_what_does_not_belong_together_is_told_first(compared, tmp_path: Path) -> None:
    folder = compared[1]
    done = run("compare", "first.md", SAMPLES / "good-report.md", cwd=folder)
    assert "name different cases" in " ".join(done.stdout.split())
    done = run("compare", "first.md", "first.md", cwd=folder)
    assert "the same, byte for byte" in done.stdout
    assert "0 got better, 0 got worse" in done.stdout
    done = run("compare", "first.md", "nothing.md", cwd=folder)
    assert done.returncode == 2
    assert "There is no file 'nothing.md'" in done.stderr


def test_hostile_words_do_nothing(tmp_path: Path) -> None:
    hostile = "<script>alert(1)</script> | `x` @everyone"
    (tmp_path / "a.md").write_text(f"# Child Practice Review Report\n\nChild A {hostile}\n", encoding="utf-8")
    (tmp_path / "b.md").write_text(f"# Child Practice Review Report {hostile}\n\nRe: insert name\n", encoding="utf-8")
    page = run("compare", "a.md", "b.md", "--format", "html", cwd=tmp_path).stdout
    assert "<script>" not in page
    told = run("compare", "a.md", "b.md", "--format", "markdown", cwd=tmp_path).stdout
    assert "<script>" not in told
    assert "@everyone" not in told


S = Status
CASES = [
    (S.MISSING, S.MET, Movement.BETTER),
    (S.MISSING, S.PARTIAL, Movement.BETTER),
    (S.MISSING, S.EXCUSED, Movement.BETTER),
    (S.CANNOT_TELL, S.MET, Movement.BETTER),
    (S.NOT_APPLICABLE, S.MET, Movement.BETTER),
    (S.MET, S.PARTIAL, Movement.WORSE),
    (S.MET, S.EXCUSED, Movement.WORSE),
    (S.PARTIAL, S.MISSING, Movement.WORSE),
    (S.PARTIAL, S.PARTIAL, Movement.OPEN),
    (S.CANNOT_TELL, S.CANNOT_TELL, Movement.OPEN),
    (S.CANNOT_TELL, S.MISSING, Movement.OPEN),
    (S.MET, S.CANNOT_TELL, Movement.UNDECIDED),
    (S.MISSING, S.CANNOT_TELL, Movement.UNDECIDED),
    (S.NOT_APPLICABLE, S.MISSING, Movement.NEWLY_OPEN),
    (None, S.PARTIAL, Movement.NEWLY_OPEN),
    (None, S.MET, Movement.BETTER),
    (S.MISSING, S.NOT_APPLICABLE, Movement.NO_LONGER),
    (S.MET, S.MET, Movement.SAME),
    (S.EXCUSED, S.EXCUSED, Movement.SAME),
    (S.NOT_APPLICABLE, S.NOT_APPLICABLE, Movement.SAME),
]


@pytest.mark.parametrize(("before", "after", "expected"), CASES)
def test_which_way_a_check_went(before: Status | None, after: Status, expected: Movement) -> None:
    assert movement(None if before is None else Result(before, ""), Result(after, "")) is expected
