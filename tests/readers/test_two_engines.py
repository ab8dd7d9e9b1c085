"""pdfminer.six beside pdfium: the same words where both read a file, and what only the second reads."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from pdf_writer import MORE, PROSE, Sheet, every_construct, joined, pdf

from cpraudit.errors import UnreadableError
from cpraudit.readers import read
from cpraudit.readers.opening import Source
from cpraudit.readers.pdf import Engine, Miner
from cpraudit.readers.pdf import read as read_pdf
from cpraudit.readers.pdf.page import Page

FOREVER = float("inf")
PUBLISHED = (Path(__file__).parents[2] / "samples" / "published.pdf").read_bytes()


def two_columns() -> Sheet:
    sheet = Sheet()
    for k, words in enumerate(MORE.strip().splitlines()):
        sheet.text(72, 100 + 14 * k, words[:32]).text(320, 100 + 14 * k, words[32:])
    return sheet


def turned() -> Sheet:
    sheet = Sheet(turned=90)
    for k, words in enumerate(PROSE.strip().splitlines()):
        sheet.drawn.append(f"BT /F0 11 Tf 0 1 -1 0 {100 + 14 * k} 72 Tm (".encode() + words.encode() + b") Tj ET")
    return sheet


def words(page: Page) -> Counter[str]:
    text = " ".join(run.text for run in sorted(page.runs, key=lambda run: (round(run.y), run.x0)))
    return Counter(re.findall(r"\w+", text))


@pytest.mark.parametrize("data", [PUBLISHED, every_construct(), pdf(two_columns()), pdf(turned())])
def test_both_engines_read_the_same_words_at_the_same_places(data: bytes) -> None:
    with Engine(data, FOREVER) as first, Miner(data, FOREVER) as second:
        assert first.pages == second.pages
        for index in range(first.pages):
            one, other = first.page(index), second.page(index)
            if other.failed:  # pdfium's engine turns a page whose words lie on their side; the other tells of it
                assert other.failed == "its words lie on their side"
                continue
            both, mine = words(one) & words(other), words(one)
            assert both.total() >= 0.97 * mine.total()
            levels = {round(run.y / 4) + step for run in other.runs for step in (-1, 0, 1)}
            assert {round(run.y / 4) for run in one.runs} <= levels
            assert len(one.pictures) == len(other.pictures)


@pytest.mark.parametrize(("told", "share"), [(1, 1.0), (2, 0.89)])
def test_a_file_that_pdfium_refuses_is_read_by_the_second_engine_and_told(told: int, share: float) -> None:
    sheet = Sheet()
    sheet.lines(72, 100, PROSE)
    data = pdf(sheet).replace(b"\n1 0 obj", b"\n99999999999999999999 0 obj")  # the catalogue has lost its number
    data = data.replace(b"/Count 1", b"/Count %d" % told)
    with pytest.raises(UnreadableError), Engine(data, FOREVER):
        pass
    found = read_pdf(Source("review.pdf", data))
    assert [block.text for block in found.blocks] == [joined(PROSE)]
    reading = found.parts[0].reading
    assert reading.engine == "pdfminer.six"
    assert reading.notes == ("Page 1: damaged, and read as far as a second engine (pdfminer.six) can.",)
    assert reading.share == share  # where the file counts more pages than are found, no score is given


def test_where_neither_can_the_first_has_the_word() -> None:
    with pytest.raises(UnreadableError, match=r"^'review\.pdf' is broken or cut short\. Save it again as PDF"):
        read_pdf(Source("review.pdf", b"%PDF-1.7\nnothing"))


def test_a_file_whose_end_is_missing_gets_no_score(tmp_path: Path) -> None:
    path = tmp_path / "review.pdf"
    path.write_bytes(PUBLISHED + b"90 0 obj\n<< /Length 9999 >>\nstream\n" + b"words added later " * 200)
    reading = read(path).parts[0].reading
    assert reading.share < 0.9
    assert "The end of the file is missing, and pages may be missing with it. Copy or download it again." in reading.notes


def test_a_whole_file_never_meets_the_second_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Miner, "__init__", None)
    assert read_pdf(Source("review.pdf", PUBLISHED)).parts[0].reading.engine == "pdfium"
