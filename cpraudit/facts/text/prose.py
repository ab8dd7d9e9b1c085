"""Sentences and phrases of a review, with the form's printed wording left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from cpraudit.document import Block, Document, Outline, SectionKind, Span
from cpraudit.facts.text import language
from cpraudit.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence (or table cell, or list item without a full stop) of one block."""

    block: int
    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.block, self.start, self.end)


class Prose:
    """The words of a review that its authors wrote: everything but the form's printed wording."""

    def __init__(self, document: Document, outline: Outline) -> None:
        """Keep the document and its outline; sentences are split when first asked for."""
        self.document = document
        self.outline = outline
        self._parts: dict[tuple[SectionKind, ...], tuple[tuple[Sentence, ...], tuple[Sentence, ...]]] = {}

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Every block that is not printed wording of the form, headings included."""
        return tuple(block for block in self.document.blocks if block.index not in self.outline.printed)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence of those blocks, in reading order; a heading is one sentence."""
        return tuple(
            Sentence(block.index, start, end, block.text[start:end])
            for block, bounds in zip(self.blocks, language.sentence_bounds([b.text for b in self.blocks]), strict=True)
            for start, end in bounds
        )

    @cached_property
    def by_block(self) -> dict[int, tuple[Sentence, ...]]:
        """The sentences of each block."""
        found: dict[int, list[Sentence]] = {}
        for sentence in self.sentences:
            found.setdefault(sentence.block, []).append(sentence)
        return {block: tuple(sentences) for block, sentences in found.items()}

    def sentences_in(self, *kinds: SectionKind) -> tuple[Sentence, ...]:
        """Sentences in sections of these kinds, at any depth."""
        return self._parted(kinds)[0]

    def sentences_outside(self, *kinds: SectionKind) -> tuple[Sentence, ...]:
        """Sentences in no section of these kinds."""
        return self._parted(kinds)[1]

    def _parted(self, kinds: tuple[SectionKind, ...]) -> tuple[tuple[Sentence, ...], tuple[Sentence, ...]]:
        """The sentences in sections of these kinds and the others: many facts ask for the same."""
        if kinds not in self._parts:
            within = {block: self.outline.within(block, *kinds) for block in self.by_block}
            self._parts[kinds] = (
                tuple(s for s in self.sentences if within[s.block]),
                tuple(s for s in self.sentences if not within[s.block]),
            )
        return self._parts[kinds]

    def search(self, pattern: Pattern, *kinds: SectionKind) -> Iterator[tuple[Sentence, re.Match[str]]]:
        """Each match of a pattern within a sentence, in sections of these kinds (anywhere, where none is given)."""
        for sentence in self.sentences_in(*kinds) if kinds else self.sentences:
            for match in pattern.finditer(sentence.text):
                yield sentence, match

    def sentence_at(self, span: Span) -> Sentence | None:
        """The sentence in which a span starts."""
        for sentence in self.by_block.get(span.block, ()):
            if sentence.start <= span.start < sentence.end:
                return sentence
        return None
