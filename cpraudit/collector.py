"""How seldom a process of the program's own looks for garbage: loading and auditing make millions of objects that stay."""

from __future__ import annotations

import atexit
import gc

THRESHOLD = 1_000_000
"""New objects between two collections (Python's own figure is 700 or 2,000). Loading and auditing make hardly any cycles, so that
collecting often costs a tenth of the time and frees nothing; a process that audits many reviews still collects now and then."""


def spare_collector() -> None:
    """Collect seldom, and not at the end: Python would look at every object once more, when the system takes them all back.

    For processes that the program starts, not for those that use it as a library.
    """
    gc.set_threshold(THRESHOLD)
    atexit.register(gc.freeze)
