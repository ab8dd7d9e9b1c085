"""The `[[board]]` and `[[agency]]` tables: names that a board adds to the built-in ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cpraudit.config.written import Where, refuse_unknown
from cpraudit.errors import ConfigurationError, did_you_mean
from cpraudit.facts.agencies.local_names import LocalAgency, LocalBoard


def board_of(table: Mapping[str, Any], where: Where) -> LocalBoard:
    """A board. Raises ConfigurationError where it has no name, or a key is unknown or wrong."""
    whose = f"A [[board]] in {where.origin}"
    refuse_unknown(table, ("name", "names", "codes"), whose)
    return LocalBoard(_name(table, whose), names=_list(table, "names", whose), codes=_list(table, "codes", whose))


def agency_of(table: Mapping[str, Any], where: Where) -> LocalAgency:
    """An agency. Raises ConfigurationError likewise, and where its kind is none that is known."""
    from cpraudit.facts.agencies.gazetteer import kinds

    whose = f"An [[agency]] in {where.origin}"
    refuse_unknown(table, ("name", "kind", "names", "acronyms"), whose)
    name, kind = _name(table, whose), table.get("kind")
    if kind not in kinds():
        hint = did_you_mean(str(kind), kinds()) or f" The kinds are {', '.join(sorted(kinds()))}."
        said = "gives no kind of service" if kind is None else f"has an unknown kind of service '{kind}'"
        raise ConfigurationError(f"The [[agency]] '{name}' in {where.origin} {said}.{hint}")
    return LocalAgency(name, str(kind), _list(table, "names", whose), _list(table, "acronyms", whose))


def _name(table: Mapping[str, Any], whose: str) -> str:
    name = table.get("name")
    if not isinstance(name, str) or not any(letter.isalpha() for letter in name):
        raise ConfigurationError(f"{whose} has no name. Give 'name'.")
    return " ".join(name.split())


def _list(table: Mapping[str, Any], key: str, whose: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
        raise ConfigurationError(f"{whose} needs '{key}' as a list of texts: {key} = [\"...\"].")
    return tuple(" ".join(word.split()) for word in value)
