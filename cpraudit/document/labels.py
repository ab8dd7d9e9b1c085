"""Typed list labels: the number, letter or bullet that stands before a paragraph."""

from __future__ import annotations

import re

from cpraudit.patterns import compile_pattern

_ROMAN = r"(?:x{0,3}(?:ix|iv|v?i{1,3}|v)|x{1,3})"
_LABEL = compile_pattern(
    rf"""
    (?P<bullet> [•●▪■◦○‣⁃·∙□➢➤►▶✓✔] (?=\s?\S) | [-–—*+] (?=\s) | o (?=\s+\S) )
    | (?P<word> (?:Recommendation|Argymhelliad|Action|Question|Cwestiwn|Rec\.?)\s+(?:No\.?\s*)?\d{{1,2}}[a-z]?)
      (?:\s*[.:)]|\s+[-–—]) (?=\s+\S)
    | (?P<number>
        \(\s?(?:\d{{1,3}}|[a-z]|{_ROMAN})\s?\)
      | (?:\d{{1,3}}|[a-z]|{_ROMAN}|[A-Z])\)
      | (?:\d{{1,3}}|[a-z]|{_ROMAN})\. (?=\s)
      | [A-Z]{{1,2}}\d{{1,2}}(?:\.\d{{1,2}})?[.:)] (?=\s)
      | (?:\d{{1,2}}|[IVX]{{1,5}})(?:\.\d{{1,2}}){{1,3}}[.):]? (?=\s+["'“‘(]?[A-Z]|\s*$)
      )
    """,
    re.VERBOSE,
)
_HEADING_LABEL = compile_pattern(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}|[A-Z])[.:]?(?=\s+[“‘\"'(]?[A-ZŴŶÂÊÎÔÛ])")
_DATE_LIKE = compile_pattern(r"\d{1,2}\.(?:0\d|\d\d\.\d\d)")
"""'12.03.19', '14.11.19', '9.05': a day or an hour, not a numbered paragraph."""


def split_label(text: str, *, heading: bool = False) -> tuple[str, str]:
    """Split a typed label from the text after it: ('2.1', 'The panel') from '2.1 The panel'; ('', text) if none.

    'Recommendation 4.' and 'Question 2:' are labels only where words follow them; titles such as 'Learning point 2: The
    strategy meeting' are left whole. In a heading a bare number or capital letter counts too ('3 Background'). A label
    alone, with no text after it, is left as the text ('(iv)' in a cell of its own), but for bullets nothing is lost.
    """
    stripped = text.lstrip()
    match = _LABEL.match(stripped)
    if match is not None and _DATE_LIKE.match(match.group()):
        match = None
    if match is None and heading:
        match = _HEADING_LABEL.match(stripped)
        if match is not None and re.match(r"A\s", match.group() + " ") and not match.group().endswith((".", ":")):
            match = None  # 'A word about the family' begins with an article
    if match is None:
        return "", text
    rest = stripped[match.end() :].strip()
    if not rest:
        return "", text
    label = match.groupdict().get("word") or match.group()
    return label.strip(), rest
