"""How a page names reviews: by their numbers, each of which leads to its row in the list of reviews.

A dashboard is one page as long as that stays small enough to send and to open. Of a larger batch the list of reviews and the
map of reviews by checks stand on pages of their own, and a figure names the first of the reviews behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

T = TypeVar("T")

ON_ONE_PAGE = 500
"""Reviews up to which the dashboard is one page."""
LARGEST = 2_000_000
"""Bytes that no page of the dashboard is to exceed."""
A_PAGE = 250
"""Reviews of each page of a larger batch."""
FIRST = 30
"""Reviews that a figure of a larger batch names."""
DASHBOARD = "index.html"
PARTS = "reviews-*.html"
"""The names of the pages of a larger batch, as a pattern."""


@dataclass(frozen=True, slots=True)
class Naming:
    """How the reviews of one batch are named."""

    reviews: int
    """How many there are, numbered from 1."""
    whole: bool
    """All stand on the dashboard itself."""

    @classmethod
    def of(cls, reviews: int) -> Naming:
        """By their number alone."""
        return cls(reviews, whole=reviews <= ON_ONE_PAGE)

    @property
    def pages(self) -> Iterator[tuple[str, int, int]]:
        """The pages of the list, none where it stands on the dashboard: name, first and last number."""
        for first in () if self.whole else range(1, self.reviews + 1, A_PAGE):
            yield self.page(first), first, min(first + A_PAGE - 1, self.reviews)

    def page(self, number: int) -> str:
        """The page that a review stands on."""
        return DASHBOARD if self.whole else PARTS.replace("*", str((number - 1) // A_PAGE + 1))

    def row(self, number: int, *, on: str = "") -> str:
        """Address of a review's row, from the page `on`."""
        page = self.page(number)
        return f"#r{number}" if page == on else f"{page}#r{number}"

    def shown(self, things: Sequence[T]) -> Sequence[T]:
        """Those of a figure that the dashboard names."""
        return things if self.whole else things[:FIRST]

    def more(self, things: Sequence[object]) -> str:
        """How many the dashboard does not name, as the end of a list."""
        left = len(things) - len(self.shown(things))
        return f" and {left:,} more" if left else ""

    def refs(self, numbers: Sequence[int], *, on: str = DASHBOARD) -> Markup:
        """Links to reviews, as short as can be: a page has thousands."""
        links = ", ".join(f"<a href={self.row(int(number), on=on)}>{int(number)}</a>" for number in self.shown(numbers))
        return Markup(links + self.more(numbers))  # noqa: S704  digits only
