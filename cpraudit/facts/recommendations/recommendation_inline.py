"""Recommendations that run on in one paragraph: 'Recommendation 1: ... Recommendation 2: ...', '(a) ...; and (b) ...'."""

from __future__ import annotations

from dataclasses import dataclass

from cpraudit.patterns import compile_pattern

_WORDED = compile_pattern(
    r"(?:^|(?<=[.;:!?)] ))(?:Recommendation|Argymhelliad|Action|Rec\.?|R)\s?(\d{1,2}[a-z]?)\s*[:.)–—-]\s*"
)
_BRACKETED = compile_pattern(r"(?:^|(?<=[\s;:,.]))\(?([a-h]|i{1,3}|iv|vi{0,3}|\d{1,2})\)\s+")
_NUMBERED = compile_pattern(r"(?:^|(?<=[.;:] ))(\d{1,2})[.)]\s+(?=[A-Z])")
_SERIES = (
    tuple("abcdefgh"),
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii"),
    tuple(str(number) for number in range(1, 30)),
)
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Part:
    """One of several recommendations in a paragraph."""

    label: str
    start: int
    end: int
    """Of its words, in the paragraph."""
    named: bool
    """It is numbered as a recommendation, so that it stands apart even in running text."""


def parts(text: str, label: str = "") -> tuple[int, list[Part]]:
    """Where the first begins, its mark included, and the parts; none where a paragraph is not counted through.

    `label`: the number of the recommendation that the paragraph opens with, where that stands apart from its text.
    """
    for marks, named in ((_WORDED, True), (_NUMBERED, True), (_BRACKETED, False)):
        found = [(match.group(1), match.start(), match.end()) for match in marks.finditer(text)]
        if label and marks is _WORDED and found:
            found.insert(0, (label, 0, 0))
        labels = tuple(number for number, *_ in found)
        counted = marks is _WORDED or any(labels == series[: len(labels)] for series in _SERIES)
        if len(found) >= _FEWEST and counted:
            ends = [*(start for _, start, _ in found[1:]), len(text)]
            return found[0][1], [
                _part(text, number, start, end, named) for (number, _, start), end in zip(found, ends, strict=True)
            ]
    return 0, []


def _part(text: str, label: str, start: int, end: int, named: bool) -> Part:
    """A part without the 'and' that leads to the next."""
    words = text[start:end].rstrip()
    for tail in (" and", " and,", "; and", ", and"):
        words = words.removesuffix(tail)
    return Part(label, start, start + len(words.rstrip(" ;,")), named)
