"""Which recommendation answers which learning point: by citing it, or by sharing its subject."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from cpraudit.document import Span
from cpraudit.patterns import compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.learning.learning import LearningPoint
    from cpraudit.facts.review import Review

COMMON = frozenset(
    [
        "about", "after", "again", "agencies", "agency", "all", "also", "among", "and", "any", "are", "been",
        "before", "being", "board", "both", "but", "care", "case", "child", "children", "could", "each", "ensure",
        "every", "family", "for", "from", "had", "has", "have", "health", "her", "him", "his", "how", "into", "its",
        "learning", "made", "make", "more", "most", "need", "not", "one", "other", "our", "out", "panel", "point",
        "practice", "practitioners", "professionals", "recommendation", "report", "review", "safeguarding", "service",
        "services", "she", "should", "social", "staff", "support", "system", "systems", "than", "that", "the",
        "their", "them", "then", "there", "these", "they", "this", "those", "through", "under", "was", "were", "what",
        "when", "where", "which", "who", "whose", "will", "with", "within", "without", "work", "worked", "working",
        "would", "year", "years", "young", "person", "people", "mother", "parents", "act", "ask", "but", "can",
        "day", "did", "due", "few", "get", "got", "him", "key", "let", "may", "new", "nor", "now", "off", "old", "one",
        "own", "put", "run", "saw", "say", "see", "set", "six", "ten", "too", "two", "use", "was", "way", "why", "yet",
        "you", "your",
    ]
)  # fmt: skip
NONE_MADE = compile_pattern(
    r"\bno (?:\w+ )?recommendation (?:is|was|has been) (?:\w+ )?(?:made|needed|necessary)\b|"
    r"\b(?:we|I|the (?:review|panel|reviewers?)) (?:have|has|had|do|does|did)(?: not|n['’]t) (?:\w+ )?(?:made|make) (?:an?|any) (?:\w+ )?recommendations? (?:on|about|for|here|because|since|as)\b|"
    r"\bthere is(?: therefore)? no recommendation (?:on|about|for|here|because|since|as)\b|"
    r"\bmakes? no (?:\w+ )?recommendation (?:on|about|for|here|because|since|as)\b",
    re.IGNORECASE,
)
"""A learning point left without a recommendation, for a reason."""
WORD = compile_pattern(r"[a-z]{3,}")
ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ied", "ed", "es", "s", "ly", "al", "ity")


FEWEST_SHARED = 1.3
"""Shared words, each weighed by its rarity, that make two texts of one subject (this project's own)."""


@dataclass(frozen=True, slots=True)
class Tracing:
    """How recommendations and learning points answer one another."""

    orphans: tuple[Span, ...]
    """Recommendations that answer no learning point."""
    unanswered: tuple[Span, ...]
    """Learning points that no recommendation answers."""
    points: int
    recommendations: int


@cache
def stem(word: str) -> str:
    """A word without its commonest endings, so that 'assessing' and 'assessments' are one."""
    if word.endswith("ies") and len(word) > len("ties"):
        return word[:-3] + "y"
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def subjects(text: str) -> Counter[str]:
    """Content words of a text, stemmed, with their counts."""
    return Counter(stem(word) for word in WORD.findall(text.lower()) if word not in COMMON)


def shared(one: Counter[str], other: Counter[str], rarity: Counter[str]) -> float:
    """How much of the subject two texts share; a word that stands in few texts weighs more."""
    return sum(1 / rarity[word] for word in one.keys() & other.keys() if rarity[word])


def find(review: Review) -> Tracing:
    """Match each recommendation with the learning points."""
    points, recommendations = review.learning.points, review.recommendations.value
    texts = [subjects(_words(review, point)) for point in points]
    titles = [subjects(point.title) for point in points]
    rarity = Counter(word for text in texts for word in text)
    answered: set[int] = set()
    orphans = []
    citing = 2 * sum(bool(_cited(r.learning, points)) for r in recommendations) >= len(recommendations)
    for recommendation in recommendations:
        headings = review.outline.path(recommendation.span.block)
        words = subjects(" ".join((recommendation.text, *headings)))
        scores = [
            shared(words, text, rarity) + (1.0 if words.keys() & title.keys() else 0)
            for text, title in zip(texts, titles, strict=True)
        ]
        cited = _cited(recommendation.learning, points)
        alike = {n for n, score in enumerate(scores) if score >= FEWEST_SHARED and score >= 0.6 * max(scores)}
        matched = cited or alike
        beside = any(re.search(r"[A-Za-z]{4}", learning) for learning in recommendation.learning)
        answered |= cited if citing else matched  # where most say what they answer, the rest answer nothing more
        if not matched and not beside:
            orphans.append(recommendation.span)
    for sentence, _ in review.prose.search(NONE_MADE):
        answered |= {n for n, point in enumerate(points) if sentence.block in point.blocks}
        words = subjects(NONE_MADE.sub("", sentence.text))
        scores = [shared(words, text, rarity) for text in texts]
        answered |= {n for n, score in enumerate(scores) if score >= 1.0 and score == max(scores)}
    unanswered = tuple(p.heading for n, p in enumerate(points) if n not in answered)
    return Tracing(tuple(orphans), unanswered, len(points), len(recommendations))


def _words(review: Review, point: LearningPoint) -> str:
    return " ".join([point.title, *(review.document.blocks[block].text for block in point.blocks)])


def _cited(learning: tuple[str, ...], points: tuple[LearningPoint, ...]) -> set[int]:
    """Learning points by the numbers that a recommendation cites ('1', '1, 4', 'Theme 2')."""
    numbers = {number for cited in learning for number in re.findall(r"\d+", cited)}
    found = set()
    for place, point in enumerate(points):
        own = re.search(r"\d+(?=\W*[A-Za-z:–-]|$)", re.sub(r"^[\d.]+\s+", "", point.title))
        if (own and own.group() in numbers) or (not own and str(place + 1) in numbers):
            found.add(place)
    return found
