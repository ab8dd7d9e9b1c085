"""Recommendations that several reviews make in like words.

Likeness is of wording (rapidfuzz), not of meaning: two reviews that ask for the same in other words are not put together,
which the dashboard says. Only texts that share some of their rarer words are compared, so that ten thousand take seconds.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cpraudit.batch.rows import Advised

ALIKE = 72
"""Least likeness, of 100, of two texts whose words are put in order; found by looking at what it groups."""
SHORTEST = 4
"""Words of a text below which it tells too little to be compared."""
KEYS, SHARED = 10, 3
"""Of each text so many of its rarer words are looked up, of which so many must be shared."""
COMMON = 0.25
"""Share of the texts from which a word tells nothing of any one of them."""


@dataclass(slots=True)
class Recurring:
    """One recommendation as several reviews make it."""

    text: str
    """As the first of them words it."""
    advice: list[Advised] = field(default_factory=list)

    @property
    def reviews(self) -> tuple[int, ...]:
        """Numbers of the reviews that make it."""
        return tuple(sorted({advised.review for advised in self.advice}))


def recurring(advice: Iterable[Advised]) -> tuple[Recurring, ...]:
    """What at least two reviews recommend in like words, the most frequent first."""
    groups = _groups([advised for advised in advice if len(advised.text.split()) >= SHORTEST])
    several = [group for group in groups if len(group.reviews) > 1]
    return tuple(sorted(several, key=lambda group: (-len(group.reviews), group.text)))


def _groups(advice: Sequence[Advised]) -> Iterable[Recurring]:
    """Put each text to the first of a group that it is most like, or let it begin one."""
    from rapidfuzz import fuzz

    words = {advised.text: _words(advised.text) for advised in advice}
    often = Counter(word for text in words.values() for word in set(text))
    most = max(3.0, COMMON * len(words))
    groups: dict[str, Recurring] = {}
    by_word: dict[str, list[str]] = defaultdict(list)
    home: dict[str, str] = {}
    for text, own in words.items():
        rare = sorted({word for word in own if 1 < often[word] <= most}, key=lambda word: (often[word], word))[:KEYS]
        shared = Counter(first for word in rare for first in by_word[word])
        sorted_text = " ".join(sorted(own))
        best, likeness = text, float(ALIKE)
        for first, count in shared.most_common(50):
            if count < min(SHARED, len(rare)):
                break
            found = fuzz.ratio(sorted_text, " ".join(sorted(words[first])), score_cutoff=likeness)
            if found >= likeness:
                best, likeness = first, found
        home[text] = best
        if best == text:
            for word in rare:
                by_word[word].append(text)
    for advised in advice:
        first = home[advised.text]
        groups.setdefault(first, Recurring(first)).advice.append(advised)
    return groups.values()


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.casefold())
