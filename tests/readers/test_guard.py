"""The process that documents are read in: it is reused, it is ended where a document runs away, and the rest goes on."""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from markers import para, word_file
from pdf_writer import Sheet, pdf

from cpraudit.errors import UnreadableError
from cpraudit.readers import guard, read, read_sources, source_of
from cpraudit.readers.limits import Limits
from cpraudit.readers.opening import Source, needs_guard

HASTY = Limits(seconds=0.05, seconds_per_mb=0)
POOR = Limits(memory=1, memory_per_mb=0)


@pytest.fixture(autouse=True)
def no_worker_yet() -> None:
    guard.end_all()


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.pdf"
    path.write_bytes(pdf(Sheet().text(72, 72, "The panel met.")))
    return path


@pytest.fixture
def crowded(tmp_path: Path) -> Path:
    """Many boxes, each with words of its own: much work for any engine."""
    sheet = Sheet()
    for k in range(6_000):
        sheet.box(5 * (k % 100), 5 * (k // 100), 5 * (k % 100) + 4, 5 * (k // 100) + 4)
        sheet.text(5 * (k % 100), 5 * (k // 100), f"{k}", size=2)
    path = tmp_path / "crowded.pdf"
    path.write_bytes(pdf(*[sheet] * 30))
    return path


def workers() -> list[int]:
    return [worker.pid for worker in guard._idle]


def test_a_worker_is_used_again(small: Path) -> None:
    texts, pids = [], set()
    for _ in range(3):
        texts.append(read(small).blocks[0].text)
        pids.update(workers())
    assert texts == ["The panel met."] * 3
    assert len(pids) == 1


def test_a_document_that_takes_too_long_is_given_up_and_the_next_is_read(crowded: Path, small: Path) -> None:
    read(small)
    before = workers()
    with pytest.raises(UnreadableError, match=r"^'crowded\.pdf' was given up: it takes more time .* try again\.$"):
        read(crowded, limits=HASTY)
    assert read(small).blocks[0].text == "The panel met."
    assert workers() != before


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells and limits the memory of a process")
def test_a_document_that_takes_too_much_memory_is_given_up_and_the_next_is_read(crowded: Path, small: Path) -> None:
    with pytest.raises(UnreadableError, match=r"memory .*\.$"):
        read(crowded, limits=POOR)
    assert read(small).blocks[0].text == "The panel met."


def test_a_worker_that_dies_between_two_documents_is_replaced(small: Path) -> None:
    read(small)
    guard._idle[-1]._process.kill()
    guard._idle[-1]._process.wait()
    assert read(small).blocks[0].text == "The panel met."


def first_words(path: Path) -> str:
    return read(path).blocks[0].text


def test_processes_and_threads_of_a_pool_have_workers_of_their_own(small: Path, crowded: Path) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        assert set(pool.map(first_words, [small] * 6)) == {"The panel met."}
    with ThreadPoolExecutor(3) as pool:
        assert set(pool.map(first_words, [small] * 6)) == {"The panel met."}


def test_a_forked_process_leaves_the_worker_of_its_owner_alone(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read(small)
    (worker,) = guard._idle
    monkeypatch.setattr(worker, "owner", worker.owner + 1)  # as a process that was forked from it sees it
    assert not worker.usable
    assert read(small).blocks[0].text == "The panel met."
    assert worker._process.poll() is None
    worker.close()


def test_what_the_worker_refuses_is_told_in_its_words(tmp_path: Path) -> None:
    path = tmp_path / "cut.pdf"
    path.write_bytes(b"%PDF-1.7\nnothing else")
    with pytest.raises(UnreadableError, match=r"^'cut\.pdf' is broken or cut short\."):
        read(path)


def large_file() -> bytes:
    """A Word file whose markup is longer than what is read without a guard."""
    properties = "<w:rPr><w:lang w:val='cy-GB'/></w:rPr>" * 20
    return word_file("".join(para(f"The panel met in room {k}.", properties) for k in range(6_000)))


def test_only_what_may_run_away_needs_a_worker() -> None:
    usual = word_file(para("The panel met.") * 2_000)
    assert not needs_guard("docx", Source("a.docx", usual))
    assert needs_guard("docx", Source("a.docx", large_file()))
    assert needs_guard("pdf", Source("a.pdf", b"%PDF-1.7"))
    assert not needs_guard("text", Source("a.txt", b"The panel met."))


def test_a_large_honest_word_file_is_read_in_a_worker(tmp_path: Path) -> None:
    path = tmp_path / "large.docx"
    path.write_bytes(large_file())
    assert len(read(path).blocks) == 6_000


def test_limits_grow_with_the_file() -> None:
    limits = Limits()
    assert limits.seconds_for(0) < limits.seconds_for(1 << 20) < limits.seconds_for(100 << 20)
    assert limits.bytes_for(0) < limits.bytes_for(1 << 20)
    assert limits.bytes_for(1 << 40) == limits.memory_most * (1 << 20)


def test_a_large_process_keeps_its_worker(small: Path) -> None:
    held = bytearray(400 * 1024 * 1024)  # the worker inherits this process's peak, which is none of its own
    read(small)
    assert held
    assert workers()


def test_something_else_is_done_while_a_guarded_process_reads(small: Path) -> None:
    done: list[int] = []
    document = read_sources([source_of(small)], lambda: done.append(1))
    assert document.blocks[0].text == "The panel met."
    assert done == [1]


def test_a_document_that_cannot_be_read_is_told_after_what_was_done_meanwhile(tmp_path: Path) -> None:
    for name in ("broken.pdf", "broken.docx"):
        (tmp_path / name).write_bytes(b"%PDF-1.7 broken")
        done: list[int] = []
        with pytest.raises(UnreadableError, match=name):
            read_sources([source_of(tmp_path / name)], lambda done=done: done.append(1))
        assert done == [1]
