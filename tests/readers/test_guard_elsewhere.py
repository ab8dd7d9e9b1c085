"""The guard where the system has no limits for a process, no sessions and no signals to groups: as on Windows."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest
from pdf_writer import Sheet, pdf

from cpraudit.readers import guard, read, worker
from cpraudit.readers.opening import Source


@pytest.fixture
def as_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    guard.end_all()
    worker.make_ready(Source("any.pdf", b""))  # libraries look at the platform when they are loaded
    for module in (guard, worker):
        assert module.sys is sys
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "resource", None)  # an import of it fails
    for home, name in ((os, "killpg"), (os, "sysconf"), (signal, "setitimer"), (signal, "SIGPROF")):
        monkeypatch.delattr(home, name, raising=False)


def small() -> bytes:
    return pdf(Sheet().text(72, 72, "The panel met."))


@pytest.mark.usefixtures("as_on_windows")
def test_a_worker_reads_without_limits_of_the_system() -> None:
    told: list[bool] = []
    answer = worker._answer(Source("small.pdf", small()), lambda: told.append(True))
    assert told, "from then on its time counts"
    assert answer.document is not None
    assert answer.document.blocks[0].text == "The panel met."
    assert not answer.tired


@pytest.mark.usefixtures("as_on_windows")
def test_a_guarded_reading_starts_and_ends_its_worker(tmp_path: Path) -> None:
    path = tmp_path / "small.pdf"
    path.write_bytes(small())
    assert read(path).blocks[0].text == "The panel met."
    (waiting,) = guard._idle
    guard.end_all()
    assert not waiting.usable


@pytest.mark.usefixtures("as_on_windows")
def test_the_clock_alone_ends_a_reading_there() -> None:
    source = Source("small.pdf", small())
    assert guard._wall(source) == source.seconds
