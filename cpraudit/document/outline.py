"""The outline of a document: its sections, what each is for, and which blocks are the form's own printed wording."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from cpraudit.document.model import Document, Span
from cpraudit.document.sections import SectionKind


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the blocks under it, down to the next heading of its level or above."""

    index: int
    kind: SectionKind
    """Its own kind, or its parent's where its heading tells nothing."""
    title: str
    level: int
    """Depth in the outline, from 1."""
    heading: int | None
    """Block index of the heading; None for what stands before the first heading."""
    first: int
    """First block after the heading."""
    end: int
    """One past the last block, subsections included."""
    parent: int | None = None
    part: int = 0
    known_by: str = "style"
    """How the heading was known: 'style', 'outline', 'number', 'box', 'look'."""
    recognised_by: str = ""
    """How the kind was known: 'heading', 'content', 'parent', 'place'."""


@dataclass(frozen=True)
class Outline:
    """The sections of a document in reading order, and the printed wording of the form."""

    document: Document
    sections: tuple[Section, ...]
    printed: frozenset[int]
    """Blocks that are the form's own wording (core tasks, independence limbs, tick lines, Welsh Government block):
    never evidence of anything."""
    residue: tuple[Span, ...]
    """Instructions and placeholders of the form that were left in."""

    @cached_property
    def innermost(self) -> tuple[int, ...]:
        """For each block, the index of the innermost section that holds it (headings belong to their own section)."""
        owner = [0] * len(self.document.blocks)
        for section in self.sections:
            first = section.first if section.heading is None else section.heading
            owner[first : section.end] = [section.index] * (section.end - first)
        return tuple(owner)

    @cached_property
    def headings(self) -> frozenset[int]:
        """Blocks that are headings."""
        return frozenset(section.heading for section in self.sections if section.heading is not None)

    def section(self, block: int) -> Section:
        """The innermost section that holds a block."""
        return self.sections[self.innermost[block]]

    def kind(self, block: int) -> SectionKind:
        """What the innermost section that holds a block is for."""
        return self.section(block).kind

    def lineage(self, block: int) -> Iterator[Section]:
        """The sections that hold a block, innermost first."""
        section: Section | None = self.section(block)
        while section is not None:
            yield section
            section = None if section.parent is None else self.sections[section.parent]

    def path(self, block: int) -> tuple[str, ...]:
        """The titles of the sections that hold a block, outermost first."""
        return tuple(section.title for section in self.lineage(block) if section.title)[::-1]

    def within(self, block: int, *kinds: SectionKind) -> bool:
        """Whether a block stands in a section of one of these kinds, at any depth."""
        return any(section.kind in kinds for section in self.lineage(block))

    def of_kind(self, *kinds: SectionKind) -> tuple[Section, ...]:
        """The outermost sections of these kinds (a subsection of a section already given is left out)."""
        found: list[Section] = []
        for section in self.sections:
            if section.kind in kinds and not any(s.first <= section.first < s.end for s in found):
                found.append(section)
        return tuple(found)


def build(document: Document) -> Outline:
    """Find the headings and sections of a document, what each is for, and the form's printed wording."""
    heads = [block for block in document.blocks if block.level is not None]
    sections = [Section(0, SectionKind.TITLE, "", 1, None, 0, heads[0].index if heads else len(document.blocks))]
    for position, block in enumerate(heads):
        end = next((b.index for b in heads[position + 1 :] if b.level <= block.level), len(document.blocks))
        above = [s for s in sections if s.heading is not None and s.level < block.level and s.end > block.index]
        parent = above[-1].index if above else None
        sections.append(Section(position + 1, SectionKind.OTHER, block.text, block.level, block.index, block.index + 1, end, parent))
    return Outline(document, tuple(sections), frozenset(), ())
