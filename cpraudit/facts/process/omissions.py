"""Passages that say that something is left out of the report, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpraudit.document import Span
from cpraudit.facts.text import places
from cpraudit.facts.text.lexicon import load, pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review


@dataclass(frozen=True, slots=True)
class Omissions:
    """Reasons given for leaving things out, by topic."""

    by_topic: dict[str, tuple[Span, ...]]

    def about(self, topic: str) -> tuple[Span, ...]:
        """Where the report says that it leaves this out, and why: 'panel', 'contributions', 'learning event', ..."""
        return self.by_topic[topic]


def find(review: Review) -> Omissions:
    """One sentence must name the thing, say that it is left out, and give a reason."""
    left_out, why = pattern("omissions", "left_out"), pattern("omissions", "why")
    topics: dict[str, list[Span]] = {topic: [] for topic in load("omissions")["topics"]}
    for sentence in review.prose.sentences:
        if places.tells_case(review.outline, sentence.block) or not places.tells_review(review.outline, sentence.block):
            continue
        if left_out.search(sentence.text) and why.search(sentence.text):
            for topic, spans in topics.items():
                if pattern("omissions", f"topics.{topic}").search(sentence.text):
                    spans.append(sentence.span)
    return Omissions({topic: tuple(spans) for topic, spans in topics.items()})
