"""Numbers in words and figures, and lengths of time. The one place that knows 'twenty-two' and 'a fortnight'."""

from __future__ import annotations


def parse(text: str) -> int | None:
    """The number that a word or figure means ('seven', 'twenty-two', '14'), or None."""
    raise NotImplementedError


NUMBER: str = r""
"""A regular expression (no groups) that matches a number in words or figures, case-insensitively."""
