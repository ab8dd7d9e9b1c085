"""The words of one paragraph of Markdown, and how they look."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document.model import Look

if TYPE_CHECKING:
    from markdown_it.token import Token

BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_SPAN = re.compile(r"\[([^\[\]]*)\]\{[#.][^{}]*\}")
"""Words with attributes, as pandoc writes them: '[words]{.underline}', '[]{#anchor}'."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the inline tokens of a paragraph hold."""

    text: str
    look: Look
    pictures: int
    struck: str
    """Words that are struck out, which are not in the text."""


def words_of(inline: Token) -> Words:
    """The words of a paragraph. A break of the line in a table stays `<br>`."""
    text: list[str] = []
    gone: list[str] = []
    strong = emphasis = struck = pictures = 0
    bold = italic = True
    for token in inline.children or []:
        if token.type in {"text", "code_inline"}:
            (gone if struck else text).append(token.content)
            if not struck and any(char.isalnum() for char in token.content):
                bold, italic = bold and strong > 0, italic and emphasis > 0
        elif token.type in {"softbreak", "hardbreak"}:
            text.append(" ")
        elif token.type == "html_inline" and BREAK.fullmatch(token.content):
            text.append("<br>")
        elif token.type == "image":
            pictures += 1
        else:
            strong += {"strong_open": 1, "strong_close": -1}.get(token.type, 0)
            emphasis += {"em_open": 1, "em_close": -1}.get(token.type, 0)
            struck += {"s_open": 1, "s_close": -1}.get(token.type, 0)
    words = _without_attributes(_SPAN.sub(r"\1", "".join(text)))
    visible = any(char.isalnum() for char in words)
    return Words(words, Look(bold=bold and visible, italic=italic and visible), pictures, "".join(gone))


def _without_attributes(text: str) -> str:
    """Without the attributes that pandoc writes behind a heading ('{#learning .unnumbered}')."""
    shown = text.rstrip()
    at = shown.rfind("{")
    return shown[:at].rstrip() if shown.endswith("}") and shown[at + 1 : at + 2] in {"#", "."} else text
