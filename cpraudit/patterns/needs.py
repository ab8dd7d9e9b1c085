"""Which words a text must hold for a pattern to match in it, read from the pattern itself.

Code search engines index text this way (Russ Cox, 'Regular Expression Matching with a Trigram Index', 2012). The answer may ask
for less than the pattern does, never for more: what this module does not understand asks for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from cpraudit.patterns.store import Needs
from cpraudit.patterns.words import DIGIT, key_of_start, key_of_whole

_PARTS = r"""
    \\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|N\{[^}]*\}|[0-9]{1,3}|.)  # an escape
    | \[\^?\]?(?:\\.|[^\]\\])*\]                                                   # a set of characters
    | \(\?P<\w+> | \(\?<?[=!] | \(\?[aiLmsux-]*: | \(\?> | \(\?[^)]*\) | \( | \) | \|
    | [*+?][?+]? | \{(?:\d+(?:,\d*)?|,\d+)\}[?+]?                                  # how often
    | [A-Za-z0-9]+(?![?*+{])                                                       # letters, each once
    | .                                                                            # a character
"""
_PLAIN = re.compile(_PARTS, re.VERBOSE | re.DOTALL)
_SPACED = re.compile(rf"\s+|\#[^\n]*|({_PARTS})", re.VERBOSE | re.DOTALL)
"""For patterns written with white space and comments between their parts."""
_FIGURES = re.compile(r"\[(?:\\d|[0-9](?:-[0-9])?)+\]")
_NO_WORD_BEFORE = {r"\w", r"[\w-]", r"[^\W_]", r"[\w'’-]"}
_LOOKS = {"(?=", "(?!", "(?<=", "(?<!"}
_COMMON = frozenset({
    "a", "about", "after", "all", "also", "and", "any", "as", "at", "be", "been", "before", "but", "by", "can",
    "could", "did", "do", "for", "from", "had", "has", "have", "he", "her", "his", "how", "if", "in", "into", "is",
    "it", "its", "no", "not", "of", "on", "or", "our", "she", "should", "so", "that", "the", "their", "them",
    "there", "they", "this", "to", "was", "we", "were", "what", "when", "which", "who", "will", "with", "would",
})  # fmt: skip
_WEIGHTS = {1: 0.08, 2: 0.3, 3: 0.15, 4: 0.08}
"""About how likely a sentence is to hold a word that begins so, or a mark; longer keys 0.03."""
_MARKS = {".": 0.9, ",": 0.6, "-": 0.3, "'": 0.3, "’": 0.3}
_TOO_LIKELY = 2.5
"""A text nearly always holds one of keys that weigh this much together: looking for them would be wasted."""
_TOO_LIKELY_BESIDES = 1.0
"""The same where the pattern needs something else as well, which is looked for first."""
_MOST = 3
"""Things needed that are looked for at the most."""


_WORDS_ALONE = re.compile(r"\(\?<!\\w\)([A-Za-z0-9]+(?:\\s\+[A-Za-z0-9]+)*)\(\?!\\w\)")
"""Words and white space between word ends: half of all phrases, told without a closer look."""


def needs_of(pattern: str, *, verbose: bool = False) -> Needs:
    """What every match of the pattern has, the least likely first: of each set of keys, one. Empty where that is not known."""
    if alone := _WORDS_ALONE.fullmatch(pattern):
        return _worth_looking_for(frozenset({key_of_whole(word)}) for word in alone[1].lower().split(r"\s+"))
    parts = [part for part in _SPACED.findall(pattern) if part] if verbose else _PLAIN.findall(pattern)
    reader = _Reader(parts)
    needs, _ = reader.alternatives(at_start=False)
    complete = reader.here == len(parts) and not reader.lost
    return _worth_looking_for(needs) if complete else ()


def _worth_looking_for(needs: Iterable[frozenset[str]]) -> Needs:
    first, *others = sorted({*needs}, key=lambda keys: (_weight(keys), sorted(keys))) or [frozenset[str]()]
    if not first or _weight(first) > _TOO_LIKELY:
        return ()
    return (first, *(keys for keys in others[: _MOST - 1] if _weight(keys) <= _TOO_LIKELY_BESIDES))


@dataclass(slots=True)
class _Sequence:
    """What has been read of one alternative."""

    at_start: bool
    """The next letter would begin a word."""
    run: str = ""
    """Letters that stand at the start of a word, as far as they are certain."""
    needs: Needs = ()

    def close(self, *, whole: bool = False) -> None:
        """End the run; `whole` where the word is known to end with it."""
        if self.run:
            key = key_of_whole(self.run) if whole else key_of_start(self.run)
            if key:
                self.want((frozenset({key}),))
            self.run, self.at_start = "", False

    def want(self, needs: Needs) -> None:
        """Each part of a sequence must match, so that what any part needs is needed."""
        self.needs += needs

    def letters(self, letters: str, least: int, most_one: bool) -> None:
        """Letters, of which the last is repeated as often as is said."""
        if self.run or self.at_start:
            self.run += letters if least else letters[:-1]
        if not (least and most_one):
            self.close()
        self.at_start = False

    def gap(self, least: int) -> None:
        """A character that is no part of a word."""
        self.close(whole=bool(least))
        self.at_start = self.at_start or bool(least)

    def other(self) -> None:
        """Characters of which nothing is known."""
        self.close()
        self.at_start = False


class _Reader:
    """Goes through the parts of a pattern once."""

    def __init__(self, parts: list[str]) -> None:
        self.parts = [*parts, ""]
        self.here = 0
        self.lost = False

    def alternatives(self, *, at_start: bool) -> tuple[Needs, bool]:
        """Read up to the end of a group: its needs, and whether a word may begin right after it."""
        needs, after = self._sequence(at_start)
        while self.parts[self.here] == "|":
            self.here += 1
            more, ends = self._sequence(at_start)
            needs = _of_either(needs, more)
            after = after and ends
        return needs, after

    def _sequence(self, at_start: bool) -> tuple[Needs, bool]:
        read = _Sequence(at_start)
        while (part := self.parts[self.here]) not in ("", "|", ")"):
            self.here += 1
            if part.startswith("("):
                self._group(part, read)
            elif part in (r"\b", "^", "$", r"\A", r"\Z"):
                read.close(whole=True)
                read.at_start = True
            else:
                least, most_one = self._times()
                if least and (keys := _marks(part)):
                    read.want((keys,))
                if letters := _letters(part):
                    read.letters(letters, least, most_one)
                elif _is_gap(part):
                    read.gap(least)
                else:
                    read.other()
        read.close()
        return read.needs, read.at_start

    def _group(self, part: str, read: _Sequence) -> None:
        if part in _LOOKS:
            first = self.here
            self.alternatives(at_start=False)
            looked_for = "".join(self.parts[first : self.here])
            self._end_group()
            if part == "(?!" and looked_for == r"\w":
                read.close(whole=True)
            elif part == "(?<!" and looked_for in _NO_WORD_BEFORE and not read.run:
                read.at_start = True
        elif part == "(?i)":
            pass  # keys know no case
        elif part.endswith(")") or part.startswith("(?("):
            self.lost = True  # other flags for the whole pattern, a comment, a group named again, a condition
        else:
            read.close()
            needs, after = self.alternatives(at_start=read.at_start)
            self._end_group()
            least, _ = self._times()
            if least:
                read.want(needs)
            read.at_start = after and (bool(least) or read.at_start)

    def _end_group(self) -> None:
        if self.parts[self.here] == ")":
            self.here += 1
        else:
            self.lost = True

    def _times(self) -> tuple[int, bool]:
        """How often the part before may be repeated at least, and whether once is the most."""
        part = self.parts[self.here]
        if not part or (part[0] not in "*+?" and not (part[0] == "{" and len(part) > 1)):
            return 1, True
        self.here += 1
        if part[0] == "{":
            return int(re.match(r"\{(\d*)", part)[1] or 0), False  # type: ignore[index]  # the part's own form
        return int(part[0] == "+"), part[0] == "?"


def _of_either(one: Needs, other: Needs) -> Needs:
    """What a text needs for one of two alternatives to match."""
    if not one or not other:
        return ()
    ranked = [sorted(needs, key=_weight)[:_MOST] for needs in (one, other)]
    places = range(max(map(len, ranked)))
    return tuple(ranked[0][min(at, len(ranked[0]) - 1)] | ranked[1][min(at, len(ranked[1]) - 1)] for at in places)


def _marks(part: str) -> frozenset[str]:
    """Keys of the marks that a part stands for, or that of a figure; empty where it stands for others too."""
    if part == r"\d" or _FIGURES.fullmatch(part):
        return frozenset({DIGIT})
    if not _is_gap(part) or r"\s" in part or r"\W" in part:
        return frozenset()
    marks = part[1:-1] if part[0] == "[" and len(part) > 1 else part[-1]
    return frozenset() if any(mark.isspace() for mark in marks) else frozenset(marks)


def _letters(part: str) -> str:
    """The letters and figures that a part stands for, in lower case; empty where it stands for others."""
    if len(part) == 4 and part[0] == "[" and part[1].lower() == part[2].lower():
        part = part[1]
    return part.lower() if part.isascii() and part.isalnum() else ""


def _is_gap(part: str) -> bool:
    """The part matches one character, and never a letter, a figure or a low line."""
    if part[0] == "[" and len(part) > 1:
        inner = re.sub(r"\\[sW]", " ", part[1:-1])
        return part[1] != "^" and not re.search(r"[\w\\]|.-.", inner)
    if part[0] == "\\":
        return part in (r"\s", r"\W") or (len(part) == 2 and not (part[1].isalnum() or part[1] == "_"))
    return part != "." and not (part.isalnum() or part == "_")


def _weight(needs: frozenset[str]) -> float:
    return sum(0.5 if key.rstrip() in _COMMON else _MARKS.get(key) or _WEIGHTS.get(len(key), 0.03) for key in needs)
