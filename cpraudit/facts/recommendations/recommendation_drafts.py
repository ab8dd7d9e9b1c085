"""A recommendation as it stands in the report, before its words are weighed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.text.lexicon import load
from cpraudit.patterns import Pattern, compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review


@dataclass(frozen=True, slots=True)
class Draft:
    """A recommendation as it stands, before its words are weighed."""

    label: str
    text: str
    spans: tuple[Span, ...]
    around: str = ""
    """The lead-in that it completes ('The Health Board should:')."""
    groups: tuple[str, ...] = ()
    """Headings and group lines that it stands under, innermost last."""
    columns: dict[str, tuple[str, Span]] = field(default_factory=dict)
    """What its row or its lines say, by column: 'owner', 'timing', 'level', ..."""
    separate: bool = True
    """It is numbered, bulleted or a row of a table."""


NUMBERED = compile_pattern(
    r"^(?:recommendation|argymhelliad|action|proposal|rec)\.?\s*(?:no\.?\s*)?(\d{1,2}(?:\.\d{1,2})?[a-z]?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"[ivx]{1,4}(?=\s*[:.–—-]))\b\s*(\([^)]{1,40}\))?\s*[:.–—-]?\s*",
    re.IGNORECASE,
)
"""'Recommendation 4 (national): ...': its number and the note beside it."""


def bare_label(label: str) -> str:
    """'S1.' gives 'S1'; a bullet gives nothing."""
    words = re.sub(r"^(?:recommendation|action|rec)\.?\s*(?:no\.?\s*)?", "", label, flags=re.IGNORECASE)
    return words.strip("().:[] ") if any(char.isalnum() for char in words) and words != "o" else ""


@cache
def _columns() -> tuple[tuple[str, Pattern], ...]:
    return tuple((name, compile_pattern("|".join(heads))) for name, heads in load("recommendations")["columns"].items())


@cache
def column_of(header: str) -> str | None:
    """What a column of that header holds."""
    plain = re.sub(r"[^\w/]+", " ", header.lower()).strip()
    for words in (plain, plain.removesuffix("s"), *(part.strip() for part in re.split(r"/| and | or ", plain))):
        for name, heads in _columns():
            if words and heads.fullmatch(words):
                return name
    return None


def titles_around(review: Review, block: int) -> tuple[str, ...]:
    """The headings of recommendations or actions that a block stands under, outermost first."""
    kinds = {SectionKind.RECOMMENDATIONS, SectionKind.IMPROVING, SectionKind.ACTION_PLAN}
    return tuple(s.title for s in review.outline.lineage(block) if s.title and s.kind in kinds)[::-1]
