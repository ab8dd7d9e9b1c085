"""The words of a text, as keys that a pattern can be looked up by."""

from __future__ import annotations

import re
from functools import lru_cache

LENGTHS = (2, 3, 4, 6, 8)
"""How many first letters of a word make a key. Long keys tell words apart; short ones serve short beginnings."""
LONGEST_WHOLE = 5
"""Words up to this long are also keyed whole, so that 'as' is not taken for 'assessment'."""

DIGIT = r"\d"
"""The key of a text that has a figure anywhere."""

_WORD = re.compile(r"[a-z0-9]+")
_MARK = re.compile(r"[^\w\s]")
_DIGIT = re.compile(r"\d")
_FOLDED = str.maketrans({"İ": "i", "ı": "i", "ſ": "s"})
"""Letters that match an English letter where case is ignored, though their lower case is another."""


@lru_cache(maxsize=4096)
def keys_of(text: str) -> frozenset[str]:
    """The keys of each word of a text (its first letters, and the whole of a short one with a space after it) and its marks."""
    if not text.isascii():
        text = text.translate(_FOLDED)
    found = set(_MARK.findall(text))
    if _DIGIT.search(text):
        found.add(DIGIT)
    found.update(*map(_keys_of_word, _WORD.findall(text.lower())))
    return frozenset(found)


def key_of_start(letters: str) -> str:
    """The key that every word beginning with these letters has; empty for a single letter."""
    return letters[: max((length for length in LENGTHS if length <= len(letters)), default=0)]


def key_of_whole(word: str) -> str:
    """The key that this very word has."""
    return f"{word} " if len(word) <= LONGEST_WHOLE else key_of_start(word)


@lru_cache(maxsize=32768)
def _keys_of_word(word: str) -> tuple[str, ...]:
    starts = [word[:length] for length in LENGTHS if length <= len(word)]
    return (*starts, f"{word} ") if len(word) <= LONGEST_WHOLE else tuple(starts)
