"""Pages that are pictures, read by tesseract where it is asked for and installed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from pdf_writer import MORE, PROSE, Sheet, joined, scanned

from cpraudit.cli import main
from cpraudit.errors import ConfigurationError, UnreadableError
from cpraudit.facts import Confidence, Review
from cpraudit.quality.engine import examine
from cpraudit.readers import guard, read, tesseract
from cpraudit.readers.opening import Source, read_source

installed = pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")


def whole_page() -> Sheet:
    return Sheet().picture(0, 0, 595, 842)


@pytest.fixture
def half_scanned(tmp_path: Path) -> Path:
    """A page of text, then a picture of one with a heading."""
    seen = Sheet().text(72, 80, "Brief outline of circumstances", 16, "bold")
    seen.lines(72, 110, PROSE)
    typed = Sheet()
    typed.lines(72, 100, MORE)
    path = tmp_path / "review.pdf"
    path.write_bytes(scanned(typed, whole_page(), seen=seen))
    return path


@installed
def test_only_the_pages_that_are_pictures_are_recognised_and_told(half_scanned: Path) -> None:
    document = read(half_scanned, ocr=True)
    typed, *seen = document.blocks
    assert (typed.text, document.is_recognised(typed)) == (joined(MORE), False)
    assert [block.text for block in seen] == ["Brief outline of circumstances", joined(PROSE)]
    assert all(document.is_recognised(block) for block in seen)
    assert seen[0].look.size is not None
    assert seen[0].look.size > 1.2 * (seen[1].look.size or 99)
    reading = document.parts[0].reading
    assert (reading.share, reading.unread_pages, reading.recognised_pages) == (1.0, (), (2,))
    assert reading.notes[0].startswith("Page 2: the words were recognised on a picture (OCR, ")


def test_nothing_is_recognised_unasked(half_scanned: Path) -> None:
    reading = read(half_scanned).parts[0].reading
    assert (reading.share, reading.unread_pages, reading.recognised_pages) == (0.5, (2,), ())


@installed
def test_what_rests_on_recognised_words_is_less_sure(half_scanned: Path) -> None:
    from cpraudit.quality import loading

    (check,) = (check for check in loading.load(()) if check.id == "circumstances")
    result = examine(check, Review(read(half_scanned, ocr=True)))
    assert result.confidence is not Confidence.HIGH


@installed
def test_a_picture_of_no_words_stays_unread(tmp_path: Path) -> None:
    path = tmp_path / "review.pdf"
    typed = Sheet()
    typed.lines(72, 100, MORE)
    path.write_bytes(scanned(typed, whole_page(), seen=Sheet().shade(100, 100, 400, 600)))
    assert read(path, ocr=True).parts[0].reading.unread_pages == (2,)


@installed
def test_the_command_line_reads_pictures_where_it_is_asked_to(half_scanned: Path) -> None:
    done = CliRunner().invoke(main, ["read", str(half_scanned), "--ocr"])
    assert done.exit_code == 0
    assert "[recognised on a picture]" in done.stdout


def test_where_the_program_is_not_installed_one_sentence_says_what_to_install(
    half_scanned: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tesseract, "_program", lambda: None)
    with pytest.raises(ConfigurationError, match=r"^'--ocr' needs the program tesseract, .* Install it"):
        read(half_scanned, ocr=True)
    for command in ("check", "read"):
        done = CliRunner().invoke(main, [command, str(half_scanned), "--ocr"])
        assert done.exit_code == 2
        assert done.stderr == f"cpraudit: {tesseract.LACKING}\n"


def test_a_worker_elsewhere_that_lacks_the_program_says_so_too(half_scanned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    guard.end_all()
    monkeypatch.setitem(os.environ, "PATH", str(half_scanned.parent))
    with pytest.raises(UnreadableError, match="Install it"):
        read_source(Source(str(half_scanned), half_scanned.read_bytes(), ocr=True))
    guard.end_all()


@installed
def test_a_program_that_breaks_leaves_the_page_unread(half_scanned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    guard.end_all()
    broken = half_scanned.parent / "tesseract"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setitem(os.environ, "PATH", str(half_scanned.parent))
    document = read_source(Source(str(half_scanned), half_scanned.read_bytes(), ocr=True))
    assert document.parts[0].reading.unread_pages == (2,)
    guard.end_all()
