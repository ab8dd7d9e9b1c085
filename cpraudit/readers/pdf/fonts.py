"""What a font's name tells: bold, italic, and what the private characters of symbol fonts stand for."""

from __future__ import annotations

import re
from typing import NamedTuple

_BOLD = re.compile(r"bold|black|heavy|semibold|demi(?!um)|extrab|[-,]bd(?:it)?$|\.B$", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|kursiv|[-,](?:bd)?it$", re.IGNORECASE)
_FORCED_BOLD = 1 << 18
_ITALIC_FLAG = 1 << 6
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0x75: "◆", 0x76: "◆", 0x78: "☒", 0xA1: "○",
    0x9E: "·", 0x9F: "•", 0xA7: "▪", 0xA8: "☐", 0xB7: "•", 0xD8: "➢", 0xDC: "➢", 0xE0: "→", 0xE8: "→", 0xF0: "→",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "•", 0xA3: "☐", 0x2A: "☐",
}  # fmt: skip
_WEBDINGS = {0x61: "✓", 0x63: "☐", 0x72: "✗", 0x67: "■", 0x34: "▶"}
_DINGBATS = {
    0x33: "✓", 0x34: "✔", 0x35: "✗", 0x36: "✗", 0x37: "✗", 0x38: "✗", 0x6C: "●", 0x6E: "■", 0x6F: "☐",
    0x70: "☐", 0x71: "☐", 0x72: "☐", 0x76: "❖",
}  # fmt: skip
_SYMBOL = {
    0xB7: "•", 0xA8: "♦", 0xA7: "♣", 0x2D: "−", 0xAE: "→", 0xBE: "—", 0xA3: "≤", 0xB3: "≥", 0xD6: "✓",
}  # fmt: skip
_EMPTY_BOXES = str.maketrans("❏❐❑❒", "☐☐☐☐")
"""Shadowed squares, which symbol fonts are mapped to, are empty tick boxes."""
_OTHER_PRIVATE = {0xB7: "•", 0xA7: "▪", 0xA8: "☐", 0xFE: "☑", 0xFD: "☒", 0xFC: "✓", 0xD8: "➢", 0x6F: "○", 0x76: "❖"}
"""Private characters in a font whose name does not tell: what Word's own lists and boxes mean by them."""


class Face(NamedTuple):
    """A font, as far as it matters to reading."""

    bold: bool
    italic: bool
    symbols: dict[int, str] | None
    """What its characters stand for, by their low byte, where it is a symbol font."""


def face_of(name: str, weight: int, flags: int) -> Face:
    """Judge a font by its name first, then by what the file says of its weight."""
    plain = name.split("+", 1)[-1]
    bold = bool(_BOLD.search(plain)) or weight >= 600 or bool(flags & _FORCED_BOLD)
    return Face(bold, bool(_ITALIC.search(plain)) or bool(flags & _ITALIC_FLAG), _symbols(plain.lower()))


def _symbols(name: str) -> dict[int, str] | None:
    squeezed = name.replace(" ", "").replace("-", "")
    for sign, table in (
        ("wingdings2", _WINGDINGS_2),
        ("wingdings", _WINGDINGS),
        ("webdings", _WEBDINGS),
        ("dingbats", _DINGBATS),
    ):
        if sign in squeezed:
            return table
    return _SYMBOL if squeezed.startswith("symbol") else None


def spelt(text: str, face: Face) -> str:
    """The text of a run with the characters of symbol fonts spelt as the signs they show."""
    if text.isascii() and face.symbols is None:
        return text.replace("\x02", "-") if "\x02" in text else text
    text = text.translate(_EMPTY_BOXES)
    table = face.symbols
    if table is not None:
        return "".join(
            table.get(ord(c) & 0xFF, c) if "\uf000" <= c <= "\uf0ff" or (ord(c) < 0x100 and not c.isspace()) else c
            for c in text
        )
    return "".join(
        _OTHER_PRIVATE.get(ord(c) & 0xFF, c) if "\uf000" <= c <= "\uf0ff" else "-" if c in "\x02\ufffe" else c
        for c in text
    )
