"""Word lists kept as data: one loader, and one way to make a pattern of a list."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from cpraudit.patterns import Pattern, Phrases


@cache
def load(name: str) -> dict[str, Any]:
    """The TOML file of that name under `cpraudit.facts.data`."""
    return tomllib.loads(files("cpraudit.facts.data").joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def any_of(phrases: Iterable[str], *, case: bool = False, kept: bool = True) -> Pattern:
    """A pattern that matches any of these phrases as whole words; each phrase is itself a regular expression.

    A space in a phrase matches any white space ('head ?teacher': or none), and either apostrophe matches the other. `kept` is False where a phrase is
    not the program's own.
    """
    return _joined(tuple(phrases), case, kept)


@cache
def _joined(phrases: tuple[str, ...], case: bool, kept: bool) -> Pattern:
    spaced = [phrase.replace("'", "['’]").replace(" ?", r"\s?").replace(" ", r"\s+") for phrase in phrases]
    return Phrases(spaced, 0 if case else re.IGNORECASE, before=r"(?<!\w)", after=r"(?!\w)", kept=kept)


@cache
def pattern(name: str, key: str) -> Pattern:
    """The pattern of one list ('a.b' for a list within a table) of a data file."""
    value: Any = load(name)
    for part in key.split("."):
        value = value[part]
    return any_of(value)
