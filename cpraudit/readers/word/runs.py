"""What the properties of a run say, read once for all runs that say the same."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from cpraudit.readers.word.names import VAL, W
from cpraudit.readers.word.styles import NO_FACE, Face, Styles, points

_ON = {None: True, "0": False, "false": False, "off": False}
_BOLD, _ITALIC, _SIZE, _HIDDEN, _FONT, _STYLE, _HIGHLIGHT, _SHADING, _CHANGE = range(9)
_TOLD = {
    f"{W}b": _BOLD, f"{W}i": _ITALIC, f"{W}sz": _SIZE, f"{W}vanish": _HIDDEN, f"{W}rFonts": _FONT, f"{W}rStyle": _STYLE,
    f"{W}highlight": _HIGHLIGHT, f"{W}shd": _SHADING, f"{W}rPrChange": _CHANGE,
}  # fmt: skip
_ASCII, _HANSI, _FILL = f"{W}ascii", f"{W}hAnsi", f"{W}fill"
_COLOURS = {"ffff00", "00ff00", "00ffff", "ff00ff"}
"""Fills that are highlights in files of programs that have no other."""


@dataclass(frozen=True, slots=True)
class RunLook:
    """How a run looks: its own face, its character style's under it, and whether it is highlighted or changed."""

    own: Face = NO_FACE
    style: Face = NO_FACE
    highlighted: bool = False
    changed: bool = False
    """Its look is a tracked change."""
    number: str = "0"
    """Its place in `RunLooks.known`, as it is noted on the run."""

    @property
    def hidden(self) -> bool | None:
        """Whether the run is hidden; None where neither it nor its style says."""
        return self.style.hidden if self.own.hidden is None else self.own.hidden


class RunLooks:
    """Every look that the runs of a file have."""

    def __init__(self, styles: Styles) -> None:
        self.known = [RunLook()]
        self._styles = styles
        self._by_wording: dict[tuple[tuple[int, str | None], ...], RunLook] = {(): self.known[0]}

    def of(self, properties: etree._Element) -> RunLook:
        """The look that run properties give."""
        wording = []
        for child in properties:
            told = _TOLD.get(child.tag)
            if told is None:
                continue
            if told == _FONT:
                wording.append((told, child.get(_ASCII) or child.get(_HANSI)))
            elif told == _SHADING:
                wording.append((told, child.get(_FILL)))
            else:
                wording.append((told, child.get(VAL)))
        key = tuple(wording)
        look = self._by_wording.get(key)
        if look is None:
            look = self._by_wording[key] = self._look(dict(key))
            self.known.append(look)
        return look

    def _look(self, told: dict[int, str | None]) -> RunLook:
        def switch(which: int) -> bool | None:
            return _ON.get(told[which], True) if which in told else None

        shaded = (told.get(_SHADING) or "").lower() in _COLOURS
        return RunLook(
            Face(switch(_BOLD), switch(_ITALIC), points(told.get(_SIZE)), switch(_HIDDEN), told.get(_FONT)),
            self._styles.character(told.get(_STYLE)),
            told[_HIGHLIGHT] not in {"none", "white", None} if _HIGHLIGHT in told else shaded,
            _CHANGE in told,
            str(len(self.known)),
        )
