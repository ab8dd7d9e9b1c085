"""Quoted words: where they stand, and text with them blanked out."""

from __future__ import annotations

from cpraudit.patterns import compile_pattern

_QUOTED = compile_pattern(
    r"“[^”]*(?:”|$)|\"[^\"]{2,}\"|(?<!\w)‘(?=[^’]{1,400}[.,!?]’|[^’]{10,}’(?!\w))(?:[^’]|’(?=\w))*’(?!\w)|"
    r"(?<![\w'])'(?=[^']{1,400}[.,!?]'|[^']{10,}'(?!\w))(?:[^']|'(?=\w))*'(?!\w)"
)
"""In single marks (curly, or straight as on a typewriter) only what is no mere term: with a stop before its end, or long."""


def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each quotation, marks included; one left open runs to the end of the text."""
    return tuple(match.span() for match in _QUOTED.finditer(text))


def masked(text: str) -> str:
    """The text with what is quoted replaced by dots of the same length, so that offsets hold."""
    return _QUOTED.sub(lambda match: "·" * len(match.group()), text)
