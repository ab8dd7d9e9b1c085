"""Posts and job roles: what shows at what level somebody took part."""

from __future__ import annotations

from cpraudit.facts.text.lexicon import pattern


def posts_in(text: str) -> list[tuple[int, int]]:
    """Where a text names a post or job role ('Detective Inspector', 'two neonatal nurses', 'Head of Service')."""
    return [match.span() for match in pattern("posts", "posts").finditer(text)]


def levels_in(text: str) -> list[tuple[int, int]]:
    """Where a text tells a level in so many words ('senior managers', 'three first-line managers')."""
    return [match.span() for match in pattern("posts", "levels").finditer(text)]
