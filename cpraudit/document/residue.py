"""Instructions and placeholders of the form that were left in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cpraudit.document.form import load
from cpraudit.document.model import Block, Document, Span
from cpraudit.document.printed import Wording
from cpraudit.document.sections import Section, SectionKind
from cpraudit.patterns import Pattern, compile_pattern

_BEFORE_BLANK = compile_pattern(r"^[\w’'()/ -]{1,60}[:–-]\s*$|^\W*$")
_TICK_LINE = compile_pattern(r"\b(?:declined|yes|no|n/a|tick|agree[sd]?|male|female|strategic|operational)\b", re.IGNORECASE)
_EMPTY_OR_TICKED = compile_pattern(r"\[\s*[xX]?\s*\]")
_MOST_TITLE_WORDS = 12


def find(document: Document, sections: tuple[Section, ...], wording: Wording) -> tuple[Span, ...]:
    """Every instruction, placeholder or unfilled field, in reading order; empty tick boxes and the Welsh Government block are none."""
    form = load()
    out_of_place = _within(sections, SectionKind.WELSH_GOVERNMENT, SectionKind.REFERENCES, SectionKind.GLOSSARY)
    title = _within(sections, SectionKind.TITLE)
    found: list[Span] = []
    companions: list[Span] = []
    for block in document.blocks:
        if block.index in out_of_place:
            continue
        if block.unfilled:
            found.append(document.whole(block.index))
            continue
        if wording.groups.get(block.index) == "instructions":
            found.append(document.whole(block.index))
            continue
        found += _spans(form.anywhere, block)
        found += _blanks(form.blanks, block)
        if block.index in title and len(block.text.split()) <= _MOST_TITLE_WORDS:
            found += _spans(form.titles, block)
        companions += _spans(form.companions, block)
    return tuple(sorted({*found, *companions} if found else ()))


def _spans(pattern: Pattern, block: Block) -> Iterator[Span]:
    for match in pattern.finditer(block.text):
        if match.group().strip() and not _spoken(block.text, match):
            yield Span(block.index, match.start(), match.end())


def _spoken(text: str, match: re.Match[str]) -> bool:
    """'“He came on [date]”': a word taken out of a quotation, and no placeholder."""
    before = text[: match.start()]
    bare = match.group().startswith("[") and not re.match(
        r"\[\s*(?:insert|add|enter|tbc|tba)", match.group(), re.IGNORECASE
    )
    return bare and before.count("“") > before.count("”")


def _blanks(pattern: Pattern, block: Block) -> Iterator[Span]:
    """Placeholders that count only where they fill a cell, a line, or the place after 'Label:'."""
    if len(block.text.split()) > _MOST_TITLE_WORDS or _TICK_LINE.search(block.text):
        return
    for match in pattern.finditer(block.text):
        before, after = block.text[: match.start()], block.text[match.end() :]
        box = _EMPTY_OR_TICKED.fullmatch(match.group()) and block.text.strip() == match.group()
        if _BEFORE_BLANK.match(before) and not re.search(r"\w", after) and not box:
            yield Span(block.index, match.start(), match.end())


def _within(sections: tuple[Section, ...], *kinds: SectionKind) -> frozenset[int]:
    """Blocks whose innermost section is of one of these kinds."""
    owner: dict[int, SectionKind] = {}
    for section in sections:
        first = section.first if section.heading is None else section.heading
        owner.update(dict.fromkeys(range(first, section.end), section.kind))
    return frozenset(block for block, kind in owner.items() if kind in kinds)
