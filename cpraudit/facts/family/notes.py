"""Notes of engagement: lines that name a relative and give the answer without a sentence ('Mam – met twice', 'Taid: no reply')."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import Block, BlockKind, SectionKind, Span
from cpraudit.facts.family.cues import Act
from cpraudit.facts.family.kin import Kin, Mention
from cpraudit.facts.text import lexicon
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

_RANK = {
    Act.APPROACHED: 0,
    Act.CONSIDERED: 1,
    Act.HEARD: 2,
    Act.NO_RESPONSE: 3,
    Act.NOT_APPROACHED: 4,
    Act.DECLINED: 5,
}
"""In a note or a cell a 'no' outweighs the means: 'invited to a meeting; declined'."""
_SEPARATOR = compile_pattern(r"\s*:(?:\s+|$)|\s+[–—-]+(?:\s+|$)|\s*[–—](?:\s+|$)")
_LONGEST_LABEL = 60
_BETWEEN = compile_pattern(
    r"(?i)\([^()]*\)|\b(?:and|or|both|the|his|her|their|two|three|four|all|m)\b|[\s/,&+'’.]|(?<=['’])s\b"
)
"""What may stand between and beside the relatives of a label."""
_ELSEWHERE = (SectionKind.CIRCUMSTANCES, SectionKind.NARRATIVE, SectionKind.BACKGROUND, SectionKind.CHRONOLOGY)
"""Under these 'Family' is a heading over who there is and what befell them."""


@dataclass(frozen=True, slots=True)
class Note:
    """What one note tells of relatives."""

    people: tuple[Mention, ...]
    span: Span
    """The line, or the part of it up to the next relative."""
    act: Act | None
    """None where it tells no contact."""
    approached: bool
    """It also tells how they were approached."""


def find(review: Review) -> dict[int, tuple[Note, ...]]:
    """The notes by block: in the family's own section or the process, where one of a section's is plainly of the review."""
    sections: dict[int, dict[int, list[Note]]] = {}
    for note in _lines(review):
        block = note.span.block
        sections.setdefault(review.outline.innermost[block], {}).setdefault(block, []).append(note)
    sign = lexicon.pattern("family", "row.of_review")
    return {
        block: tuple(notes)
        for blocks in sections.values()
        if any(sign.search(review.document.blocks[block].text) for block in blocks)
        for block, notes in blocks.items()
    }


def act_of(words: str) -> Act | None:
    """What a cell or a note tells of a relative; None where it tells nothing."""
    acts = {
        act
        for name in lexicon.load("family")["row"]["answers"]
        for match in lexicon.pattern("family", f"row.{name}").finditer(words)
        if (act := Act[name.upper()]) is not Act.HEARD or not _only_offered(words, match)
    }
    return max(acts, key=lambda act: _RANK[act], default=None)


_OFFERED = compile_pattern(
    r"(?i)\b(?:no|not|never|without|offer(?:ed|s)?|invit(?:ed|ation)|asked|tried|hoped|planned|refused|declined)(?: (?:to|of|for|an?|the|home|been|being))* $"
)
_TO_COME = compile_pattern(
    r"(?i) (?:was |were |is |are )?(?:offered|suggested|proposed|planned|requested|not|to be|tb[ca]\b|declined|cancelled|refused)"
)


def _only_offered(words: str, match: re.Match[str]) -> bool:
    """Whether a meeting was denied, or is only told as offered or to come."""
    return bool(_OFFERED.search(words[: match.start()]) or _TO_COME.match(words, match.end()))


def _lines(review: Review) -> Iterator[Note]:
    """Each line that opens with its relatives; those below a label that stands alone are that label's."""
    over: tuple[Block, tuple[Mention, ...]] | None = None
    for block in review.prose.blocks:
        if block.index in review.outline.headings or not _may_hold(review, block.index):
            over = None
            continue
        text = review.kin.block(block.index)
        people, end = _opening(review, text)
        if people and not text[end:].strip():
            over = (block, people)
        elif people:
            over = None
            yield from _parts(review, block)
        elif over and block.kind is BlockKind.LIST_ITEM and _below(over[0], block):
            yield _note(review, over[1], Span(block.index, 0, len(text)), 0)
        else:
            over = None


def _parts(review: Review, block: Block) -> Iterator[Note]:
    """The notes of one line: 'Mum: met twice. Dad: no reply' holds two; what is told of a relative who has no note ends the one before."""
    text = review.kin.block(block.index)
    starts = [0, *(match.end() for match in _PART.finditer(text)), len(text)]
    at = [start for start in starts[:-1] if _opening(review, text[start:])[0]]
    for start, following in zip(at, [*at[1:], len(text)], strict=True):
        people, opened = _opening(review, text[start:following])
        known = {person.relation for person in people}
        others = review.kin.relatives.mentions(text[start + opened : following])
        other = next(
            (m for m in others if m.relation not in known and m.kin is not Kin.CHILD and not m.possessive), None
        )
        end = following if other is None else start + opened + other.start
        yield _note(review, people, Span(block.index, start, end), opened)


_PART = compile_pattern(r"[.;]\s+")


def _below(label: Block, block: Block) -> bool:
    return label.kind is not BlockKind.LIST_ITEM or block.indent > label.indent


def _may_hold(review: Review, index: int) -> bool:
    outline = review.outline
    if review.document.blocks[index].part or outline.within(index, *_ELSEWHERE):
        return False
    return outline.kind(index) in (SectionKind.ENGAGEMENT, SectionKind.PROCESS)


def _opening(review: Review, text: str) -> tuple[tuple[Mention, ...], int]:
    """The relatives with whom a text opens, set off from what is told of them, and where that begins."""
    mentions = review.kin.relatives.mentions(text[: 2 * _LONGEST_LABEL])
    first = next((m for m in mentions if not m.possessive), None)
    if first is None or first.start > _LONGEST_LABEL:
        return (), 0
    bare = lexicon.pattern("family", "row.set_close").match(text, first.end + 1)
    if bare and not _BETWEEN.sub("", text[: first.start]):
        return (() if first.kin is Kin.CHILD else (first,)), bare.start()
    place = next((m for m in _SEPARATOR.finditer(text, first.end) if not _in_brackets(text, m.start())), None)
    if place is None or place.start() > _LONGEST_LABEL:
        return (), 0
    label = [m for m in mentions if m.start < place.start()]
    rest = text[: place.start()]
    for mention in reversed(label):
        rest = rest[: mention.start] + rest[mention.end :]
    if _BETWEEN.sub("", rest):
        return (), 0
    people = tuple(m for m in label if not m.possessive and m.kin is not Kin.CHILD and not _in_brackets(text, m.start))
    return people, place.end()


def _in_brackets(text: str, at: int) -> bool:
    return text.count("(", 0, at) > text.count(")", 0, at)


def _note(review: Review, people: tuple[Mention, ...], span: Span, opened: int) -> Note:
    words = review.kin.block(span.block)[span.start + opened : span.end]
    asked = any(lexicon.pattern("family", key).search(words) for key in ("invitation.means", "row.asked"))
    act = act_of(words) or (Act.APPROACHED if asked else None)
    return Note(people, span, act, approached=asked and act is not Act.NOT_APPROACHED)
