"""What a person wrote: where it stands, and the refusal of what is not known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from cpraudit.errors import ConfigurationError, did_you_mean

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Where:
    """Where a value is written."""

    folder: Path
    """Paths are relative to it."""
    origin: str
    """For a person."""


def refuse_unknown(table: Mapping[str, Any], known: Iterable[str], whose: str) -> None:
    """Raise ConfigurationError at the first key that is not known, with the one that was probably meant."""
    names = list(known)
    for key in table:
        if key not in names:
            hint = did_you_mean(key, names) or f" The keys are {', '.join(names)}."
            raise ConfigurationError(f"{whose} has an unknown key '{key}'.{hint}")


def tables(name: str, read: Callable[[Mapping[str, Any], Where], T]) -> Callable[[Any, Where], tuple[T, ...]]:
    """How a key is read that takes any number of tables, each under `[[name]]`."""

    def each(value: Any, where: Where) -> tuple[T, ...]:
        if not isinstance(value, list) or not all(isinstance(table, dict) for table in value):
            raise ValueError(f"tables, each under [[{name}]]")
        return tuple(read(table, where) for table in value)

    return each
