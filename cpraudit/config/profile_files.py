"""Profiles as data files: the built-in ones, and a board's own."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from importlib.resources import files
from pathlib import Path
from typing import Any

from cpraudit.errors import ConfigurationError, did_you_mean
from cpraudit.facts.limits import Limits
from cpraudit.quality.checks import Tier
from cpraudit.quality.profile import Profile

BUILT_IN = ("cpr-2023", "cpr-2016")
KEYS = {"title", "applies", "extends", "scored", "weights", "limits", "checks"}


def load_profile(name: str) -> Profile:
    """A built-in profile by its name, or a board's own by the path of its TOML file.

    Raises ConfigurationError where there is none of that name or the file is wrong.
    """
    data = _data(name)
    try:
        return Profile(
            id=Path(name).stem if name.endswith(".toml") else name,
            title=data["title"],
            applies=data["applies"],
            order=tuple(data["checks"]["order"]),
            scored=frozenset(Tier(tier) for tier in data["scored"]),
            weights={tier: int(data["weights"][tier.value]) for tier in Tier},
            limits=Limits(**data["limits"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ConfigurationError(f"The profile '{name}' is incomplete or wrong: {error}.") from error


def _data(name: str) -> dict[str, Any]:
    if name in BUILT_IN:
        text = files("cpraudit.config.profiles").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    elif Path(name).is_file():
        text = Path(name).read_text(encoding="utf-8")
    else:
        raise ConfigurationError(
            f"There is no profile '{name}'. Use one of {', '.join(BUILT_IN)}, or the path of a profile's TOML file."
        )
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"The profile '{name}' is not valid TOML: {error}.") from error
    _refuse_unknown(name, data)
    base = _data(data["extends"]) if "extends" in data else {}
    return _merged(base, data)


def _refuse_unknown(name: str, data: dict[str, Any]) -> None:
    limits = {limit.name for limit in fields(Limits)}
    for given, known in ((data, KEYS), (data.get("limits", {}), limits), (data.get("weights", {}), set(Tier))):
        for key in set(given) - {str(k) for k in known}:
            hint = did_you_mean(key, [str(k) for k in known])
            raise ConfigurationError(f"The profile '{name}' has an unknown key '{key}'.{hint}")


def _merged(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in over.items():
        merged[key] = {**merged[key], **value} if isinstance(value, dict) and key in merged else value
    return merged
