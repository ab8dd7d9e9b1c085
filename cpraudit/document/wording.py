"""What a heading in the writer's own words is about, by the families of words that stand in it together (headings.toml)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from cpraudit.document.sections import SectionKind
from cpraudit.patterns import compile_pattern

_BARRED = frozenset({"not", "hindsight"})
"""Families that only a rule which asks for them admits: what nobody did, and what should have been done, is a theme."""
_MOST_WORDS = 12
_YEAR = compile_pattern(r"(?:19|20)\d\d$")
_COUNT = compile_pattern(r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$")
_NAMED = compile_pattern(r"[^\W\d_][\w’'-]*")


@dataclass(frozen=True, slots=True)
class _Rule:
    """Which families of words together make a kind of section."""

    kind: SectionKind
    has: frozenset[str]
    lacks: frozenset[str]
    opens: frozenset[str]
    """Families to one of which the first word, an article apart, must belong; empty where any word may come first."""
    most: int


@dataclass(frozen=True)
class _Families:
    """The families of words, by the words that their entries begin with."""

    entries: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    """First word, without its `*`, to (the words of the entry, family), the longest first."""

    def at(self, words: tuple[str, ...], start: int) -> tuple[int, frozenset[str]]:
        """How many words the longest entry takes that fits at a place, and the families that have an entry as long."""
        fitting = [
            (len(entry), family)
            for head in {words[start][:size] for size in range(1, len(words[start]) + 1)}
            for entry, family in self.entries.get(head, ())
            if _fits(entry, words[start : start + len(entry)])
        ]
        longest = max((size for size, _ in fitting), default=1)
        return longest, frozenset(family for size, family in fitting if size == longest)


def _fits(entry: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return len(entry) == len(words) and all(
        word.startswith(part[:-1]) if part.endswith("*") else word == part
        for part, word in zip(entry, words, strict=True)
    )


def kind(words: str, title: str = "") -> SectionKind | None:
    """What a plain heading is about. `title`: the heading as written, whose capitals tell names."""
    split = tuple(re.sub(r"^(?:the|an?|and|so) ", "", words).split())
    if not split or len(split) > _MOST_WORDS:
        return None
    families = list(_families_in(split))
    if not families:
        return None
    found = frozenset[str]().union(*families) | ({"name"} if _names_somebody(title) else set())
    rules, _ = _data()
    for rule in rules:
        fits = rule.has <= found and not rule.lacks & found and len(split) <= rule.most
        if fits and (not rule.opens or rule.opens & families[0]):
            return rule.kind
    return None


def _families_in(words: tuple[str, ...]) -> Iterator[frozenset[str]]:
    """The families of each word or group of words, in order."""
    (_, families), place = _data(), 0
    while place < len(words):
        size, found = families.at(words, place)
        yield (
            found | {"year"}
            if _YEAR.match(words[place])
            else found | {"number"}
            if _COUNT.match(words[place])
            else found
        )
        place += size


def _names_somebody(title: str) -> bool:
    """Whether a word has a capital that no heading gives it: within a heading whose words are small, and of no family."""
    words = _NAMED.findall(title)
    small = any(word.islower() and len(word) > 3 for word in words[1:]) or (len(words) <= 4 and bool(words))
    later = [word for word in words[1:] if word[:1].isupper()]
    possessed = [words[0]] if words and re.search(r"[’']s$", words[0]) else []
    _, families = _data()
    return small and any(not families.at((_bare(word),), 0)[1] for word in (*later, *possessed))


def _bare(word: str) -> str:
    return re.sub(r"[’']s?$", "", word).lower()


@cache
def _data() -> tuple[tuple[_Rule, ...], _Families]:
    """The rules and the families, read once."""
    data = tomllib.loads(resources.files("cpraudit.document").joinpath("headings.toml").read_text(encoding="utf-8"))
    entries: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for family, texts in data["words"].items():
        for text in texts:
            entry = tuple(text.split())
            entries.setdefault(entry[0].rstrip("*"), []).append((entry, family))
    return tuple(map(_rule, data["rules"])), _Families({head: tuple(found) for head, found in entries.items()})


def _rule(text: str) -> _Rule:
    """'kind: family ^family - family < most'; `^` marks the family of the first word."""
    kind, asked = text.split(": ", 1)
    asked, _, most = asked.partition(" < ")
    has, _, lacks = asked.partition(" - ")
    needed = frozenset(family.lstrip("^") for family in has.split())
    return _Rule(
        kind=SectionKind[kind.replace("-", "_").upper()],
        has=needed,
        lacks=frozenset(lacks.split()) | (_BARRED - needed),
        opens=frozenset(family[1:] for family in has.split() if family.startswith("^")),
        most=int(most or _MOST_WORDS),
    )
