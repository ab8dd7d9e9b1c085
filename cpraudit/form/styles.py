"""How the form looks: one family of styles, legible, and in British English."""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from cpraudit.form.controls import PLACEHOLDER_STYLE

TABLE_HEADING = "Table Heading"
TABLE_TEXT = "Table Text"
_FONT = "Arial"
_INK, _ACCENT, _QUIET = RGBColor(0x17, 0x20, 0x2A), RGBColor(0x0D, 0x4F, 0x57), RGBColor(0x59, 0x59, 0x59)
"""Each at least 7 to 1 against white."""
SHADE = "E3ECEC"
_SIZES = {"Title": 24, "Subtitle": 15, "Heading 1": 16, "Heading 2": 13}


def dress(document: Any) -> None:
    """Give a new document the form's page and styles."""
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.3)
        section.top_margin = section.bottom_margin = Cm(2.2)
    styles = document.styles
    normal = styles["Normal"]
    _letters(normal, 11, _INK)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.15
    for name, size in _SIZES.items():
        style = styles[name]
        _letters(style, size, _ACCENT, bold=name != "Subtitle")
        style.font.italic = False
        style.paragraph_format.space_before = Pt(
            0 if name in {"Title", "Subtitle"} else 18 if name.endswith("1") else 12
        )
        style.paragraph_format.space_after = Pt(6)
        style.paragraph_format.keep_with_next = True
    _without_rule(styles["Title"])
    placeholder = styles.add_style(PLACEHOLDER_STYLE, WD_STYLE_TYPE.CHARACTER)
    placeholder.element.find(qn("w:name")).set(qn("w:val"), "Placeholder Text")
    placeholder.font.color.rgb, placeholder.font.italic = _QUIET, True
    for name, bold in ((TABLE_HEADING, True), (TABLE_TEXT, False)):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        style.font.bold = bold
        style.font.size = Pt(10)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(3)
        style.paragraph_format.line_spacing = 1.0
    _in_british_english(styles.element, document.settings.element)


def _letters(style: Any, size: int, colour: RGBColor, *, bold: bool | None = None) -> None:
    style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(size), colour
    if bold is not None:
        style.font.bold = bold
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), _FONT)


def _without_rule(style: Any) -> None:
    borders = style.element.pPr.find(qn("w:pBdr"))
    if borders is not None:
        style.element.pPr.remove(borders)


def _in_british_english(*parts: Any) -> None:
    for part in parts:
        for language in part.iter(qn("w:lang"), qn("w:themeFontLang")):
            language.set(qn("w:val"), "en-GB")
