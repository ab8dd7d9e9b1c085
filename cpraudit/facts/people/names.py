"""Personal names of professionals, as far as a rule can tell them from other capitalised words."""

from __future__ import annotations

import re
from functools import cache

from cpraudit.facts.text import lexicon
from cpraudit.patterns import compile_pattern

TITLE = r"(?:(?:Dr|Mr|Mrs|Ms|Miss|Professor|Prof|Sir|Dame|Canon|Revd?)\.? )?"
WORD = r"(?:[A-ZÂÊÎÔÛŴŶÉ][a-zâêîôûŵŷéïëöü'’]+(?:-[A-ZÂÊÎÔÛŴŶ][a-zâêîôûŵŷéïëö]+)*|[A-Z]\.|Mc[A-Z][a-z]+|O['’][A-Z][a-z]+|ap|ab)"
NAME = compile_pattern(rf"\b({TITLE}{WORD}(?: {WORD}){{1,3}})(?![\w-])")


@cache
def _not_names() -> frozenset[str]:
    return frozenset(lexicon.load("names")["not_names"].split())


OF_BODIES = frozenset({
    "university", "health", "county", "council", "borough", "police", "trust", "hospital", "city", "safeguarding", "board",
    "school", "college", "service", "services", "housing", "youth", "probation", "regional",
})  # fmt: skip


def names_in(text: str) -> list[tuple[str, int, int]]:
    """Names with their offsets: two or more capitalised words, none of which belongs to a post or an organisation."""
    found = []
    for match in NAME.finditer(text):
        start, words = match.start(1), match.group(1)
        kept = _without_posts(words)
        if kept:
            start += words.index(kept)
            found.append((kept, start, start + len(kept)))
    return found


def _without_posts(words: str) -> str:
    """The longest run of words at the start that no post or organisation uses; empty if fewer than two are left."""
    parts, not_names = words.split(), _not_names()
    while parts and _bare(parts[0]) in not_names:
        parts = parts[1:]
    kept = []
    for part in parts:
        if _bare(part) in OF_BODIES:
            return ""  # 'Dyffryn Hud University Health Board' is no person
        if _bare(part) in not_names:
            break
        kept.append(part)
    plain = [
        part
        for part in kept
        if not re.fullmatch(TITLE.strip("?") + r"|(?:Dr|Mr|Mrs|Ms|Miss|Professor|Prof|Sir|Dame)\.?", part)
    ]
    return " ".join(kept) if len(plain) >= 2 else ""


def _bare(word: str) -> str:
    return re.sub(r"['’]s$|\W", "", word.lower())


def settled(name: str) -> str:
    """A name in ordinary letters: 'GWYN TEGID PARRY' is Gwyn Tegid Parry."""
    name = re.sub(r"\s+", " ", name).strip(" ,;:.()")
    if name.isupper() and len(name) > 4:
        name = re.sub(r"[^\W\d_]+", lambda match: match.group().capitalize(), name)
    return name


def same(one: str, other: str) -> bool:
    """Whether two forms may be one person: the same surname and no different first initial."""
    first, second = (plain(name) for name in (one, other))
    if not first or not second or first[-1] != second[-1]:
        return False
    return len(first) == 1 or len(second) == 1 or first[0][0] == second[0][0]


def plain(name: str) -> list[str]:
    """The words of a name in small letters, without its title."""
    bare = re.sub(r"^(?:Dr|Mr|Mrs|Ms|Miss|Professor|Prof|Sir|Dame)\.? ", "", settled(name))
    return [part.lower() for part in re.split(r"[\s.]+", bare) if part]
