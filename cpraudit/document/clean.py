"""White space and invisible characters, cleaned the same way by every reader."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from cpraudit.patterns import compile_pattern

_INVISIBLE = compile_pattern("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f\x7f]")
"""Soft hyphens, zero-width characters, marks of direction, control characters: nothing that shows on the page."""
_SPACE = compile_pattern(r"\s+")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})


def tidy(text: str) -> str:
    """The text as a reader of the page sees it: one space between words, none at the ends, no invisible characters.

    Ligatures are spelt out and letters are composed (NFC), so that 'ŵ' is one character whatever the file has; nothing
    else is changed: quotes and dashes stay as they are written.
    """
    if text.isascii():
        return _SPACE.sub(" ", _INVISIBLE.sub("", text)).strip()
    composed = unicodedata.normalize("NFC", text).translate(_LIGATURES)
    return _SPACE.sub(" ", _INVISIBLE.sub("", composed)).strip()


def stretches(text: str) -> tuple[tuple[int, int], ...]:
    """For each character of `tidy(text)`, the stretch of `text` that it stands for (end excluded).

    A space stands for all the white space that it replaces, a composed letter for its parts; the letters of a spelt-out
    ligature all stand for the ligature.
    """
    found: list[tuple[int, int]] = []
    space: tuple[int, int] | None = None
    for start, end in _letters(text):
        shown = unicodedata.normalize("NFC", text[start:end]).translate(_LIGATURES)
        for character in _INVISIBLE.sub("", shown):
            if _SPACE.match(character):
                space = (space[0] if space else start, end)
                continue
            if space is not None and found:
                found.append(space)
            space = None
            found.append((start, end))
    return tuple(found)


def _letters(text: str) -> Iterator[tuple[int, int]]:
    """Stretches that composition may join: a letter with the marks after it, a Hangul syllable with its parts."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not _joins(text[start:at], text[at]):
            yield start, at
            start = at


def _joins(before: str, character: str) -> bool:
    """Whether a character is composed with those before it."""
    if character.isascii():
        return False
    if unicodedata.combining(character):
        return True
    apart = unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", character)
    return unicodedata.normalize("NFC", before + character) != apart
