"""Lines of one column or cell to paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from cpraudit.document.labels import split_label
from cpraudit.readers.pdf.lines import Line
from cpraudit.readers.pdf.measure import Spacing, fits

LEADERS = re.compile(r"\s*(?:\.\s?){5,}\s*(?=[ivxlc\d]{1,4}$)")
"""The dots between a title and its page number in a table of contents."""
_TERMINAL = re.compile(r"[.?!:;][”’\"')\]]*$")
_LOWER = re.compile(r"[\"“‘'(]?[a-zŵŷâêîôûáéíóúàèìòùäëïöü]")
_DIVIDED = re.compile(r"[^\W\d_]-$")
_MARK = re.compile(r"^(?:[•●▪■◦○‣⁃·∙➢➤►▶❖✓✔o–—-])$")
_BLANK = re.compile(r"(?:\.{5,}|_{4,}|…{2,})\.?$")
"""A line of a form, left to be filled in: it ends its paragraph."""
_FIELD = re.compile(r"^[A-Z(][\w’'()/ -]{0,40}:(?:\s|$)|.*(?:\.{6,}|_{4,}|…{2,})")


@dataclass(slots=True)
class Paragraph:
    """A paragraph as it stands on a page."""

    lines: list[Line]
    page: int
    label: str = ""
    text_x: float = 0.0
    """Where the text after the label begins."""
    right: float = 0.0
    """The right edge that its lines are broken at."""
    centred: bool = False
    shaded: bool = False
    boxed: bool = False
    note: bool = False
    role: str = ""
    """What the structure tree of a tagged PDF says it is ('H1', 'P', 'LBody')."""
    level: int | None = None
    """Heading level from 1, for headings."""
    pictures: int = 0
    carried: list[Paragraph] = field(default_factory=list)
    """What continues it on the pages after."""

    @property
    def top(self) -> float:
        """Where it begins, going down."""
        return self.lines[0].top if self.lines else 0.0

    @property
    def size(self) -> float:
        """The font size of most of its letters."""
        return max(self.lines, key=lambda line: len(line.text)).size if self.lines else 0.0

    @property
    def bold(self) -> bool:
        """Whether every letter is bold."""
        return all(line.bold for line in self.every_line) and bool(self.lines)

    @property
    def every_line(self) -> list[Line]:
        """Its lines on all pages."""
        return [*self.lines, *(line for more in self.carried for line in more.lines)]


def paragraphs_of(lines: list[Line], page: int, left: float, right: float, spacing: Spacing) -> list[Paragraph]:
    """Join the lines of a column or cell into paragraphs.

    A break is meant where the gap is wider than the leading, where a label begins, where the look changes, where a line
    ends though the next word had room, and at a first-line indent.
    """
    found: list[Paragraph] = []
    for stretch in _stretches(lines, spacing):
        edge = _edge(stretch, right)
        found += _part(stretch, page, left, edge)
    return found


def _stretches(lines: list[Line], spacing: Spacing) -> list[list[Line]]:
    """Lines parted at the gaps that are surely between paragraphs."""
    parts: list[list[Line]] = []
    for line in lines:
        if parts:
            before = parts[-1][-1]
            leading = max(spacing.of(before.size), spacing.of(line.size) if line.size <= before.size * 1.3 else 0)
            if 0.5 * line.size < line.y - before.y <= 1.17 * leading + 0.6:
                parts[-1].append(line)
                continue
        parts.append([line])
    return parts


def _edge(lines: list[Line], right: float) -> float:
    """The right edge of a stretch: the column's, or a nearer one where the lines all break there (a quotation)."""
    reach = max(line.x1 for line in lines)
    if len(lines) >= 3 and reach < right - 14:
        meant = sum(fits(after, line, reach) for line, after in pairwise(lines))
        flowing = sum(bool(_LOWER.match(line.text)) for line in lines[1:])
        if meant <= (len(lines) - 1) * 0.2 and flowing >= (len(lines) - 1) * 0.5:
            return reach
    return right


def _part(lines: list[Line], page: int, left: float, right: float) -> list[Paragraph]:
    found: list[Paragraph] = []
    for line in lines:
        label, text_x = label_of(line)
        centred = _centred(line, left, right)
        if found and not _begins(found[-1], line, label, left, right):
            found[-1].lines.append(line)
            found[-1].centred = found[-1].centred and centred
        else:
            found.append(Paragraph([line], page, label, text_x, right, centred))
    return found


def _centred(line: Line, left: float, right: float) -> bool:
    return line.x0 > left + 12 and abs((line.x0 + line.x1) / 2 - (left + right) / 2) < 4


def _begins(open_one: Paragraph, line: Line, label: str, left: float, right: float) -> bool:
    """Whether a line begins a new paragraph rather than going on with the open one."""
    before = open_one.lines[-1]
    if before.tag == line.tag > 0:
        return False
    if _DIVIDED.search(before.text) and _LOWER.match(line.text) and not label:
        return False
    if LEADERS.search(before.text) or _BLANK.search(before.text):
        return True
    meant = fits(line, before, right)
    if _sized_anew(before, line, meant) or (label and _labelled_anew(open_one, line, label, meant)):
        return True
    if meant and (not _LOWER.match(line.text) or (before.bold and not line.starts_bold)):
        return True
    if meant and not _goes_on(open_one, line, right):
        return True
    if not before.bold and _heads(line, right) and _TERMINAL.search(before.text):
        return True
    if before.tag >= 0 <= line.tag != before.tag and not _LOWER.match(line.text):
        return True
    if open_one.centred or _centred(line, left, right):
        return False
    return _indented(open_one, line)


def _heads(line: Line, right: float) -> bool:
    """Whether a line looks like a heading of the same size as the prose: bold, short, and no sentence."""
    short = line.x1 - line.x0 < 0.7 * (right - line.x0)
    return line.bold and short and not _LOWER.match(line.text) and line.text[-1].isalnum()


def _sized_anew(before: Line, line: Line, meant: bool) -> bool:
    """Whether a line is of another size; a little is enough where the line before was short, or where it was bold and larger.

    A heading may fill its line, so that nothing else parts it from the prose, or the lower heading, below it.
    """
    change = abs(line.size - before.size)
    under_heading = before.bold and line.size < before.size and not _LOWER.match(line.text)
    return change > 0.06 * before.size and (meant or under_heading or change > 0.2 * before.size)


def _labelled_anew(open_one: Paragraph, line: Line, label: str, meant: bool) -> bool:
    """Whether a label truly begins a paragraph: '2019.' at the head of a line need not."""
    aligned = abs(line.x0 - open_one.lines[0].x0) < 2.0
    if meant or _MARK.match(label) or (aligned and line.x0 < open_one.text_x - 2.0):
        return True
    return bool(open_one.label) and aligned and bool(_TERMINAL.search(open_one.lines[-1].text))


def _goes_on(open_one: Paragraph, line: Line, right: float) -> bool:
    """Whether a lower-case line goes on with a paragraph though there was room (a narrower quotation)."""
    before = open_one.lines[-1]
    room = right - before.x1
    return (
        not _TERMINAL.search(before.text)
        and before.bold == line.bold
        and abs(line.size - before.size) < 0.3
        and room < 0.3 * (right - open_one.lines[0].x0)
    )


def _indented(open_one: Paragraph, line: Line) -> bool:
    """Whether a line stands further in or out than the paragraph it would go on with."""
    if open_one.label:
        return line.x0 < open_one.lines[0].x0 - 3.0 or line.x0 > open_one.text_x + 6.0
    if len(open_one.lines) == 1:
        return line.x0 > open_one.lines[0].x0 + 60.0
    body = open_one.lines[1].x0
    return abs(line.x0 - body) > 3.0


def label_of(line: Line) -> tuple[str, float]:
    """The list label that a line begins with, and where the text after it begins."""
    first = line.segments[0]
    if len(line.segments) > 1 and len(first.text) <= 16:
        if _MARK.match(first.text):
            return first.text, line.segments[1].x0
        label, _ = split_label(line.text)
        if label and len(label) <= len(first.text) + 1:
            return label, line.segments[1].x0
    label, rest = split_label(line.text)
    if not label:
        return "", line.x0
    letter = (line.x1 - line.x0) / max(len(line.text), 1)
    return label, line.x0 + letter * (len(line.text) - len(rest))


def continues(before: Paragraph, after: Paragraph) -> bool:
    """Whether a paragraph at the head of a page or column goes on with the one at the foot of the page before."""
    last, first = before.every_line[-1], after.lines[0]
    if after.label or abs(last.size - first.size) > 0.5 or before.note != after.note:
        return False
    if last.bold != first.bold and (last.bold or not _LOWER.match(first.text)):
        return False
    ended = _TERMINAL.search(last.text)
    roomy = fits(first, last, before.right)
    if _LOWER.match(first.text):
        return not ended or (ended.group()[0] in ";:" and not roomy)
    if roomy or first.bold or _BLANK.search(last.text) or (len(first.text) < 50 and _FIELD.match(first.text)):
        return False
    if before.label:
        return abs(first.x0 - before.text_x) < 3.0 < abs(first.x0 - before.lines[0].x0)
    return not ended or (len(before.every_line) > 1 and len(after.lines) > 1 and abs(first.x0 - last.x0) < 3.0)
