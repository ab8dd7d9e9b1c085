"""What a batch is made of: the files of each review, before any of them is opened."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ReviewSet:
    """The files of one review: a report with its annexes."""

    name: str
    """Path of the report from the folder that was named, with forward slashes: how the batch calls it everywhere."""
    report: Path
    annexes: tuple[Path, ...] = ()
    roles: tuple[tuple[Path, str], ...] = ()
    """What an annex is, where a review file tells it."""
    board: str | None = None
    """The board, where a manifest tells it."""
    type: str | None = None
    """'concise', 'extended' or 'historical', likewise."""
    notes: tuple[str, ...] = ()
    """How its files were put together, where that was not plain: one sentence each."""

    @property
    def files(self) -> tuple[Path, ...]:
        """The report, then its annexes."""
        return (self.report, *self.annexes)


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that the inputs hold."""

    reviews: tuple[ReviewSet, ...]
    """In order of their names."""
    notes: tuple[str, ...] = ()
    """What was left alone, and what looks wrong in how files are named: one sentence each."""
