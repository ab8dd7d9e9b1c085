"""The reports for people: what they say (snapshots), and what they must never do."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from invented import HOSTILE, TEXTS, finding, invented
from markdown_it import MarkdownIt
from rich.console import Console

from cpraudit import __version__
from cpraudit.document import Span
from cpraudit.facts.case.kind import Kind, KindOfDocument
from cpraudit.facts.dates.intervals import Intervals
from cpraudit.facts.dates.keydates import Step
from cpraudit.quality import score
from cpraudit.quality.checks import Tier
from cpraudit.reports.html import as_html
from cpraudit.reports.markdown import as_markdown, escape
from cpraudit.reports.presenting import most_worth_mending, present
from cpraudit.reports.terminal import print_audit

KB = 1024


def printed(audits, width=80, encoding="utf-8", **options):
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    print_audit(audits, Console(file=out, width=width, highlight=False), **options)
    out.seek(0)
    return out.read()


class Page(HTMLParser):
    """What a browser would see of a page."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.ids, self.links, self.headings, self.attributes = [], [], [], [], []
        self.text, self.cells = "", []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        self.headings += [int(tag[1])] if re.fullmatch(r"h\d", tag) else []
        self.cells += [given] if tag == "th" else []

    def handle_data(self, data):
        self.text += data


@pytest.fixture(params=[1, 2])
def page(request):
    return Page(as_html([invented(), invented("other.docx", share=0.8)][: request.param]))


def test_html(snapshot):
    page = re.sub("<style>.*?</style>", "", as_html([invented()]), flags=re.DOTALL)
    assert re.sub("sha256-[^&]*", "sha256-", page).replace(__version__, "VERSION") == snapshot


def test_markdown(snapshot):
    assert as_markdown([invented()]).replace(__version__, "VERSION") == snapshot


def test_terminal(snapshot):
    assert printed([invented()], show_met=True) == snapshot


def test_several_stand_after_an_index_of_them(snapshot):
    both = [invented(), invented("other.docx", share=0.8)]
    assert as_markdown(both).split("# AVSCB")[0] == snapshot
    assert printed(both).split("Together")[1] == snapshot
    assert Page(as_html(both)).text.count("Statutory requirements to settle") == 2


def test_a_page_needs_nothing_and_runs_nothing(page):
    assert not {"script", "link", "img", "iframe", "object", "embed", "form", "base"} & set(page.tags)
    assert not [name for name in page.attributes if name.startswith("on") or name in ("style", "src")]
    assert all(link.startswith("#") for link in page.links)


def test_a_page_allows_its_own_style_sheet_only():
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', as_html([invented()]))[1].replace("&#39;", "'")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_a_page_can_be_found_ones_way_about_in(page):
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert page.headings[0] == 1
    assert page.headings.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False))
    assert all("scope" in cell for cell in page.cells)


def test_a_page_shows_hostile_words_as_words(page):
    assert "<script>alert('x')</script> &" in page.text
    assert "\x1b" not in page.text


def test_a_page_of_a_long_review_stays_small():
    audit = invented()
    verdicts = audit.findings * 9
    long = replace(audit.review.document.blocks[5], text=TEXTS[5] * 3)
    audit.review.document = replace(
        audit.review.document, blocks=tuple(long if b.index == 5 else b for b in audit.review.document.blocks)
    )
    found = tuple(
        finding(
            f"{f.check.id}-{n}", f.check.title, f.check.domain, f.check.tier,
            replace(f.result, message=f.result.message * 3, evidence=tuple(Span(5, 10 * k, 400) for k in range(9))),
        )
        for n, f in enumerate(verdicts)
    )  # fmt: skip
    whole = replace(audit, findings=found, score=score.of(found, audit.profile, 1.0))
    audit.review.recommendations = replace(audit.review.recommendations, value=audit.review.recommendations.value * 10)
    assert len(as_html([whole]).encode()) < 300 * KB


def test_markdown_shows_hostile_words_as_words():
    rendered = Page(MarkdownIt("commonmark").enable("table").render(as_markdown([invented()])))
    assert not {"script", "code"} & set(rendered.tags)
    assert "<script>alert('x')</script> &" in rendered.text
    assert "@everyone" not in as_markdown([invented()])


@pytest.mark.parametrize("words", [HOSTILE, "a_b*c*", "[x](http://y)", "1 < 2 && 3 > 2", "~~no~~ # no", r"a\b"])
def test_escaped_markdown_reads_as_it_was_written(words):
    rendered = Page(MarkdownIt("commonmark").render(f"“{escape(words)}”"))
    assert rendered.text.strip() == f"“{words}”"
    assert set(rendered.tags) <= {"p"}


def test_a_terminal_is_not_driven_by_what_a_report_says():
    assert "\x1b" not in printed([invented()])


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_terminal_line_fits_its_window(width):
    lines = printed([invented()], width=width, show_met=True).splitlines()
    assert max(map(len, lines)) <= width
    assert not [line for line in lines if line != line.rstrip()]


def test_an_old_terminal_gets_plain_letters():
    shown = printed([invented()], encoding="cp1252")
    assert "x Not met: Length of the review period" in shown
    assert "\N{REPLACEMENT CHARACTER}" not in shown


def test_met_checks_are_hidden_unless_asked_for():
    assert "board-named" not in printed([invented()])
    assert "board-named" in printed([invented()], show_met=True)
    assert "5 checks met, excused or not applicable" in printed([invented()])


@pytest.mark.parametrize("report", [as_html, as_markdown, printed])
def test_quotations_can_be_left_out(report):
    shown = report([invented()], quotes=False)
    assert not [
        words for words in ("was referred", "The health visitor saw", "named nurse", "alert(") if words in shown
    ]
    assert "paragraph 3" in shown


@pytest.mark.parametrize("report", [as_html, as_markdown, printed])
def test_identifying_words_are_masked(report):
    assert "Prosser" not in report([invented()])


@pytest.mark.parametrize("report", [as_html, as_markdown, printed])
def test_a_withheld_score_says_why(report):
    assert "Only 80% of the report could be read" in re.sub(r"\s+", " ", report([invented(share=0.8)]))


def test_the_most_worth_mending_costs_the_score_most():
    first = [found.check.id for found in most_worth_mending(invented())]
    assert first[:3] == ["timeline-length", "template-residue", "child-age"]


def test_what_is_not_scored_is_told_and_not_among_the_first():
    audit = invented()
    statutory = replace(audit, profile=replace(audit.profile, scored=frozenset({Tier.STATUTORY})))
    (shown,) = present([statutory], quotes=True)
    assert [verdict.id for verdict in shown.first] == ["timeline-length"]
    assert not next(v for d in shown.domains for v in d.verdicts if v.id == "child-age").scored


@pytest.mark.parametrize(
    ("check", "where"),
    [
        ("board-named", "Child Practice Review Report, paragraph 1"),
        ("referral-date", "Circumstances resulting in the review, paragraph 3"),
        ("learning-event-date", "Key dates, table 1, row 2"),
    ],
)
def test_places_are_told_in_words(check, where):
    (shown,) = present([invented()], quotes=True)
    assert next(v for d in shown.domains for v in d.verdicts if v.id == check).passages[0].place == where


def test_a_passage_of_few_words_is_shown_with_its_sentence_or_row():
    (shown,) = present([invented()], quotes=True)
    verdicts = {v.id: v.passages[0] for d in shown.domains for v in d.verdicts if v.passages}
    referral = verdicts["referral-date"]
    assert referral.before + referral.words + referral.after == TEXTS[2].split(" The")[0]
    assert verdicts["learning-event-date"].before == "Learning event: "


@pytest.mark.parametrize("report", [as_html, as_markdown, printed])
def test_a_report_that_says_nothing_is_told_as_such(report):
    audit = invented()
    review = audit.review
    review.period = replace(review.period, start=None, end=None)
    review.dates = replace(
        review.dates, incident=Step(), referral=Step(), learning_events=(), signoff=None, publication=Step()
    )
    review.intervals = Intervals(None, None, None, None, None)
    review.family = replace(review.family, members=())
    review.agencies = replace(review.agencies, mentions=())
    review.recommendations = replace(review.recommendations, value=())
    review.identity = replace(review.identity, board=None, type=None, case_id=None, pseudonym=None)
    shown = report([replace(audit, findings=(), score=score.of((), audit.profile, 1.0))])
    assert "Nothing could be scored" in shown
    assert "no identifier found" in shown
    assert "None" not in re.sub("None. No statutory|None\\. ", "", shown)


@pytest.mark.parametrize("report", [as_html, as_markdown, printed])
def test_what_is_no_practice_review_is_headed_as_such(report):
    audit = invented()
    audit.review.kind = KindOfDocument(Kind.INSPECTION, "It speaks of inspectors' judgements.")
    shown = re.sub(r"\s+", " ", report([audit]))
    assert "does not look like a practice review, but like: inspection report" in shown
