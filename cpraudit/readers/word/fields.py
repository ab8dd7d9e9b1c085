"""Which fields are open, and whether what is read is the instruction of one, which does not show."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

_DEEPEST = 12
"""Fields within one another that are told apart; nobody makes deeper ones by hand."""


class Fields:
    """The fields that are open at a place of a part."""

    def __init__(self) -> None:
        self._open: list[bool] = []
        """For each open field whether its instruction is still being read."""

    @property
    def instructing(self) -> bool:
        """Whether an instruction is being read."""
        return any(self._open)

    def follow(self, mark: str | None) -> None:
        """Follow a field by its mark: 'begin', 'separate' (its result comes) or 'end'."""
        if mark == "begin":
            self._open = [*self._open[-_DEEPEST:], True]
        elif mark == "separate" and self._open:
            self._open[-1] = False
        elif mark == "end" and self._open:
            self._open.pop()

    def end_paragraph(self) -> None:
        """An instruction ends with its paragraph, even in a broken file."""
        if self.instructing:
            self._open = [False] * len(self._open)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """What a drawing holds is no part of the fields that it stands in."""
        opened, self._open = self._open, []
        yield
        self._open = opened
