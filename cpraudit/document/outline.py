"""The outline of a document: its sections, what each is for, and which blocks are the form's own printed wording."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from cpraudit.document import headings, kinds, printed, residue, runins
from cpraudit.document.model import Document, Span
from cpraudit.document.sections import Section, SectionKind

__all__ = ["Outline", "Section", "SectionKind", "build"]


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

    @cached_property
    def _kinds_around(self) -> tuple[frozenset[SectionKind], ...]:
        """For each section, its kind and those of the sections that hold it."""
        around: list[frozenset[SectionKind]] = []
        for section in self.sections:
            outer = frozenset[SectionKind]() if section.parent is None else around[section.parent]
            around.append(outer | {section.kind})
        return tuple(around)

    def within(self, block: int, *kinds: SectionKind) -> bool:
        """Whether a block stands in a section of one of these kinds, at any depth."""
        return not self._kinds_around[self.innermost[block]].isdisjoint(kinds)

    def of_kind(self, *kinds: SectionKind) -> tuple[Section, ...]:
        """The outermost sections of these kinds (a subsection of a section already given is left out)."""
        found: list[Section] = []
        for section in self.sections:
            if section.kind in kinds and not any(s.first <= section.first < s.end for s in found):
                found.append(section)
        return tuple(found)


def build(document: Document) -> Outline:
    """Find the headings and sections of a document, what each is for, and the form's printed wording."""
    told = printed.groups(document)
    standing = headings.find(document)
    found = sorted([*standing, *runins.find(document, standing)], key=lambda heading: heading.block)
    sections = kinds.tell(document, tuple(found), told)
    wording = printed.find(document, sections, told)
    return Outline(document, sections, wording.blocks, residue.find(document, sections, wording))
