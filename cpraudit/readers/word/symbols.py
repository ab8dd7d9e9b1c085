"""Letters of symbol fonts, which are numbers without meaning outside their font, as the signs that they show."""

from __future__ import annotations

import re

_PRIVATE = re.compile("[\uf000-\uf0ff]")
_TICKS = str.maketrans({"☑": "☒", "🗹": "☒", "🗷": "☒", "🗵": "☒", "⮽": "☒"})
_WINGDINGS = {
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "☐", 0x70: "☐", 0x71: "☐", 0x72: "☐", 0x73: "◆", 0x74: "◆", 0x75: "◆",
    0x76: "❖", 0x77: "◆", 0x78: "☒", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "☐", 0xAA: "✦", 0xD8: "➢", 0xE0: "→",
    0xE8: "→", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☒", 0xDF: "←", 0x4A: "☺",
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☒", 0x53: "☒", 0x54: "☒", 0x55: "☒", 0x2A: "☐", 0xA3: "☐", 0x97: "●",
}  # fmt: skip
_SYMBOL = {0xB7: "•", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xA3: "≤", 0xAE: "→", 0xAC: "←", 0xA8: "♦", 0x2D: "−", 0xD7: "·"}


def is_symbol_font(font: str | None) -> bool:
    """Whether a font's letters are signs."""
    return font is not None and font.lower().startswith(("wingdings", "symbol", "webdings"))


def shown(text: str, font: str | None) -> str:
    """The text as it shows: letters of a symbol font, and private characters, as the signs they stand for."""
    if is_symbol_font(font):
        return "".join(c if c.isspace() else sign(ord(c), font) for c in text)
    if not text.isascii():
        return _PRIVATE.sub(lambda found: sign(ord(found[0]), font), text).translate(_TICKS)
    return text


def sign(code: int, font: str | None) -> str:
    """One sign by its number in a font; '•' where it is not known."""
    name = (font or "").lower()
    low = code & 0xFF if 0xF000 <= code <= 0xF0FF else code
    if name.startswith("wingdings 2"):
        return _WINGDINGS_2.get(low, "•")
    if name.startswith("wingdings"):
        return _WINGDINGS.get(low, "•")
    if name.startswith("symbol"):
        return _SYMBOL.get(low) or (chr(code) if code < 0x80 else "•")
    if name.startswith("webdings"):
        return "✓" if low == 0x61 else "☒" if low == 0x72 else "☐" if low == 0x63 else "•"
    if 0xF000 <= code <= 0xF0FF:
        return _WINGDINGS.get(low) or "•" if low != 0xB7 else "•"
    return chr(code).translate(_TICKS)
