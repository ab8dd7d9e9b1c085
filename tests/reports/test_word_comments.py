"""Findings as comments in a copy of the draft: at the exact words, and nothing else changed."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
import unicodedata
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

sys.path.append(str(Path(__file__).parents[1] / "readers"))

import markers as m
import word_marks as marks

from cpraudit.auditing import examine
from cpraudit.config import Settings
from cpraudit.document.clean import tidy
from cpraudit.document.model import BlockKind, Span
from cpraudit.errors import UnreadableError
from cpraudit.quality.loading import load as load_checks
from cpraudit.readers.opening import Revisions, Source
from cpraudit.readers.word import read
from cpraudit.readers.word.tracing import Traced
from cpraudit.reports.word_comments.belonging import _places
from cpraudit.reports.word_comments.cutting import Cutter
from cpraudit.reports.word_comments.writing import commented
from running import run

SAMPLES = Path(__file__).parents[2] / "samples"
WEAK = SAMPLES / "weak-draft.docx"
WORD_SAMPLES = sorted(SAMPLES.glob("*.docx"))


FIRST = 100
"""The number of the first comment."""


def marked(source: Source, spans: list[Span]) -> tuple[Traced, list[str]]:
    """A file with a comment's marks at each span, in order, and the words between them."""
    traced = Traced(source)
    stretches = [(number, traced.stretch(span)) for number, span in enumerate(spans, FIRST)]
    Cutter(traced.root).mark([(number, stretch) for number, stretch in stretches if stretch])
    words = marks.commented_words(traced.root)
    return traced, [words[str(number)] for number, _ in stretches]


@pytest.mark.parametrize("path", WORD_SAMPLES, ids=lambda path: path.name)
def test_comments_stand_at_the_exact_words_of_every_paragraph(path: Path) -> None:
    source = Source(path.name, path.read_bytes())
    blocks = [block for block in read(source).blocks if block.text]
    spans = [Span(b.index, 0, len(b.text)) for b in blocks]
    for block in blocks:
        at = 0
        for word in block.text.split(" "):
            spans.append(Span(block.index, at, at + len(word)))
            at += len(word) + 1
    spans = [span for span in spans if span.end > span.start]
    traced, words = marked(source, spans)
    for number, span in enumerate(spans):
        assert tidy(words[number]) == traced.document.quote(span)


ELSEWHERE = ("seen14", "seen15", "seen17", "seen37", "seen38")
"""In text boxes and notes."""


def test_every_construct_is_commented_where_it_stands() -> None:
    source = Source("review.docx", m.every_construct())
    blocks = [block for block in read(source).blocks if block.text]
    for block in blocks:
        traced, words = marked(source, [Span(block.index, 0, len(block.text))])
        stretch = traced.stretch(Span(block.index, 0, len(block.text)))
        assert stretch is not None
        if block.text in ELSEWHERE:
            assert stretch.start is None
            assert "seen" in words[0]
        elif block.text != "seen36":
            assert tidy(words[0]) == block.text


def test_what_stands_in_boxes_and_notes_is_commented_at_the_nearest_body_paragraph() -> None:
    source = Source("review.docx", m.every_construct())
    where = {}
    for block in read(source).blocks:
        if block.boxed or block.kind is BlockKind.NOTE or block.text == "seen36":
            where[block.text] = tidy(marked(source, [Span(block.index, 0, 3)])[1][0])
    assert where == {
        "seen14": "seen13", "seen15": "seen13", "seen17": "seen16", "seen37": "seen28", "seen38": "seen28",
        "seen36": "seen35",
    }  # fmt: skip


def test_part_of_a_run_in_any_wrapper() -> None:
    body = "".join([
        m.para(m.run("The health ") + m.inserted(m.run("visitor called")) + m.run(" twice")),
        m.para(f'<w:hyperlink r:id="x">{m.run("see the report online")}</w:hyperlink>'),
        m.para(m.control(m.run("words in a control"))),
        m.para(m.field(" REF x ", "words of a field")),
        m.table(m.row(m.cell(m.para(m.run("words in a ") + m.run("cell", "<w:b/>"))))),
        m.para(m.run("tabs<w:x/>").replace("<w:x/>", "") + "<w:r><w:tab/><w:t>and</w:t><w:br/><w:t>breaks</w:t></w:r>"),
    ])  # fmt: skip
    source = Source("review.docx", m.word_file(body))
    wanted = ["visitor", "the report", "in a", "of a", "a cell", "and breaks", "health visitor called tw"]
    texts = [block.text for block in read(source).blocks]
    spans = []
    for words in wanted:
        block = next(at for at, text in enumerate(texts) if words in text)
        spans.append(Span(block, texts[block].index(words), texts[block].index(words) + len(words)))
    traced, found = marked(source, spans)
    assert list(map(tidy, found)) == wanted
    assert next(traced.root.iter(f"{marks.W}ins")).getparent().tag == f"{marks.W}p"


def test_a_control_that_holds_one_value_is_commented_as_a_whole() -> None:
    body = m.para(m.run("Date: ") + m.control(m.run("14 March 2019"), "<w:date/>") + m.run(" (agreed)"))
    source = Source("review.docx", m.word_file(body))
    traced, found = marked(source, [Span(0, 9, 14)])
    assert found[0] == "14 March 2019"
    assert len(list(traced.root.iter(f"{marks.W}r"))) == 4  # three runs, none cut, and the mark


def test_an_empty_paragraph_with_a_picture_takes_a_comment() -> None:
    traced, found = marked(Source("review.docx", m.word_file(m.para(m.picture()))), [Span(0, 0, 0)])
    assert found == [""]
    (paragraph,) = traced.root.iter(f"{marks.W}p")
    assert [child.tag.rpartition("}")[2] for child in paragraph] == [
        "pPr", "commentRangeStart", "r", "commentRangeEnd", "r",
    ]  # fmt: skip


LOOKS = ("", "<w:b/>", "<w:i/>", '<w:sz w:val="30"/>', '<w:rPrChange w:id="4" w:author="A"><w:rPr/></w:rPrChange>')
TEXTS = st.text(alphabet="abc é’ﬁ\u00ad\u0302. ", min_size=1, max_size=12)
RUNS = st.lists(
    st.tuples(TEXTS, st.sampled_from(LOOKS), st.sampled_from(["", "ins", "hyperlink", "sdt"])), min_size=1, max_size=6
)


def wrapped(text: str, look: str, wrapper: str) -> str:
    made = m.run(text, look)
    return {"ins": m.inserted(made), "hyperlink": f"<w:hyperlink>{made}</w:hyperlink>", "sdt": m.control(made)}.get(
        wrapper, made
    )


@settings(max_examples=80, deadline=None)
@given(st.lists(RUNS, min_size=1, max_size=3), st.data())
def test_cutting_runs_changes_neither_text_nor_formatting(paragraphs, data) -> None:
    body = "".join(m.para("".join(wrapped(*told) for told in runs)) for runs in paragraphs)
    source = Source("review.docx", m.word_file(body))
    before = Traced(source)
    blocks = [block for block in before.document.blocks if block.text]
    spans = []
    for block in blocks:
        for _ in range(3):
            start = data.draw(st.integers(0, len(block.text) - 1))
            spans.append(Span(block.index, start, data.draw(st.integers(start + 1, len(block.text)))))
    after, words = marked(source, spans)
    looks = [(c, _without_ids(look)) for c, look in marks.formatted(after.root)]
    assert looks == [(c, _without_ids(look)) for c, look in marks.formatted(before.root)]
    for number, span in enumerate(spans):
        quoted = after.document.quote(span)
        assert quoted.strip() in tidy(words[number]) or not quoted.strip()
        letters = [letter for letter in tidy(words[number]) if not unicodedata.combining(letter)]
        assert len(letters) <= len(quoted) + 4  # a ligature or a composed letter is not cut in two, however many its accents
    ids = [change.get(marks.ID) for change in after.root.iter(f"{marks.W}rPrChange")]
    kept = [change.get(marks.ID) for change in before.root.iter(f"{marks.W}rPrChange")]
    assert len(ids) - len(set(ids)) <= len(kept) - len(set(kept))


def _without_ids(look: str) -> str:
    return re.sub(r'w:id="\d+"', "", look)


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copies")
    before = WEAK.read_bytes()
    for draft, options in (
        (WEAK, ("--comments", folder / "reviewed.docx", "--json", folder / "first.json")),
        (folder / "reviewed.docx", ("--comments", folder / "again.docx", "--json", folder / "second.json")),
        (folder / "again.docx", ("--strip-comments", folder / "clean.docx")),
    ):
        done = run("check", draft, *options)
        assert done.returncode == 0, done.stderr
    assert WEAK.read_bytes() == before
    return folder


def test_the_commented_copy_is_sound_and_says_what_lacks_and_how_to_mend_it(copies: Path) -> None:
    data = (copies / "reviewed.docx").read_bytes()
    marks.assert_sound(data)
    comments = marks.part(data, "word/comments.xml")
    assert comments is not None
    texts = ["".join(t.text or "" for t in comment.iter(f"{marks.W}t")) for comment in comments]
    assert all(comment.get(f"{marks.W}author") == "cpraudit" for comment in comments)
    assert any("out of 100" in text for text in texts)
    period = next(at for at, text in enumerate(texts) if "timeline-length" in text)
    assert "To put it right:" in texts[period]
    document = marks.part(data, "word/document.xml")
    assert document is not None
    words = marks.commented_words(document)
    assert words[comments[period].get(marks.ID)] == "1st March 2016 to 20th September 2018"
    assert "(Insert name)" in words.values()
    gathered = next(at for at, text in enumerate(texts) if "child-gender" in text)
    assert words[comments[gathered].get(marks.ID)] == "Brief outline of circumstances resulting in the Review"
    assert not any(text.startswith("Met") for text in texts)


def test_the_words_and_their_look_are_those_of_the_draft(copies: Path) -> None:
    original, copy = (marks.part(path.read_bytes(), "word/document.xml") for path in (WEAK, copies / "reviewed.docx"))
    assert marks.formatted(original) == marks.formatted(copy)


def test_a_second_audit_says_the_same_and_does_not_pile_comments_up(copies: Path) -> None:
    first, second = (json.loads((copies / f"{name}.json").read_text(encoding="utf-8")) for name in ("first", "second"))
    for told in (*first["results"], *second["results"]):
        for evidence in told["evidence"]:
            del evidence["document"]
    assert first["results"] == second["results"]
    assert "were left aside" in second["document"]["reading"]["notes"][-1]
    marks.assert_sound((copies / "again.docx").read_bytes())
    count = [
        len(marks.part((copies / f"{name}.docx").read_bytes(), "word/comments.xml")) for name in ("reviewed", "again")
    ]
    assert count[0] == count[1]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_copy_and_finds_every_comment_at_its_words(copies: Path, tmp_path: Path) -> None:
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--convert-to", "fodt",
         "--outdir", tmp_path, copies / "reviewed.docx"],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    opened = etree.parse(tmp_path / "reviewed.fodt").getroot()
    office = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
    heard: dict[str, list[str]] = {}
    found: dict[str, str] = {}
    for event, element in etree.iterwalk(opened, events=("start", "end")):
        if event == "start" and element.tag == f"{office}annotation-end":
            found[element.get(f"{office}name")] = "".join(heard.pop(element.get(f"{office}name")))
        elif event == "end" and element.tag == f"{office}annotation":
            heard[element.get(f"{office}name")] = []
        within = any(holder.tag == f"{office}annotation" for holder in (element, *element.iterancestors()))
        words = element.text if event == "start" else element.tail
        if words and not (within and (event == "start" or element.tag != f"{office}annotation")):
            for told in heard.values():
                told.append(words)
    document = marks.part((copies / "reviewed.docx").read_bytes(), "word/document.xml")
    assert document is not None
    written = marks.commented_words(document).values()
    assert sorted(map(tidy, found.values())) == sorted(map(tidy, written))


def test_a_waived_finding_says_so(tmp_path: Path) -> None:
    (tmp_path / "draft.docx").write_bytes(WEAK.read_bytes())
    (tmp_path / "waivers.toml").write_text(
        '[[waiver]]\ncheck = "child-gender"\nreason = "It would point to the child."\n', encoding="utf-8"
    )
    done = run("check", tmp_path / "draft.docx", "--comments", tmp_path / "reviewed.docx")
    assert done.returncode == 0, done.stderr
    comments = marks.part((tmp_path / "reviewed.docx").read_bytes(), "word/comments.xml")
    assert comments is not None
    assert "Waived: It would point to the child." in "".join(comments.itertext())


def test_stripping_leaves_the_draft(copies: Path) -> None:
    data = (copies / "clean.docx").read_bytes()
    assert len(marks.part(data, "word/comments.xml")) == 0
    document = marks.part(data, "word/document.xml")
    assert marks.formatted(document) == marks.formatted(marks.part(WEAK.read_bytes(), "word/document.xml"))
    assert b"comment" not in zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")


def test_the_draft_and_other_files_are_never_written_over(tmp_path: Path) -> None:
    draft, other = tmp_path / "draft.docx", tmp_path / "other.docx"
    draft.write_bytes(WEAK.read_bytes())
    other.write_bytes((SAMPLES / "good-report.docx").read_bytes())
    for target, said in (
        (draft, "is the draft itself"), (other, "exists and is no copy"), (tmp_path / "copy.pdf", "ends in .docx"),
    ):  # fmt: skip
        done = run("check", draft, "--comments", target)
        assert done.returncode == 2
        assert said in done.stderr
    assert draft.read_bytes() == WEAK.read_bytes()
    assert other.read_bytes() == (SAMPLES / "good-report.docx").read_bytes()
    done = run("check", SAMPLES / "weak-draft.md", "--comments", tmp_path / "copy.docx")
    assert done.returncode == 2
    assert "Word files alone" in done.stderr


W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"


def test_comments_of_people_are_kept_and_still_tell_that_it_is_a_draft(tmp_path: Path) -> None:
    person = '<w:comment w:id="7" w:author="Chair">' + m.para("Please check") + "</w:comment>"
    ours = f'<w:comment w:id="3" w:author="cpraudit"><w:p xmlns:w14="{W14}" w14:paraId="0A"><w:r><w:t>Old</w:t></w:r></w:p></w:comment>'
    reply = f'<w:comment w:id="4" w:author="Chair"><w:p xmlns:w14="{W14}" w14:paraId="0B"><w:r><w:t>Done</w:t></w:r></w:p></w:comment>'

    def about(number: int, text: str) -> str:
        return (
            f'<w:commentRangeStart w:id="{number}"/>{m.run(text)}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        )

    body = m.para("Child Practice Review Report") + m.para(
        about(7, "The review ") + about(3, "was ") + about(4, "held.")
    )
    threads = (
        f'<w15:commentsEx xmlns:w15="{W15}"><w15:commentEx w15:paraId="0A" w15:done="0"/>'
        '<w15:commentEx w15:paraId="0B" w15:paraIdParent="0A" w15:done="0"/></w15:commentsEx>'
    )
    draft = tmp_path / "draft.docx"
    draft.write_bytes(m.word_file(
        body, comments=person + ours + reply, related=(("rx", "commentsExtended", "commentsExtended.xml"),),
        extra={"word/commentsExtended.xml": threads},
    ))  # fmt: skip
    done = run("check", draft, "--comments", tmp_path / "reviewed.docx")
    assert done.returncode == 0, done.stderr
    assert "2 x comment by Chair" in " ".join(done.stdout.split())
    data = (tmp_path / "reviewed.docx").read_bytes()
    marks.assert_sound(data)
    comments = marks.part(data, "word/comments.xml")
    assert [c.get(marks.ID) for c in comments if c.get(f"{marks.W}author") == "Chair"] == ["7", "4"]
    assert "Old" not in "".join(comments.itertext())
    (kept,) = marks.part(data, "word/commentsExtended.xml")
    assert dict(kept.attrib) == {f"{{{W15}}}paraId": "0B", f"{{{W15}}}done": "0"}


def test_a_strict_file_stays_strict(tmp_path: Path) -> None:
    files = m.parts(m.para("Child Practice Review Report") + m.para("The review was held in May."))
    strict = {
        name: data.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/", "http://purl.oclc.org/ooxml/wordprocessingml/")
        .replace("http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/")
        for name, data in files.items() if isinstance(data, str)
    }  # fmt: skip
    draft = tmp_path / "draft.docx"
    draft.write_bytes(m.zipped(strict))
    done = run("check", draft, "--comments", tmp_path / "reviewed.docx")
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(tmp_path / "reviewed.docx") as archive:
        for name in ("word/document.xml", "word/comments.xml"):
            data = archive.read(name)
            assert b"http://purl.oclc.org/ooxml/wordprocessingml/main" in data
            assert b"openxmlformats.org/wordprocessingml" not in data
        assert b"http://purl.oclc.org/ooxml/officeDocument/relationships/comments" in archive.read(
            "word/_rels/document.xml.rels"
        )
    assert run("check", tmp_path / "reviewed.docx").returncode == 0


def test_the_text_before_the_changes_is_commented_where_it_stands() -> None:
    body = m.para(
        m.run("The child was ") + m.deleted("seen at home ") + m.inserted(m.run("not seen ")) + m.run("often")
    )
    source = Source("review.docx", m.word_file(body), Revisions.ORIGINAL)
    text = read(source).blocks[0].text
    assert text == "The child was seen at home often"
    traced, _ = marked(source, [Span(0, text.index("at home"), text.index("at home") + 7)])
    deleted = next(traced.root.iter(f"{marks.W}del"))
    assert [child.tag.rpartition("}")[2] for child in deleted] == [
        "r", "commentRangeStart", "r", "commentRangeEnd", "r",
    ]  # fmt: skip


def test_damaged_comments_are_told() -> None:
    source = Source(
        "review.docx",
        m.word_file(
            m.para("Words"), related=(("c", "comments", "comments.xml"),), extra={"word/comments.xml": "<w:broken"}
        ),
    )
    with pytest.raises(UnreadableError, match=r"comments in .* are damaged"):
        commented(examine(read(source), Settings()), source)


def test_every_check_has_a_place_in_the_form() -> None:
    placed, by_domain = _places()
    known = {check.id: check for check in load_checks(())}
    assert set(placed) == set(known)
    assert {check.domain for check in known.values()} == set(by_domain)
