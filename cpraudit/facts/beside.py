"""Facts found by a second process, while this one finds others: a long report is audited in two thirds of the time.

A fact rests on the document and on few other facts, so that those of the family can be found apart from those of dates, people and
agencies. The second process is a fork of this one, which has the document and its sentences; it sends back what it found, and a
fact that it did not find, for whatever reason, is found here as ever. Only Linux forks a process that has loaded as much as this.
"""

from __future__ import annotations

import os
import pickle
import sys
import threading
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from cpraudit.patterns import store

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

THERE = ("family", "household", "daily_life", "needs", "research", "men", "feedback", "whole_family")
"""What the second process finds: the family, and what rests on it."""
HERE = (
    "agencies", "dates", "people", "identifiers", "reasoning", "core_tasks", "answers", "acronyms", "panel", "expected", "learning_event",
    "follow_up", "accounts", "legal_basis", "narrative", "proceedings", "tracing", "process", "judgements", "scrutiny",
)  # fmt: skip
"""What this process finds meanwhile; the rest, which takes no time, is found when a check asks for it."""
LONG = 8_000
"""Words of a report (some twenty pages) from which a second process saves more time than it takes to begin."""


def find_beside(review: Review) -> None:
    """Find the facts that take time, in two processes where that is quicker and this process may be forked."""
    if review.document.words < LONG or not _may_fork():
        return
    _find(review, ("outline", "prose", "identity", "children"))  # what both need
    receiving, sending = os.pipe()
    try:
        child = os.fork()
    except OSError:  # no more processes may be had
        os.close(receiving)
        os.close(sending)
        return
    if child == 0:
        os.close(receiving)
        _find_and_send(review, sending)
    os.close(sending)
    _find(review, HERE)
    with os.fdopen(receiving, "rb") as received:
        data = received.read()
    os.waitpid(child, 0)
    with suppress(pickle.UnpicklingError, EOFError):
        review.__dict__.update(pickle.loads(data))  # noqa: S301  from a process of our own


def _may_fork() -> bool:
    """Whether there is a second processor, and no thread that a fork would leave behind."""
    return sys.platform == "linux" and threading.active_count() == 1 and len(os.sched_getaffinity(0)) > 1


def _find(review: Review, names: Iterable[str]) -> dict[str, object]:
    """The facts of these names, without those that break: they will break again in the check that asks for them, and be told there."""
    found = {}
    for name in names:
        with suppress(Exception):
            found[name] = getattr(review, name)
    return found


def _find_and_send(review: Review, sending: int) -> None:
    """In the second process: find, send, keep the patterns that were compiled, and leave all other clearing up to the first one."""
    try:
        found = _find(review, THERE)
        with os.fdopen(sending, "wb") as sent:
            pickle.dump(found, sent, pickle.HIGHEST_PROTOCOL)
        store.usual().save()
    finally:
        os._exit(0)
