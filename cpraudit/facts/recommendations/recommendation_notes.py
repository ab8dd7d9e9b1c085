"""What a report says about its recommendations as a whole: that none are made, or that their dates stand elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.text.lexicon import pattern
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review


@dataclass(frozen=True, slots=True)
class RecommendationNotes:
    """Passages about the recommendations as a whole."""

    none_made: tuple[Span, ...]
    """'No recommendations are made, because ...': only with a reason."""
    timing_elsewhere: tuple[Span, ...]
    """'Timescales are set out in the action plan'."""
    type_left_out: tuple[Span, ...] = ()
    """Why they are not marked as strategic or operational."""
    level_left_out: tuple[Span, ...] = ()
    """Why they are not marked as local, regional or national."""


_UNMARKED = compile_pattern(
    r"\bnot (?:been )?(?:\w+ )?(?:divided|marked|sorted|grouped|classified|classed|categorised|labelled|graded|"
    r"separated|split|"
    r"distinguish\w*)\b[^.]*?(?:(?P<kind>\bstrategic|\boperational)|(?P<level>\blocal|\bregional|\bnational|"
    r"\blevel))",
    re.IGNORECASE,
)
_NONE = compile_pattern(
    r"\b(?:(?:makes?|made|has made|have made) no (?:\w+ )?recommendations|no (?:\w+ ){0,2}recommendations (?:are|"
    r"were|have been|has been) "
    r"(?:made|needed|necessary)|(?:does|do|did) not make (?:any )?(?:\w+ )?recommendations|"
    r"not (?:been )?(?:considered )?necessary to make (?:any )?"
    r"recommendations|decided (?:not to make|against making|to make no) (?:\w+ )?recommendations)\b",
    re.IGNORECASE,
)
_WHY = compile_pattern(
    r"\b(?:because|since|as (?:the|all|each|it|they|these|this|agencies|changes)|owing to|due to|in view of|"
    r"given (?:that|the)|so that|"
    r"(?:have|has) (?:already|since) (?:been|made|taken|put|changed))\b",
    re.IGNORECASE,
)


def find(review: Review) -> RecommendationNotes:
    """Look for them outside the terms of reference; a reason may stand in the next sentence of the paragraph."""
    sentences = list(review.prose.sentences_outside(SectionKind.TERMS, SectionKind.REFERENCES))
    elsewhere = pattern("recommendations", "timing.elsewhere")
    none_made: list[Span] = []
    timing: list[Span] = []
    unmarked: dict[str, list[Span]] = {"kind": [], "level": []}
    for sentence, following in zip_longest(sentences, sentences[1:]):
        if _NONE.search(sentence.text):
            beside = following.text if following is not None and following.block == sentence.block else ""
            if _WHY.search(sentence.text) or _WHY.search(beside):
                none_made.append(sentence.span)
        left_out = _UNMARKED.search(sentence.text)
        if left_out and left_out.lastgroup and _WHY.search(sentence.text):
            unmarked[left_out.lastgroup].append(sentence.span)
        if elsewhere.search(sentence.text):
            timing.append(sentence.span)
    return RecommendationNotes(tuple(none_made), tuple(timing), tuple(unmarked["kind"]), tuple(unmarked["level"]))
