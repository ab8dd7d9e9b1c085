"""Facts found by a second process are those that one process finds, and nothing is lost where it finds none."""

from __future__ import annotations

import os
import pickle
import sys
import threading
from pathlib import Path

import pytest

from cpraudit.auditing import audit
from cpraudit.facts import Review, beside
from cpraudit.reports.json import as_object

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks")
SAMPLE = Path(__file__).parents[2] / "samples" / "good-report.md"


@pytest.fixture
def any_length(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Fork for a short report too, and beside the threads of a test run; gives the processes that were begun."""
    begun: list[int] = []
    fork = os.fork

    def counted() -> int:
        child = fork()
        begun.extend([child] if child else [])
        return child

    monkeypatch.setattr(beside, "LONG", 0)
    monkeypatch.setattr(beside, "_may_fork", lambda: True)
    monkeypatch.setattr(os, "fork", counted)
    return begun


def test_two_processes_find_what_one_finds(any_length: list[int]) -> None:
    alone, together = as_object(audit(SAMPLE)), as_object(audit(SAMPLE, beside=True))
    assert len(any_length) == 1
    assert together == alone


def test_the_facts_that_the_second_process_found_are_there_before_a_check_asks(any_length: list[int]) -> None:
    review = audit(SAMPLE).review
    again = Review(review.document)
    beside.find_beside(again)
    assert len(any_length) == 1
    assert {name: vars(again)[name] for name in beside.THERE} == {name: getattr(review, name) for name in beside.THERE}


def test_what_the_second_process_does_not_send_is_found_here(any_length: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(pickle, "dump", broken)
    together = as_object(audit(SAMPLE, beside=True))
    monkeypatch.undo()
    assert together == as_object(audit(SAMPLE))


def test_a_short_report_needs_no_second_process(any_length: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "LONG", 100_000)
    audit(SAMPLE, beside=True)
    assert not any_length


def test_a_process_with_threads_is_not_forked() -> None:
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    try:
        assert not beside._may_fork()
    finally:
        ended.set()
        thread.join()


def test_each_is_a_fact_of_a_review_and_found_by_one_of_the_two() -> None:
    names = [*beside.HERE, *beside.THERE]
    assert len(set(names)) == len(names)
    assert all(hasattr(Review, name) for name in names)
