"""Which board, which type of review, which case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.agencies import boards
from cpraudit.facts.case import case_identifiers
from cpraudit.facts.children import pseudonyms
from cpraudit.facts.found import Confidence, Fact
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.document import Block
    from cpraudit.facts.review import Review


class ReviewType(StrEnum):
    """The three types of child practice review."""

    CONCISE = "concise"
    EXTENDED = "extended"
    HISTORICAL = "historical"


@dataclass(frozen=True, slots=True)
class Identity:
    """How the report names itself."""

    board: Fact[str] | None
    """Canonical short name ('North Wales', 'Cardiff & Vale'), or the name as found."""
    board_in_title: bool
    """The title block names the board."""
    says_what_it_is: Span | None
    """Where the title block says 'Child Practice Review'."""
    type: Fact[ReviewType] | None
    """The declared type, else the inferred one (see its `how`)."""
    type_declared: bool
    """The type is stated, and only one in the title."""
    types_offered: tuple[ReviewType, ...]
    """The types that the title offers ('Concise / Extended' offers two)."""
    type_conflict: tuple[Span, ...]
    """Where title and body contradict each other."""
    case_id: Fact[str] | None
    pseudonym: Fact[str] | None
    """'Child T', 'Tomos (not his real name)'; several children's are joined."""
    pseudonyms: tuple[pseudonyms.Pseudonym, ...] = ()
    """Each index child's, in the order of the report."""


TYPE = compile_pattern(r"\b(concise|extended|historic(?:al)?)\b", re.IGNORECASE)
OF_REVIEW = compile_pattern(r"\b(?:child practice )?reviews?\b|\bCPR\b", re.IGNORECASE)
DECLARED = compile_pattern(
    r"\b(?:a|an|this|the)\s+(?:[\w-]+ )?(concise|extended|historical)\s+(?:child )?(?:practice )?review\b",
    re.IGNORECASE,
)
NOT_DECLARING = (
    SectionKind.REFERENCES,
    SectionKind.TERMS,
    SectionKind.TITLE,
    SectionKind.GLOSSARY,
    SectionKind.RECOMMENDATIONS,
)
SET_ASIDE = compile_pattern(
    r"\b(?:must (?:undertake|commission)|in any of the following|(?:had been|was) considered|considered whether|"
    r"did not meet|not met|another|previous|earlier|both (?:concise|extended))\b",
    re.IGNORECASE,
)
CRITERIA = compile_pattern(
    r"\b(?:section|paragraph|chapter|para(?:graph)?\.?|under|in|of)\s+(?:the\s+)?(6|7)(?:\.\d+)?\b", re.IGNORECASE
)


def find(review: Review) -> Identity:
    """Read the title block, the circumstances and the furniture."""
    title = boards.title_blocks(review)
    case_id = case_identifiers.find(review, [(b.index, b.text) for b in title])
    named = boards.find(review, case_id.value if case_id else None)
    offered = _offered(title)
    named_children = pseudonyms.find(review)
    kind, declared, conflict = _type(review, title, offered)
    return Identity(
        board=named.board,
        board_in_title=named.in_title,
        says_what_it_is=next((_span(b, m) for b in title if (m := boards.WHAT_IT_IS.search(b.text))), None),
        type=kind,
        type_declared=declared,
        types_offered=offered,
        type_conflict=conflict,
        case_id=case_id,
        pseudonym=_pseudonym(named_children),
        pseudonyms=named_children,
    )


def _span(block: Block, match: re.Match[str]) -> Span:
    return Span(block.index, match.start(), match.end())


def _kind(word: str) -> ReviewType:
    return ReviewType.HISTORICAL if word.lower().startswith("historic") else ReviewType(word.lower())


def _offered(title: list[Block]) -> tuple[ReviewType, ...]:
    """Types named in the title block: alone on a line, or beside the word 'review'."""
    found: dict[ReviewType, None] = {}
    for block in title:
        words = TYPE.findall(block.text)
        if words and (OF_REVIEW.search(block.text) or len(block.text.split()) <= 4):
            found.update(dict.fromkeys(_kind(word) for word in words))
    return tuple(found)


def _type(
    review: Review, title: list[Block], offered: tuple[ReviewType, ...]
) -> tuple[Fact[ReviewType] | None, bool, tuple[Span, ...]]:
    own = list(_said(review))
    if len(offered) == 1:
        span = next(_span(b, m) for b in title if (m := TYPE.search(b.text)))
        other = tuple(place for _, place in own[:1]) if all(kind is not offered[0] for kind, _ in own) else ()
        return Fact(offered[0], (span,), "title"), True, (span, *other) if other else ()
    if own:
        return Fact(own[0][0], (own[0][1],), "body"), not offered, ()
    for block in review.prose.blocks:
        match = CRITERIA.search(block.text)
        if match and re.search(r"criteria|guidance", block.text, re.IGNORECASE):
            kind = ReviewType.CONCISE if match.group(1) == "6" else ReviewType.EXTENDED
            return Fact(kind, (_span(block, match),), "criteria", Confidence.MEDIUM), False, ()
    return None, False, ()


def _said(review: Review) -> Iterator[tuple[ReviewType, Span]]:
    """Types that the body says this review is; what was weighed, set aside or is a rule is left out."""
    for sentence in review.prose.sentences:
        if review.outline.within(sentence.block, *NOT_DECLARING) or SET_ASIDE.search(sentence.text):
            continue
        for match in DECLARED.finditer(sentence.text):
            if not re.match(r".{0,25}\b(?:instrument|method|could|might|rather)\b", sentence.text[match.end() :]):
                span = Span(sentence.block, sentence.start + match.start(), sentence.start + match.end())
                yield _kind(match.group(1)), span


def _pseudonym(named: tuple[pseudonyms.Pseudonym, ...]) -> Fact[str] | None:
    if not named:
        return None
    return Fact(" and ".join(found.name for found in named), tuple(found.span for found in named), named[0].how)
