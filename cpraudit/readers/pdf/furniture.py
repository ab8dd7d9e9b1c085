"""Running headers, footers and page numbers: what repeats at the edge of pages."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from cpraudit.readers.pdf.lines import Line, Segment, lines_of

_EDGE = 0.14
"""Share of the page's height, at the top and at the bottom, in which furniture may stand."""
_MOST_LINES = 4
"""Lines of furniture at one edge."""
_SAME_HEIGHT = 4.0
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _Sighting:
    page: int
    line: Line
    away: float
    """Points from the edge of the page, whatever its height."""
    numbers: tuple[int, ...]


@dataclass(slots=True)
class EdgeText:
    """What was found at the edges: the text once each, and the segments to take out of prose, by page."""

    headers: list[str]
    footers: list[str]
    segments: dict[int, set[int]]
    """Page number to the ids of its segments that are furniture."""


def find_furniture(pages: list[tuple[int, float, list[Segment]]], body: float) -> EdgeText:
    """Find furniture in pages given as (number, height, segments that may be furniture).

    A line is furniture where the same words stand at the same height of several pages, its figures being the same too
    or counting the pages. One that differs otherwise ('Appendix 1', 'Appendix 2') is a heading that begins pages.
    """
    sightings: dict[tuple[str, str], list[_Sighting]] = defaultdict(list)
    for number, height, segments in pages:
        for where, lines in _edges(height, segments):
            for line in lines:
                numbers = tuple(int(found) for found in _NUMBER.findall(line.text) if len(found) < 6)
                away = line.y if where == "header" else height - line.y
                sightings[where, _NUMBER.sub("#", line.text)].append(_Sighting(number, line, away, numbers))
    found = EdgeText([], [], defaultdict(set))
    for (where, _), seen in sightings.items():
        agreed = _agreed(seen, len(pages), body)
        if not agreed:
            continue
        (found.headers if where == "header" else found.footers).append(agreed[0].line.text)
        for sighting in agreed:
            found.segments[sighting.page].update(id(segment) for segment in sighting.line.segments)
    return found


def _edges(height: float, segments: list[Segment]) -> list[tuple[str, list[Line]]]:
    top = lines_of(segment for segment in segments if segment.y < _EDGE * height)
    bottom = lines_of(segment for segment in segments if segment.y > (1 - _EDGE) * height)
    return [("header", top[:_MOST_LINES]), ("footer", bottom[-_MOST_LINES:])]


def _agreed(seen: list[_Sighting], pages: int, body: float) -> list[_Sighting]:
    """The sightings that agree in height and in how their figures run; none where they are too few."""
    best: list[_Sighting] = []
    for first in seen[:6]:
        same = [s for s in seen if abs(s.away - first.away) <= _SAME_HEIGHT and _counts(first, s, body)]
        if len(same) > len(best):
            best = same
    needed = 2 if pages <= 6 or (best and best[0].numbers and best[0].numbers != best[-1].numbers) else 3
    return best if len({s.page for s in best}) >= needed else []


def _counts(one: _Sighting, other: _Sighting, body: float) -> bool:
    """Whether the figures of two lines are the same, or go up as the pages do (as those of headings may by chance)."""
    step = other.page - one.page
    heading = other.line.size > 1.08 * body or (other.line.bold and any(c.isalpha() for c in other.line.text))
    return len(one.numbers) == len(other.numbers) and all(
        b - a in ({0} if heading else {0, step}) for a, b in zip(one.numbers, other.numbers, strict=True)
    )
