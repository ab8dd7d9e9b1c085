"""A worker that audits many reviews holds only a few of them."""

import gc

from cpraudit.batch.work import Task, perform
from cpraudit.collector import REVIEWS
from cpraudit.config import Settings
from cpraudit.facts import Review
from cpraudit.readers import Source


def test_reviews_that_are_done_with_are_freed_though_the_collector_is_spared() -> None:
    before = gc.get_threshold()
    gc.set_threshold(1_000_000)
    try:
        for number in range(3 * REVIEWS):
            text = f"# Child Practice Review\n\nChild A, a girl aged {number}, died.\n".encode()
            perform(Task(str(number), "", (Source("r.md", text),), {"cluster": False}, Settings()))
        assert sum(isinstance(kept, Review) for kept in gc.get_objects()) <= REVIEWS
    finally:
        gc.set_threshold(*before)
