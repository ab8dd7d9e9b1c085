"""Checks without Python: words or patterns that must or must not appear, and where. A board's own rules in TOML."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cpraudit.document import SectionKind, Span
from cpraudit.errors import ConfigurationError, did_you_mean
from cpraudit.facts import Review
from cpraudit.patterns import Pattern, passing_pattern
from cpraudit.quality.checks import Check, Domain, Tier
from cpraudit.quality.results import Result, met, missing, partial

TEXTS = ("id", "title", "source", "asks", "why", "remedy")
KEYS = {*TEXTS, "domain", "tier", "must_appear", "must_not_appear", "where", "patterns"}


def load(path: Path) -> list[Check]:
    """The checks of one TOML file (`[[check]]` tables).

    Raises ConfigurationError where the file, a key or a pattern is wrong.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8")).get("check", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"The check file '{path}' is not valid TOML: {error}.") from error
    return [_made(table, path) for table in tables]


def _made(table: dict[str, Any], path: Path) -> Check:
    for key in table.keys() - KEYS:
        raise ConfigurationError(f"A check in '{path}' has an unknown key '{key}'.{did_you_mean(key, KEYS)}")
    for key in TEXTS:
        if not isinstance(table.get(key), str) or not table[key].strip():
            raise ConfigurationError(f"A check in '{path}' lacks '{key}'.")
    wanted, unwanted = table.get("must_appear", []), table.get("must_not_appear", [])
    if bool(wanted) == bool(unwanted):
        raise ConfigurationError(
            f"The check '{table['id']}' in '{path}' needs either 'must_appear' or 'must_not_appear'."
        )
    try:
        kinds = tuple(SectionKind(kind) for kind in table.get("where", []))
        domain, tier = Domain(table.get("domain", "publication")), Tier(table.get("tier", "advisory"))
        patterns = [_pattern(words, table.get("patterns", False)) for words in (*wanted, *unwanted)]
    except (ValueError, re.error) as error:
        raise ConfigurationError(f"The check '{table['id']}' in '{path}' is wrong: {error}.") from error
    look = _wants(patterns, wanted, kinds) if wanted else _forbids(patterns, kinds)
    texts = {key: table[key] for key in TEXTS}
    return Check(**texts, domain=domain, tier=tier, examine=look, by_absence=bool(unwanted))


def _pattern(words: str, is_pattern: bool) -> Pattern:
    spaced = words if is_pattern else r"\s+".join(re.escape(word) for word in words.split())
    return passing_pattern(rf"(?<!\w)(?:{spaced})(?!\w)", re.IGNORECASE)


def _found(review: Review, pattern: Pattern, kinds: tuple[SectionKind, ...]) -> list[Span]:
    return [sentence.span for sentence, _ in review.prose.search(pattern, *kinds)]


def _wants(
    patterns: list[Pattern], words: list[str], kinds: tuple[SectionKind, ...]
) -> Callable[[Review], Result]:
    def look(review: Review) -> Result:
        found = [_found(review, pattern, kinds) for pattern in patterns]
        lacking = [f"“{word}”" for word, spans in zip(words, found, strict=True) if not spans]
        quoted = [spans[0] for spans in found if spans]
        if not lacking:
            return met("All that must appear was found.", quoted)
        message = f"Not found in the report: {', '.join(lacking)}."
        return partial(message, quoted) if quoted else missing(message)

    return look


def _forbids(patterns: list[Pattern], kinds: tuple[SectionKind, ...]) -> Callable[[Review], Result]:
    def look(review: Review) -> Result:
        spans = [span for pattern in patterns for span in _found(review, pattern, kinds)]
        if spans:
            return missing(f"Words that must not appear were found in {len(spans)} places.", spans, shown=True)
        return met("Searched for words that must not appear: none was found.")

    return look
