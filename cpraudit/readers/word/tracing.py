"""Where in a Word file each character of the text stands, so that something can be put exactly there.

Reading brings a copy of the text to plain paragraphs and runs (`cleaning.py`). Before that, each element of the copy is
numbered; what survives the normalising keeps its number, so that a character of a block leads back to the element of the
file that it was read from.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from cpraudit.document.clean import stretches, tidy
from cpraudit.document.model import Block, BlockKind, Document, Span
from cpraudit.readers.bounding import uncut
from cpraudit.readers.opening import Source
from cpraudit.readers.word.names import ORIGIN, RUN, P, T
from cpraudit.readers.word.own_comments import own_ids, take_out
from cpraudit.readers.word.package import Package
from cpraudit.readers.word.paragraphs import words_in
from cpraudit.readers.word.whole import open_package, read_whole

_DELETED = T.replace("}t", "}delText")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the file: before a character of a text element, or before or behind an element as a whole."""

    element: etree._Element
    offset: int
    """Characters of the element's text before the place; all of them where the element cannot be cut and ends there."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The part of the file that a span of text was read from."""

    start: Spot | None
    end: Spot | None
    paragraph: etree._Element
    """The body paragraph that it stands in or nearest to; the whole of it is meant where there is no start."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """What one element gives to the raw text of a paragraph."""

    element: etree._Element | None
    length: int


class Traced:
    """A Word file with its text, and the way back from the text to the file."""

    def __init__(self, source: Source) -> None:
        """Read the file. Comments of an earlier audit are taken out of `root` first.

        Raises UnreadableError as reading does.
        """
        self.package: Package = open_package(source)
        self.root = self.package.document()
        """The main part as it is in the file: what is changed in it can be written back."""
        part = self.package.related("comments")
        comments = self.package.root(part) if part else None
        take_out(self.root, own_ids(comments))
        copy = deepcopy(self.root)
        for number, element in enumerate(copy.iter()):
            element.set(ORIGIN, str(number))
        self._elements = list(self.root.iter())
        whole = read_whole(source, self.package, copy)
        self.document: Document = whole.document
        self._paragraphs = whole.paragraphs

    def stretch(self, span: Span) -> Stretch | None:
        """The part of the file that a span was read from; None where the body has no paragraph for it."""
        span = uncut(self.document, span)
        block = self.document.blocks[span.block]
        paragraph = self._paragraphs.get(span.block)
        body = None if paragraph is None else self._body_paragraph(paragraph)
        if paragraph is None or body is None:
            return self._nearest(block)
        if span.start >= span.end or self._origin(paragraph) is not body:
            return Stretch(None, None, body)
        start, end = self._spots(paragraph, block, span) or (None, None)
        return Stretch(start, end, body)

    def _spots(self, paragraph: etree._Element, block: Block, span: Span) -> tuple[Spot, Spot] | None:
        """Where a span begins and ends; None where its words cannot be led back."""
        words = words_in(paragraph)
        pieces = [
            _Piece(self._origin(node), len(letters))
            for node, letters in zip(words.sources, words.letters, strict=True)
        ]
        places, tidied = stretches(words.text), tidy(words.text)
        before = len(tidied) - len(block.text)  # a typed label was split off
        if len(places) != len(tidied) or not tidied.endswith(block.text):
            return None
        start = _spot(pieces, places[before + span.start][0], opening=True)
        end = _spot(pieces, places[before + span.end - 1][1], opening=False)
        return (start, end) if start and end else None

    def _origin(self, node: etree._Element) -> etree._Element | None:
        """The element of the file that a normalised one was; that of what holds it where it was made anew."""
        for element in (node, *node.iterancestors(RUN, P)):
            number = element.attrib.get(ORIGIN)
            if number is not None:
                return self._elements[int(number)]
        return None

    def _body_paragraph(self, paragraph: etree._Element) -> etree._Element | None:
        """The paragraph of the body that a paragraph is or, in a text box, hangs on."""
        outermost = [paragraph, *paragraph.iterancestors(P)][-1]
        number = outermost.attrib.get(ORIGIN)
        return None if number is None else self._elements[int(number)]

    def _nearest(self, block: Block) -> Stretch | None:
        """For a note the paragraph that refers to it, for anything else the one before it, else the first."""
        blocks = self.document.blocks
        if block.kind is BlockKind.NOTE:
            nearby = [b.index for b in blocks if b.paragraph == block.paragraph and b.kind is not BlockKind.NOTE]
        else:
            nearby = list(range(block.index - 1, -1, -1))
        for index in nearby:
            paragraph = self._paragraphs.get(index)
            body = None if paragraph is None else self._body_paragraph(paragraph)
            if body is not None:
                return Stretch(None, None, body)
        first = next(self.root.iter(P), None)
        return None if first is None else Stretch(None, None, first)


def _spot(pieces: list[_Piece], at: int, *, opening: bool) -> Spot | None:
    """The spot at an offset of the raw text: before the piece that begins there, or behind the one that ends there."""
    begun = 0
    for piece in pieces:
        ends = begun + piece.length
        if piece.length and (begun <= at < ends if opening else begun < at <= ends):
            if piece.element is None:
                return None
            whole = piece.element.text or "" if piece.element.tag in {T, _DELETED} else ""
            inside = at - begun
            if len(whole) != piece.length:  # one sign for a field, a formula, a tab: not to be cut
                inside = 0 if opening else len(whole)
            return Spot(piece.element, inside)
        begun = ends
    return None
