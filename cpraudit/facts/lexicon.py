"""Word lists kept as data: one loader, and one way to make a pattern of a list."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The TOML file of that name under `cpraudit.facts.data`."""
    return tomllib.loads(files("cpraudit.facts.data").joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def any_of(phrases: Iterable[str], *, case: bool = False) -> re.Pattern[str]:
    """A pattern that matches any of these phrases as whole words; each phrase is itself a regular expression.

    A space in a phrase matches any white space, and either apostrophe matches the other.
    """
    return _joined(tuple(phrases), case)


@cache
def _joined(phrases: tuple[str, ...], case: bool) -> re.Pattern[str]:
    joined = "|".join(phrase.replace("'", "['’]").replace(" ", r"\s+") for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", 0 if case else re.IGNORECASE)


@cache
def pattern(name: str, key: str) -> re.Pattern[str]:
    """The pattern of one list ('a.b' for a list within a table) of a data file."""
    value: Any = load(name)
    for part in key.split("."):
        value = value[part]
    return any_of(value)
