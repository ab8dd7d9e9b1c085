"""White space and invisible characters, cleaned the same way by every reader."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f\x7f]")
"""Soft hyphens, zero-width characters, marks of direction, control characters: nothing that shows on the page."""
_SPACE = re.compile(r"\s+")
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
