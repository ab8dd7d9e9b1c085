"""What an engine tells of a page, before anything is made of it: runs of text, ruling lines, shades and pictures.

Coordinates are points from the top left corner of the page as it is shown, y growing downwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

RAISED_START, RAISED_END = "\ue001", "\ue002"
"""Marks about a raised figure within a line, taken out when blocks are made."""
STRUCK = "\ue003"
"""Stands for text that is struck out, taken out when blocks are made."""


class Run(NamedTuple):
    """A stretch of text drawn in one go, in one font."""

    text: str
    x0: float
    x1: float
    y: float
    """The baseline."""
    size: float
    """Font size in points, as shown."""
    bold: bool = False
    italic: bool = False
    tag: int = -1
    """The number of the structure element that it belongs to (tagged PDF), or -1."""


class Comment(NamedTuple):
    """A comment that lies on a page."""

    text: str
    author: str = ""


class Box(NamedTuple):
    """An upright rectangle."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """Points across."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Points down."""
        return self.bottom - self.top

    def holds(self, x: float, y: float, slack: float = 0.0) -> bool:
        """Whether a point lies in it."""
        return self.x0 - slack <= x <= self.x1 + slack and self.top - slack <= y <= self.bottom + slack

    def around(self, other: Box, slack: float = 1.0) -> bool:
        """Whether another box lies in it."""
        return (
            self.x0 - slack <= other.x0
            and other.x1 <= self.x1 + slack
            and self.top - slack <= other.top
            and other.bottom <= self.bottom + slack
        )


@dataclass(slots=True)
class Page:
    """One page as an engine gives it."""

    number: int
    """From 1."""
    width: float
    height: float
    runs: list[Run] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    """Ruling lines: boxes a few points thin, lying or standing."""
    shades: list[Box] = field(default_factory=list)
    """Filled areas that are not white."""
    pictures: list[Box] = field(default_factory=list)
    slanted: list[str] = field(default_factory=list)
    """Text that stands askew across the page (a watermark)."""
    hidden: list[str] = field(default_factory=list)
    """Text that is in the file but not shown on the page, where no picture stands behind it (scans have it so)."""
    roles: dict[int, str] = field(default_factory=dict)
    """What the structure tree says that each element is ('H1', 'P', 'LBody', ...)."""
    shapes: int = 0
    """Drawn shapes that are neither ruling lines nor shades (text drawn as outlines has thousands)."""
    crowded: bool = False
    """So much is drawn on it that only its words were taken."""
    comments: list[Comment] = field(default_factory=list)
    running: int = 0
    """Letters in running headers and footers."""
    struck: list[str] = field(default_factory=list)
    """Text that is struck out: a tracked deletion that was printed."""
    recognised: float = 0.0
    """Where the words were recognised on a picture: how sure that is, per cent."""
    mined: bool = False
    """Read by pdfminer.six, since pdfium could not."""
    failed: str = ""
    """Why the page could not be read, where it could not."""

    @property
    def blank(self) -> bool:
        """Whether nothing at all stands on it."""
        return not (self.runs or self.pictures or self.rules or self.shapes or self.slanted or self.hidden)
