"""The conclusion, and whether it comes back to the objectives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

REFERS = re.compile(
    r"\b(?:terms of reference|core tasks?|objectives?|(?:panel|review)['’]s questions?|"
    r"(?:on|to|in answer to|as to|in response to) (?:the )?(?:first|second|third|fourth|fifth|questions?)\b(?: question)?|"
    r"questions? (?:\d+|one|two|three|four|five|\([ivx]+\))|lines? of (?:en|in)quiry|(?:questions|matters) (?:that )?(?:the panel|we were|it was) (?:set|asked))\b",
    re.IGNORECASE,
)
OPENS = re.compile(r"^(?:in conclusion|to conclude|in closing|in summary,|overall, the review)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Closing:
    """What concludes the report."""

    spans: tuple[Span, ...]
    refers: tuple[Span, ...]
    """Where it comes back to the objectives, core tasks or terms of reference."""


def find(review: Review) -> Closing:
    """Sections of conclusion, else paragraphs that open as one."""
    sentences = [
        s for s in review.prose.sentences_in(SectionKind.CONCLUSION)
        if s.block not in review.outline.headings and not review.outline.within(s.block, SectionKind.RECOMMENDATIONS)
    ]  # fmt: skip
    if not sentences:
        opening = [block.index for block in review.prose.blocks if OPENS.match(block.text)]
        sentences = [s for index in opening for s in review.prose.by_block.get(index, ())]
    return Closing(tuple(s.span for s in sentences), tuple(s.span for s in sentences if REFERS.search(s.text)))
