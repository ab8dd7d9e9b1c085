"""A regular expression that is compiled when it is first needed, and run only where its words are."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from functools import cached_property

from cpraudit.patterns import store
from cpraudit.patterns.store import Needs
from cpraudit.patterns.words import keys_of


class Pattern:
    """Stands for a `re.Pattern[str]`: the same methods with the same answers."""

    def __init__(self, pattern: str, flags: int = 0, *, kept: bool = False) -> None:
        """Take the expression; an error in it shows at the first use (a test compiles every one of them).

        `kept`: it is the program's own, so that its compiled form may be kept on the disk.
        """
        self.pattern = pattern
        self.flags = int(flags)
        self.kept = kept

    def __repr__(self) -> str:
        return f"Pattern({self.pattern!r}, {self.flags})"

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The compiled expression."""
        return store.usual().compiled(self.pattern, self.flags) if self.kept else re.compile(self.pattern, self.flags)

    @cached_property
    def needs(self) -> Needs:
        """Sets of keys, of each of which a text must hold one; empty where nothing is known."""
        verbose = bool(self.flags & re.VERBOSE)
        if self.kept:
            return store.usual().needs(self.pattern, verbose=verbose)
        from cpraudit.patterns.needs import needs_of

        return needs_of(self.pattern, verbose=verbose)

    def may_match(self, text: str) -> bool:
        """Whether the text has the words that a match needs."""
        return not self.needs or self.may_match_among(keys_of(text))

    def may_match_among(self, keys: frozenset[str]) -> bool:
        """Whether a text with these keys has the words that a match needs."""
        for need in self.needs:  # noqa: SIM110  the quickest way, and the most frequent question of an audit
            if need.isdisjoint(keys):
                return False
        return True

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """The first match."""
        if needs := self.needs:  # `may_match`, without the calls: half of the questions of an audit are this one
            keys = keys_of(text)
            for need in needs:
                if need.isdisjoint(keys):
                    return None
        return self.compiled.search(text, pos, endpos)

    def match(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """A match at the start. Not worth a look at the words: it fails at once where they are others."""
        return self.compiled.match(text, pos, endpos)

    def fullmatch(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """A match of the whole text."""
        return self.compiled.fullmatch(text, pos, endpos)

    def finditer(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Every match, from left to right, none within another."""
        return self.compiled.finditer(text, pos, endpos) if self.may_match(text) else iter(())

    def findall(self, text: str) -> list[str]:
        """The text of every match, or of its group where the expression has just one."""
        return self.compiled.findall(text) if self.may_match(text) else []

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """The text with its matches replaced."""
        return self.compiled.sub(new, text, count) if self.may_match(text) else text

    def split(self, text: str, maxsplit: int = 0) -> list[str]:
        """The parts of the text between matches."""
        return self.compiled.split(text, maxsplit) if self.may_match(text) else [text]


def compile_pattern(pattern: str, flags: int = 0) -> Pattern:
    """A pattern of an expression of the program's own; `re.compile`'s place."""
    return Pattern(pattern, flags, kept=True)


def passing_pattern(pattern: str, flags: int = 0) -> Pattern:
    """A pattern of an expression that is made for one document or one board, of their own words: nothing of it is kept."""
    return Pattern(pattern, flags)
