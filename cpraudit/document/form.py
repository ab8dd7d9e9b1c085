"""The recommended form as data: headings, printed wording, instructions and placeholders (from form.toml)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from cpraudit.document.sections import SectionKind
from cpraudit.patterns import Pattern, Phrases, compile_pattern

_NOT_WORD = re.compile(r"[^\w]+")
_SPELLED = str.maketrans({"&": " and ", **dict.fromkeys("'’‘`´", "")})


def plain(text: str) -> str:
    """Words for comparison: lower case, '&' as 'and', no punctuation, no apostrophes."""
    return _NOT_WORD.sub(" ", text.lower().translate(_SPELLED)).strip()


@dataclass(frozen=True)
class Form:
    """What form.toml says, ready to be compared with."""

    headings: dict[str, SectionKind]
    """Plain heading to the kind of its section."""
    phrases: tuple[tuple[Pattern, SectionKind], ...]
    """Words that tell a kind anywhere in a heading, longest first."""
    learning_prefix: Pattern
    """'Finding 1', 'Theme two', 'Learning point 3'."""
    printed: dict[str, str]
    """Plain wording to its group ('core-tasks', 'independence', ...); instructions are the group 'instructions'."""
    alone: frozenset[str]
    """Instructions that are sound headings by themselves."""
    anywhere: Pattern
    blanks: Pattern
    titles: Pattern
    companions: Pattern
    declined: tuple[str, ...]
    inspectorates: frozenset[str]
    headers: tuple[frozenset[str], ...]
    annexes: dict[str, tuple[str, ...]]


@cache
def load() -> Form:
    """The form, read once."""
    data = tomllib.loads(resources.files("cpraudit.document").joinpath("form.toml").read_text(encoding="utf-8"))
    kinds = {name: SectionKind[name.replace("-", "_").upper()] for name in data["sections"]}
    phrases = sorted(
        ((plain(phrase), kinds[name]) for name, section in data["sections"].items() for phrase in section["phrases"]),
        key=lambda pair: -len(pair[0]),
    )
    prefixes = "|".join(sorted(map(re.escape, data["prefixes"]["learning"]), key=len, reverse=True))
    residue = {name: _any_of(patterns) for name, patterns in data["residue"].items()}
    instructions = {plain(words): "instructions" for words in data["instructions"]["blocks"]}
    wording = {plain(words): group for group, blocks in data["printed"].items() for words in blocks}
    return Form(
        headings={plain(h): kinds[name] for name, section in data["sections"].items() for h in section["headings"]},
        phrases=tuple((compile_pattern(rf"\b{phrase}\b"), kind) for phrase, kind in phrases),
        learning_prefix=compile_pattern(
            rf"(?:{prefixes})s? (?:\d{{1,2}}|[ivx]{{1,4}}|[a-h]|one|two|three|four|five|six|seven|eight)\b"
        ),
        printed=instructions | wording,
        alone=frozenset(map(plain, data["instructions"]["alone"])),
        anywhere=residue["anywhere"],
        blanks=residue["blanks"],
        titles=residue["titles"],
        companions=residue["companions"],
        declined=tuple(map(plain, data["ticks"]["declined"])),
        inspectorates=frozenset(map(plain, data["ticks"]["inspectorates"])),
        headers=tuple(frozenset(map(plain, row)) for row in data["tables"]["headers"]),
        annexes={role: tuple(map(plain, words)) for role, words in data["annexes"].items()},
    )


def _any_of(patterns: list[str]) -> Pattern:
    return Phrases(patterns, re.IGNORECASE, kept=True)
