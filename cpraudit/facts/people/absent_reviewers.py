"""Why a reviewer did not finish or sign: who fell out, and by what cause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.people import names, posts
from cpraudit.facts.text import lexicon
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.document import Block
    from cpraudit.facts.review import Review

_REVIEWER = compile_pattern(
    r"\b(?:(?:second|other|first|original|external|internal|joint|lead|fellow|independent|co)[ -]|one of the (?:two )?)*(?:reviewers?|co-authors?)\b"
    r"|\b(?:her|his|our|my|their) (?:fellow reviewer|colleague|co-reviewer|co-author)\b",
    re.IGNORECASE,
)
_TITLED = compile_pattern(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Professor) [A-ZÂÊÎÔÛŴŶ][\w'’-]+")
_PRONOUN = compile_pattern(r"\b(?:she|he|they)\b", re.IGNORECASE)
_CHAIR = compile_pattern(r"[^.;]{0,40}\bchair", re.IGNORECASE)


def reasons(review: Review) -> tuple[Span, ...]:
    """Sentences in which a cause befalls a reviewer: the nearest person before it, or the one that it leads to."""
    return tuple(span for block in review.prose.blocks for span in _in_block(review, block))


def _in_block(review: Review, block: Block) -> Iterator[Span]:
    of_reviewer = review.outline.within(block.index, SectionKind.STATEMENT) or _in_row(review, block)
    if not of_reviewer and not _REVIEWER.search(block.text):
        return
    sentences = review.prose.by_block.get(block.index, ())
    stopped = any(_has("stopped", sentence.text) for sentence in sentences)
    for sentence in sentences:
        found = _people(sentence.text, of_reviewer)
        for cause in (*_causes("sure", sentence.text), *(_causes("likely", sentence.text) if stopped else ())):
            before = [is_reviewer for place, is_reviewer in found if place <= cause.start()]
            after = [is_reviewer for place, is_reviewer in found if place >= cause.end()]
            nearest = before or (after[:1] if _has("stopped", sentence.text) else [])
            if nearest[-1] if nearest else of_reviewer and not found:
                yield sentence.span
                break
        of_reviewer = found[0][1] if found else of_reviewer


def _in_row(review: Review, block: Block) -> bool:
    """Whether a cell stands in the row of a reviewer, in a table that is there to be signed."""
    if block.cell is None:
        return False
    rows = review.document.tables[block.cell.table].rows
    row = next((row for row in rows if row and row[0].row == block.cell.row), ())
    return any(_REVIEWER.search(review.document.cell_text(cell)) for cell in row)


def _people(text: str, carried: bool) -> list[tuple[int, bool]]:
    """Where a sentence speaks of somebody, in order, and whether that is a reviewer; 'she' is whom the last sentence was of."""
    found = {match.start(): True for match in _REVIEWER.finditer(text)}
    for start, end in ((m.start(), m.end()) for m in _TITLED.finditer(text)):
        found[start] = not _CHAIR.match(text[end:])
    for _, start, end in names.names_in(text):
        found[start] = not _CHAIR.match(text[end:])
    for start, _ in (*posts.posts_in(text), *(m.span() for m in lexicon.pattern("standing", "others").finditer(text))):
        found.setdefault(start, False)
    for match in _PRONOUN.finditer(text):
        earlier = [found[place] for place in sorted(found) if place < match.start()]
        found.setdefault(match.start(), earlier[-1] if earlier else carried)
    return sorted(found.items())


def _causes(kind: str, text: str) -> Iterator[re.Match[str]]:
    return lexicon.pattern("standing", f"cause_{kind}").finditer(text)


def _has(key: str, text: str) -> bool:
    return lexicon.pattern("standing", key).search(text) is not None
