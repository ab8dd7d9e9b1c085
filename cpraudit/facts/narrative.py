"""How the narrative is carried by dates, ages and other marks of time, and whether they ascend."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

TOLD = (SectionKind.NARRATIVE, SectionKind.CIRCUMSTANCES, SectionKind.BACKGROUND, SectionKind.LEARNING)
RELATIVE = re.compile(
    r"\b(?:(?:the|that) (?:next|following|same|previous) (?:day|week|month|morning|evening|year|spring|summer|autumn|winter)|"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|several|a few|some|\d+) (?:days|weeks|months|years) (?:later|earlier|before|after|into)|"
    r"a (?:day|week|fortnight|month|year) (?:later|earlier|before|after)|when (?:\w+ ){1,3}(?:was|were) (?:aged )?(?:\w+ )?(?:weeks|months|years|\d+)|"
    r"at (?:\d+|\w+) (?:weeks|months|years)|aged \w+|by the (?:summer|autumn|winter|spring|end)|that (?:summer|autumn|winter|spring|easter|christmas))\b",
    re.IGNORECASE,
)
RUN = re.compile(r"\b(?:on|in|from|since|between|until|by|during|throughout)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Narrative:
    """The marks of time in what is told."""

    dates: tuple[Span, ...]
    relative: tuple[Span, ...]
    words: int
    ascending: float
    """Share of neighbouring dates within one section that do not go back in time (1 where there are too few)."""


def find(review: Review) -> Narrative:
    """Read the narrative, or where there is none, the circumstances and the learning."""
    outline = review.outline
    kinds = (SectionKind.NARRATIVE,) if outline.of_kind(SectionKind.NARRATIVE) else TOLD
    told = {b.index for b in review.prose.blocks if b.part == 0 and outline.within(b.index, *kinds)}
    told -= {index for index in told if outline.within(index, SectionKind.CHRONOLOGY, SectionKind.RECOMMENDATIONS)}
    dated = [m for m in review.date_mentions if m.span.block in told and m.value is not None]
    forward = pairs = 0
    for earlier, later in zip(dated, dated[1:], strict=False):
        if (
            outline.innermost[earlier.span.block] == outline.innermost[later.span.block]
            and earlier.value
            and later.value
        ):
            pairs += 1
            forward += later.value.last >= earlier.value.first
    relative = tuple(
        Span(s.block, s.start + m.start(), s.start + m.end())
        for s in review.prose.sentences if s.block in told for m in RELATIVE.finditer(s.text)
    )  # fmt: skip
    words = sum(len(review.document.blocks[index].text.split()) for index in told)
    return Narrative(tuple(m.span for m in dated), relative, words, forward / pairs if pairs >= 3 else 1.0)
