"""The main blocks of the recommended template: where each was found, and whether they stand in the template's order."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cpraudit.document.outline import Outline
from cpraudit.document.sections import Section, SectionKind
from cpraudit.patterns import compile_pattern

K = SectionKind
_BLOCKS: tuple[tuple[str, frozenset[SectionKind]], ...] = (
    ("Circumstances resulting in the review", frozenset({K.CIRCUMSTANCES})),
    ("Practice and organisational learning", frozenset({K.LEARNING})),
    ("Improving systems and practice", frozenset({K.IMPROVING, K.RECOMMENDATIONS, K.ACTION_PLAN})),
    ("Statement by reviewers", frozenset({K.STATEMENT})),
    ("Terms of reference", frozenset({K.TERMS})),
    ("Summary timeline or process", frozenset({K.CHRONOLOGY, K.PROCESS})),
)
"""Titles of the blocks in the template's order, with the kinds of section that each may be found in."""
_COMMISSIONED = compile_pattern(
    r"\b(?:review was commissioned|commissioned (?:a|an|this)|recommendation of (?:its|the) .{0,40}sub-?\s?group|"
    r"criteria\b.{0,60}\bmet|decided to (?:hold|carry out|commission|undertake)|"
    r"(?:carried out|undertaken|conducted|held) (?:under|in accordance with|in line with))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TemplateBlock:
    """One main block of the template."""

    title: str
    section: Section | None
    """Where it was found; the place that fits the template's order, where there are several. None: not found."""
    in_order: bool
    """Whether it stands where the template has it among those found."""


def blocks_found(outline: Outline) -> tuple[TemplateBlock, ...]:
    """The six main blocks in the template's order. An annex in a file of its own is never out of order."""
    places = [
        (order, section) for order, (_, kinds) in enumerate(_BLOCKS) for section in _sections(outline, order, kinds)
    ]
    best = _longest_in_order(places)
    blocks: list[TemplateBlock] = []
    for order, (title, _) in enumerate(_BLOCKS):
        found = [section for at, section in places if at == order]
        chosen = best.get(order) or (found[0] if found else None)
        blocks.append(TemplateBlock(title, chosen, in_order=order in best))
    return tuple(blocks)


def _sections(outline: Outline, order: int, kinds: frozenset[SectionKind]) -> list[Section]:
    """Sections that are the block, by their own heading or content; a mere place or parent says nothing."""
    own = [s for s in outline.sections if s.kind in kinds and (s.recognised_by in {"heading", "content"} or s.part)]
    if not own and order == len(_BLOCKS) - 1:
        return [s for s in outline.sections if s.kind is K.KEY_DATES and s.recognised_by == "heading"]
    if own or order:
        return own
    opening = {K.SCOPE, K.PROCESS, K.SUMMARY, K.BACKGROUND, K.OTHER, K.CIRCUMSTANCES}
    early = [s for s in outline.sections if s.kind in opening and s.part == 0][:6]
    blocks = outline.document.blocks
    return [s for s in early if any(_COMMISSIONED.search(block.text) for block in blocks[s.first : s.end])]


def _position(order: int, section: Section) -> tuple[int, int]:
    """Where a section stands; an annex stands where the template has it."""
    return (1, order) if section.part else (0, section.first)


def _longest_in_order(places: list[tuple[int, Section]]) -> dict[int, Section]:
    """The most blocks that stand in the template's order, each with its section."""
    chains: list[dict[int, Section]] = []
    for order, section in places:
        before = [
            chain
            for chain in chains
            if max(chain) < order and _position(max(chain), chain[max(chain)]) < _position(order, section)
        ]
        longest: dict[int, Section] = max(before, key=_length, default={})
        chains.append({**longest, order: section})
    return max(chains, key=_length, default={})


def _length(chain: dict[int, Section]) -> int:
    return len(chain)
