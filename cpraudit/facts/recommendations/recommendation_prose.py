"""Recommendations told in running prose that counts them: 'I ask that ...', 'Secondly, ...', 'Finally, all agencies ...'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from cpraudit.facts.recommendations.recommendation_drafts import Draft
from cpraudit.facts.recommendations.recommendation_text import announces, counts_off, recommends
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review
    from cpraudit.facts.text.prose import Sentence

_NTH = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next|last|final)"
_COUNTS = compile_pattern(
    rf"^(?:{_NTH}(?:ly)?(?: of all)?\b,?(?! (?:visit|contact|referral|call|report|child|time|week|month|year)\b)|"
    rf"(?:my|our|the|a) {_NTH} (?!\w+ (?:visit|contact|referral|week|month|year)\b)|"
    r"then\b(?! (?:the|a) (?:mother|father|child)\b)|in addition\b|beyond that\b|to (?:begin|end|finish) with\b|one more\b)",
    re.IGNORECASE,
)
"""How a sentence opens that counts: 'Secondly', 'My third request', 'Then', 'Finally'."""
_OF_SOMEBODY_NAMED = compile_pattern(
    r"\b(?:ask|urge|invite|request|want|expect|advise)(?:ed|s)? (?:it|them|both|each)\b", re.IGNORECASE
)
FEWEST_COUNTED = 2


def counted(review: Review, blocks: Iterable[int], titles: tuple[str, ...] = ()) -> list[Draft]:
    """One recommendation for each stretch that a counting word, or a new paragraph, opens; none where nothing counts."""
    sentences = [s for block in blocks for s in review.prose.by_block.get(block, ())]
    if sum(bool(_COUNTS.match(s.text)) for s in sentences) < FEWEST_COUNTED:
        return []
    return [
        Draft("", " ".join(s.text for s in asked), tuple(s.span for s in asked), "", titles, separate=False)
        for stretch in _stretches(sentences)
        if (asked := _asked(stretch))
    ]


def _stretches(sentences: list[Sentence]) -> Iterator[list[Sentence]]:
    """The sentences from one counting word, or one paragraph, to the next."""
    stretch: list[Sentence] = []
    for sentence in sentences:
        if stretch and (sentence.block != stretch[-1].block or _COUNTS.match(sentence.text)):
            yield stretch
            stretch = []
        stretch.append(sentence)
    if stretch:
        yield stretch


def _asked(stretch: list[Sentence]) -> list[Sentence]:
    """From the sentence on that asks; from the one before where it asks 'it' or 'them'."""
    first = next((n for n, s in enumerate(stretch) if (recommends(s.text) or counts_off(s.text)) and not (s.text.endswith("?") or announces(s.text))), None)
    if first is None:
        return []
    return stretch[first - 1 if first and _OF_SOMEBODY_NAMED.search(stretch[first].text) else first :]
