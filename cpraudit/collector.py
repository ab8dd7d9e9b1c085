"""How seldom a process of the program's own looks for garbage: loading and auditing make millions of objects that stay."""

from __future__ import annotations

import atexit
import gc
import itertools

THRESHOLD = 1_000_000
"""New objects between two collections (Python's own figure is 700 or 2,000). Loading and auditing make hardly any cycles, so that
collecting often costs a tenth of the time and frees nothing."""
REVIEWS = 4
"""A worker collects after so many reviews. What was read of one is a few thousand objects that hold megabytes of text and know one
another: too few for the collector to wake of itself before they fill the memory."""
_audited = itertools.count(1)


def spare_collector() -> None:
    """Collect seldom, and not at the end: Python would look at every object once more, when the system takes them all back.

    For processes that the program starts, not for those that use it as a library.
    """
    gc.set_threshold(THRESHOLD)
    atexit.register(gc.freeze)


def review_done() -> None:
    """Free what is left of the reviews that are done with, every few of them."""
    if next(_audited) % REVIEWS == 0:
        gc.collect()
