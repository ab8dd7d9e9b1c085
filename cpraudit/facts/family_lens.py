"""How the analysis sees the men in a child's life, and the family as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts import views
from cpraudit.facts.lexicon import pattern
from cpraudit.facts.relations import Kin, Mention
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.prose import Sentence
    from cpraudit.facts.review import Review

ANALYSIS = (
    SectionKind.LEARNING,
    SectionKind.CORE_TASKS,
    SectionKind.CONCLUSION,
    SectionKind.SUMMARY,
    SectionKind.GOOD_PRACTICE,
)
MEN = (Kin.FATHER, Kin.MALE_CARER, Kin.PARTNER)
_GROUPS = {
    Kin.MOTHER: "mother",
    Kin.FATHER: "father or partner",
    Kin.PARTNER: "father or partner",
    Kin.MALE_CARER: "father or partner",
    Kin.SIBLING: "siblings",
    Kin.GRANDPARENT: "wider family",
    Kin.WIDER: "wider family",
    Kin.PARENTS: "parents",
}


@dataclass(frozen=True, slots=True)
class Men:
    """Fathers and male carers in the report."""

    named: tuple[Span, ...]
    """Anywhere."""
    analysed: tuple[Span, ...]
    """Sentences of the analysis on their role, history or contact with agencies."""
    unknown: tuple[Span, ...]
    """Remarks that little was known of them, or that nobody asked."""
    headings: tuple[Span, ...]
    """Headings of the analysis that are about them."""


@dataclass(frozen=True, slots=True)
class WholeFamily:
    """Whether the analysis sees the family together."""

    explicit: tuple[Span, ...]
    """Passages on how services saw its members together, or each on its own."""
    members: dict[str, Span]
    """The members whom the analysis speaks of, with a place for each."""


_HE = compile_pattern(r"(?i)^(?:\W|that |and |but )*(?:he|his|him)\b|\b(?:in respect of|about|on|with|to|of|for|from) him\b")


def men(review: Review) -> Men:
    """Sentences on fathers, stepfathers and mothers' partners; 'he' carries on from the sentence before."""
    named: list[Span] = []
    analysed: list[Span] = []
    unknown: list[Span] = []
    headings: list[Span] = []
    about, last = False, -1
    account = frozenset(review.family.passages)
    for sentence in review.prose.sentences:
        if not _in_report(review, sentence.block):
            continue
        text, mentions = review.kin.of(sentence)
        man = [m for m in mentions if m.kin in MEN and m.gender != "f"]
        if sentence.block in review.outline.headings:
            if _analytic(review, sentence.block) and (man or pattern("household", "fathers.men").search(text)):
                headings.append(sentence.span)
            continue
        about = bool(man) or (about and sentence.block == last and bool(_HE.search(text)))
        last = sentence.block
        if not about:
            continue
        named.append(sentence.span)
        if _analytic(review, sentence.block) and pattern("household", "fathers.role").search(text):
            analysed.append(sentence.span)
        if sentence.span not in account and _remarkable(review, sentence.block) and _unknown(text, man):
            unknown.append(sentence.span)
    return Men(tuple(named), tuple(analysed), tuple(unknown), tuple(headings))


def _unknown(text: str, man: list[Mention]) -> bool:
    """Whether a sentence about a man remarks on how little was known or asked of him."""
    if pattern("household", "fathers.unknown").search(text):
        return True
    ends = [m.end for m in man] + [m.end() for m in re.finditer(r"(?i)\bhe\b", text)]
    return any(
        0 <= match.start() - end <= 30
        for match in pattern("household", "fathers.unknown_of").finditer(text)
        for end in ends
    )


def whole_family(review: Review) -> WholeFamily:
    """Explicit passages on the family together, and the members whom the analysis speaks of."""
    explicit: list[Span] = []
    members: dict[str, Span] = {}
    for sentence in _analysis(review):
        text, mentions = review.kin.of(sentence)
        if pattern("household", "lens.strong").search(text):
            explicit.append(sentence.span)
        for mention in mentions:
            if mention.kin in _GROUPS:
                span = Span(sentence.block, sentence.start + mention.start, sentence.start + mention.end)
                members.setdefault(_GROUPS[mention.kin], span)
    return WholeFamily(tuple(explicit), members)


def _analysis(review: Review) -> Iterator[Sentence]:
    return (s for s in review.prose.sentences if _in_report(review, s.block) and _analytic(review, s.block))


def _analytic(review: Review, block: int) -> bool:
    return views.kind(review, block) in ANALYSIS


def _remarkable(review: Review, block: int) -> bool:
    """Where a remark on what was not known is the reviewers' own: the analysis, the family, the child."""
    return views.kind(review, block) in (*ANALYSIS, SectionKind.FAMILY, SectionKind.CHILD, SectionKind.OTHER)


def _in_report(review: Review, block: int) -> bool:
    return not review.document.blocks[block].part and not review.outline.within(block, *views.NOT_READ)
