"""The dashboard: self-contained, small, safe, and each number leads to the reviews behind it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Sequence

import pytest
from lxml import html
from made_rows import CHECKS, HOSTILE, row

from cpraudit.batch.dashboard import as_dashboard
from cpraudit.batch.outputs import Unread
from cpraudit.batch.overview import CheckTold, overview
from cpraudit.batch.rows import Advised, Row
from cpraudit.batch.summary import as_summary, figures

UNREAD = (Unread("broken", "broken.docx", f"'broken.docx' is damaged {HOSTILE}", "", passing=False),)


@pytest.fixture(scope="module")
def page() -> str:
    hostile = {"title": HOSTILE, "report": f"{HOSTILE}.docx", "board": HOSTILE, "kind_reason": HOSTILE}
    advice = tuple(Advised(n, "1", f"The Board will audit what {HOSTILE} is recorded", ()) for n in (1, 2))
    rows = [row(n) for n in range(3, 40)]
    rows += [row(n, **hostile, advice=(advice[n - 1],)) for n in (1, 2)]  # type: ignore[arg-type]
    rows += [row(0, kind="policy or procedure", **hostile)]  # type: ignore[arg-type]
    return dashboard(rows, notes=["A note."])["index.html"]


def dashboard(rows: Sequence[Row], checks: Sequence[CheckTold] = CHECKS, notes: Sequence[str] = ()) -> dict[str, str]:
    """The pages of a batch of these rows, with a file that was not read."""
    return as_dashboard(overview(rows, checks), UNREAD, notes, left=0, quotes=True).pages


def test_the_page_needs_nothing_else_and_runs_only_its_own_script(page: str) -> None:
    tree = html.fromstring(page)
    (policy,) = tree.xpath("//meta[@http-equiv]/@content")
    assert policy.startswith("default-src 'none'")
    for tag in ("style", "script"):
        (element,) = tree.xpath(f"//{tag}")
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not tree.xpath("//@style | //@src | //link | //img | //iframe | //@onclick")
    assert not re.search(r"https?://", page.replace("http://www.w3.org", ""))


def test_nothing_of_a_report_is_markup(page: str) -> None:
    tree = html.fromstring(page)
    assert len(tree.xpath("//script")) == 1
    assert "alert('x')" in tree.xpath("string(//table[@class='reviews'])")
    assert "\x1b" not in page


def test_every_link_within_the_page_leads_somewhere(page: str) -> None:
    tree = html.fromstring(page)
    ids = Counter(tree.xpath("//@id"))
    assert [name for name, count in ids.items() if count > 1] == []
    assert {link[1:] for link in tree.xpath("//a/@href") if link.startswith("#")} <= set(ids)
    assert set(tree.xpath("//table[@class='reviews']//a/@href")) == {f"reviews/review-{n}.html" for n in range(1, 40)}


def test_every_picture_is_told_in_words_and_has_its_numbers_beside_it(page: str) -> None:
    tree = html.fromstring(page)
    drawings = tree.xpath("//*[local-name()='svg'][@role='img']")
    assert Counter(drawing.get("class") for drawing in drawings) == {"drawn wide": 9, "drawn narrow": 9}
    for drawing in drawings:
        title, desc = (drawing.xpath(f"string(*[local-name()='{tag}'])") for tag in ("title", "desc"))
        assert title
        assert re.search(r"\d", desc)
        figure = next(drawing.iterancestors("figure"))
        assert figure.getnext().xpath("descendant-or-self::table//a")


def test_a_status_is_a_sign_not_a_colour_alone(page: str) -> None:
    tree = html.fromstring(page)
    cells = tree.xpath("//table[@class='heat']/tbody//td")
    assert len(cells) == 39 * len(CHECKS)
    assert {cell.get("class", "met"): cell.text.strip() for cell in cells} == {
        "met": "✓", "cp": "◐", "cm": "✗", "ce": "≈", "ct": "?", "cn": "–",
    }  # fmt: skip


def test_five_hundred_reviews_fit_on_one_page_of_two_megabytes() -> None:
    pages = dashboard([row(n) for n in range(1, 501)])
    assert list(pages) == ["index.html"]
    assert len(pages["index.html"].encode()) < 2_000_000


@pytest.mark.parametrize(
    ("title", "count"), [("YASCB", 501), ("A title that goes on and on " * 100, 480)], ids=["many reviews", "long titles"]
)
def test_what_does_not_fit_stands_on_pages_of_its_own(title: str, count: int) -> None:
    pages = dashboard([row(n, title=f"{title} {n}") for n in range(1, count + 1)])
    assert [*pages][:3] == ["index.html", "reviews-1.html", "reviews-2.html"]
    assert all(len(page.encode()) < 2_000_000 for page in pages.values())
    trees = {name: html.fromstring(page) for name, page in pages.items()}
    ids = {name: set(tree.xpath("//@id")) for name, tree in trees.items()}
    for name, tree in trees.items():
        inside = [link for link in tree.xpath("//a/@href") if not link.startswith("reviews/")]
        for file, _, place in (link.partition("#") for link in inside if ".html" in link or link.startswith("#")):
            if file != "statistics.html":
                assert place in ids[file or name] | {""}
    listed = [number for tree in trees.values() for number in tree.xpath("//table[@class='reviews']/tbody/tr/@data-n")]
    mapped = [number for tree in trees.values() for number in tree.xpath("//table[@class='heat']/tbody/tr/@data-n")]
    assert listed == mapped == [str(number) for number in range(1, count + 1)]
    assert trees["reviews-2.html"].xpath("//a[@rel='prev']/@href") == ["reviews-1.html"]
    assert "more" in trees["index.html"].xpath("string((//td[@class='refs'])[1])")


def test_a_batch_of_nothing_but_bad_files_has_a_page_too() -> None:
    told = overview([], [])
    page = dashboard([], [])["index.html"]
    assert "0 reviews" in page
    assert "broken.docx" in page
    assert "Not read: 1" in as_summary(told, UNREAD, left=0)
    assert figures(told, UNREAD)["reviews"] == 0


def test_one_review_alone() -> None:
    alone = row(1, overall=None, withheld="Why.", dates={"signoff": None}, advice=(), themes=(), services=frozenset())
    assert "withheld" in dashboard([alone])["index.html"]
    assert figures(overview([alone], CHECKS), ())["scores"]["spread"] is None


def test_the_summary_is_markdown_that_shows_and_does_nothing() -> None:
    rows = [row(1, title=HOSTILE, board="A|B")]
    text = as_summary(overview(rows, CHECKS), UNREAD, left=3)
    assert "<script>" not in text
    assert "A\\|B" in text
    assert "stopped with 3 reviews left" in text
