"""A list of phrases searched as one pattern, of which only those that have a word in the text are run."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from functools import cached_property

from cpraudit.patterns.pattern import Pattern
from cpraudit.patterns.words import keys_of


class Phrases(Pattern):
    """Finds what `before(?:phrase|phrase|...)after` finds: the leftmost match and, of two there, the first in the list.

    `\\1` in a phrase counts the groups of that phrase alone, and a match knows the named groups of its own phrase alone.
    """

    def __init__(
        self, phrases: Sequence[str], flags: int = 0, *, before: str = "", after: str = "", kept: bool = False
    ) -> None:
        """Take the phrases, each a regular expression; `before` and `after` stand around each of them."""
        super().__init__(f"{before}(?:{'|'.join(phrases)}){after}", flags, kept=kept)
        self._single = [Pattern(f"{before}{_closed(phrase)}{after}", flags, kept=kept) for phrase in phrases]

    @cached_property
    def _by_key(self) -> dict[str, list[int]]:
        """For each key, the numbers of the phrases that need it before all else (or another instead of it)."""
        found: dict[str, list[int]] = {}
        for number, phrase in enumerate(self._single):
            for key in phrase.needs[0] if phrase.needs else ():
                found.setdefault(key, []).append(number)
        return found

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(self._by_key)

    @cached_property
    def _always(self) -> list[int]:
        """Phrases that may match in any text."""
        return [number for number, phrase in enumerate(self._single) if not phrase.needs]

    @cached_property
    def _usual(self) -> list[re.Pattern[str]]:
        """The candidates in a text that has no word of the others: most texts."""
        return [self._single[number].compiled for number in self._always]

    def _candidates(self, text: str) -> list[re.Pattern[str]]:
        """The phrases that may match in a text, in the order of the list."""
        keys = keys_of(text)
        if self._keys.isdisjoint(keys):
            return self._usual
        single = self._single
        numbers = {number for key in self._keys & keys for number in self._by_key[key] if single[number].may_match_among(keys)}
        if not numbers:
            return self._usual
        return [single[number].compiled for number in sorted(numbers.union(self._always))]

    def may_match(self, text: str) -> bool:
        """Whether the text has a word that a phrase needs."""
        return bool(self._always) or not self._keys.isdisjoint(keys_of(text))

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """The first match."""
        best: re.Match[str] | None = None
        if not self._always and self._keys.isdisjoint(keys_of(text)):
            return None
        for phrase in self._candidates(text):
            found = phrase.search(text, pos, endpos)
            if found and (best is None or found.start() < best.start()):
                best = found
        return best

    def match(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """A match at the start."""
        return next(filter(None, (phrase.match(text, pos, endpos) for phrase in self._candidates(text))), None)

    def fullmatch(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """A match of the whole text."""
        return next(filter(None, (phrase.fullmatch(text, pos, endpos) for phrase in self._candidates(text))), None)

    def finditer(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Every match, from left to right, none within another."""
        candidates = self._candidates(text)
        if not candidates:
            return iter(())
        if len(candidates) == 1:
            return candidates[0].finditer(text, pos, endpos)
        return _merged(candidates, text, pos, endpos)


def _closed(phrase: str) -> str:
    return f"(?:{phrase})" if "|" in phrase else phrase


def _merged(patterns: list[re.Pattern[str]], text: str, pos: int, endpos: int) -> Iterator[re.Match[str]]:
    """The matches of several patterns as those of one pattern with alternatives; none of them matches nothing."""
    found = [(pattern, match) for pattern in patterns if (match := pattern.search(text, pos, endpos))]
    while found:
        _, first = min(found, key=lambda pair: pair[1].start())
        yield first
        found = [
            (pattern, later)
            for pattern, match in found
            if (later := match if match.start() >= first.end() else pattern.search(text, first.end(), endpos))
        ]
