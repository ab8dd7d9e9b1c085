"""Themes of a review's learning and recommendations, coded on their own wording only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.text.lexicon import load, pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review

_PLACES = (
    SectionKind.LEARNING,
    SectionKind.IMPROVING,
    SectionKind.RECOMMENDATIONS,
    SectionKind.ACTION_PLAN,
    SectionKind.CORE_TASKS,
    SectionKind.CONCLUSION,
    SectionKind.SUMMARY,
)


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme whose words the review uses, and where it first does."""

    code: str
    title: str
    span: Span


def titles() -> dict[str, str]:
    """The title of every theme, by its code."""
    return {code: told["title"] for code, told in load("themes").items()}


def find(review: Review) -> tuple[Theme, ...]:
    """The themes that learning, recommendations or conclusions name, in the order of the data file."""
    advised = {recommendation.span.block for recommendation in review.recommendations.value}
    found = []
    for code, title in titles().items():
        words = pattern("themes", f"{code}.words")
        for sentence, match in review.prose.search(words):
            if sentence.block in advised or review.outline.within(sentence.block, *_PLACES):
                span = Span(sentence.block, sentence.start + match.start(), sentence.start + match.end())
                found.append(Theme(code, title, span))
                break
    return tuple(found)
