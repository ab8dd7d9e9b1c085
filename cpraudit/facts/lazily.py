"""Facts that are found when they are first asked for, by the module of their kind, and kept."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class _Found:
    """An attribute whose value a function of a module in this package finds for its owner."""

    def __init__(self, module: str, function: str) -> None:
        self._module = module
        self._function = function
        self._name = function

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, owner: Any, kind: type | None = None) -> Any:
        if owner is None:
            return self
        found = getattr(import_module(f"{__package__}.{self._module}"), self._function)(owner)
        owner.__dict__[self._name] = found  # found there from now on, before this is asked again
        return found


def found_by(module: str, function: str = "find") -> Any:
    """The value of an attribute of `Review`: what that function of `cpraudit.facts.<module>` finds in it.

    The module is imported when the fact is first asked for. The attribute's annotation tells its type.
    """
    return _Found(module, function)
