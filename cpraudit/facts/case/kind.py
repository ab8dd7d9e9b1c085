"""What kind of document this is: a practice review, or what it looks like instead.

It never changes a status: it heads the audit, so that nobody reads a low score of an inspection letter as a verdict on a
review. A thin, odd or English review, a letter or a briefing about one case is still a practice review.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review


class Kind(StrEnum):
    """What a document is."""

    REVIEW = "practice review"
    BRIEFING = "briefing"
    """General learning, about no case."""
    INSPECTION = "inspection report"
    CORONER = "coroner's document"
    POLICY = "policy or procedure"
    FORM = "form"
    """The blank form."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class KindOfDocument:
    """The kind, and what it was known by."""

    kind: Kind
    reason: str
    spans: tuple[Span, ...] = ()


REVIEW = compile_pattern(
    r"\b(?:(?:child|adult|safeguarding) practice review|serious case review|single unified safeguarding review|domestic homicide review|learning review|"
    r"case management review|significant case review|practice review)s?\b",
    re.IGNORECASE,
)
CASE = compile_pattern(
    r"\b(?:index child|the child|child [A-Z]\b|young person [A-Z]\b|his mother|her mother|mother|died|injur(?:y|ed|ies)|was found|neglect|was admitted)\b",
    re.IGNORECASE,
)
INSTEAD = (
    (Kind.INSPECTION, compile_pattern(r"\binspection (?:of|report|letter|team|framework)\b|\b(?:we|inspectors) (?:inspected|judged|rated)\b|\bEstyn inspect|\bCare Inspectorate Wales (?:carried out|inspected)\b", re.IGNORECASE)),
    (Kind.CORONER, compile_pattern(r"\bregulation 28\b|\bprevention of future deaths\b|\brecord of inquest\b|\bcoroner['’]s concerns\b|\bnarrative conclusion\b", re.IGNORECASE)),
    (Kind.POLICY, compile_pattern(r"\bthis (?:policy|procedure|protocol|guidance) (?:applies|sets out|is for|aims)\b|\bversion control\b|\breview date of (?:this )?policy\b|\bscope of (?:this|the) (?:policy|procedure)\b|\broles and responsibilities\b", re.IGNORECASE)),
)  # fmt: skip
BLANK_WORDS = 150
"""Words of one's own below which a document with the form's wording is the blank form (this project's own)."""


def find(review: Review) -> KindOfDocument:
    """Weigh what the document calls itself against what it tells."""
    own = [block for block in review.prose.blocks if block.part == 0 and block.index not in review.outline.headings]
    words = sum(len(block.text.split()) for block in own)
    printed = sum(1 for index in review.outline.printed if review.document.blocks[index].part == 0)
    if words < BLANK_WORDS and printed >= 5:
        return KindOfDocument(Kind.FORM, "It holds the form's printed wording and next to nothing else.")
    title = [block for block in review.prose.blocks[:30] if REVIEW.search(block.text)]
    told = sum(bool(CASE.search(block.text)) for block in own)
    named = review.identity.case_id or review.identity.pseudonym
    children = any(child.age or child.gender for child in review.children.index)
    about_case = (
        told >= max(2, 0.1 * len(own))
        or review.event.outcome is not None
        or (named is not None and told >= 2)
        or children
    )
    instead = max(
        ((len(list(review.prose.search(pattern))), kind, pattern) for kind, pattern in INSTEAD), key=lambda row: row[0]
    )
    if title:
        if about_case:
            return KindOfDocument(Kind.REVIEW, "", (review.document.whole(title[0].index),))
        return KindOfDocument(
            Kind.BRIEFING,
            "It speaks of a practice review and tells of no case.",
            (review.document.whole(title[0].index),),
        )
    if instead[0] >= 2:
        found = next(review.prose.search(instead[2]))[0].span
        return KindOfDocument(
            instead[1],
            f"It does not call itself a practice review, and its wording is that of a document of the kind '{instead[1]}'.",
            (found,),
        )
    if about_case and review.outline.of_kind(
        SectionKind.LEARNING, SectionKind.RECOMMENDATIONS, SectionKind.CIRCUMSTANCES
    ):
        return KindOfDocument(Kind.REVIEW, "")
    return KindOfDocument(
        Kind.OTHER,
        "It neither calls itself a practice review nor tells of a case, its learning and its recommendations.",
    )
