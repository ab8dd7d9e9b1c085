"""The keys of a configuration: what each takes, and what it is about. The one list of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from cpraudit.config.local_names import agency_of, board_of
from cpraudit.config.profile_files import BUILT_IN
from cpraudit.config.settings import AUTO
from cpraudit.config.written import Where, refuse_unknown, tables
from cpraudit.errors import ConfigurationError, did_you_mean
from cpraudit.facts.limits import Limits
from cpraudit.quality.gate import FailOn
from cpraudit.quality.waivers import Waiver
from cpraudit.readers import Revisions

FORMATS = ("terminal", "html", "markdown", "json", "sarif", "github", "junit", "gitlab")
"""What `cpraudit check` can write to standard output."""


_MOST = 1_000_000
"""Of seconds or megabytes: more cannot be told to a system."""
_TABLES = ("output", "reading")
"""Tables whose keys are settings of their own."""


class Joining(StrEnum):
    """What a value nearer to the report does to the one before it."""

    REPLACES = "replaces"
    ADDS = "adds"
    MERGES = "merges"
    """A table is merged key by key."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key: how its value is read, and what it is about."""

    read: Callable[[Any, Where], Any]
    """The value as a setting; raises ValueError with what was expected."""
    about: str
    joining: Joining = Joining.REPLACES
    per_file: bool = True
    """Whether it may differ from report to report."""


def _text(value: Any, _: Where) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("text")
    return value


def _texts(value: Any, _: Where) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise ValueError("a list of texts")
    return tuple(value)


def _truth(value: Any, _: Where) -> bool:
    if not isinstance(value, bool):
        raise ValueError("true or false")  # noqa: TRY004  one error for every wrong value
    return value


def _number(value: Any, _: Where) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("a number")  # noqa: TRY004  one error for every wrong value
    return value


def _share(value: Any, where: Where) -> float:
    number = _number(value, where)
    if not 0 <= number <= 100:
        raise ValueError("a number from 0 to 100")
    return number


def _above_zero(value: Any, where: Where) -> float:
    number = _number(value, where)
    if not 0 < number <= _MOST:
        raise ValueError(f"a number above 0 and up to {_MOST:,}")
    return number


def _one_of(known: type[StrEnum] | tuple[str, ...]) -> Callable[[Any, Where], Any]:
    def read(value: Any, _: Where) -> Any:
        words = [str(word) for word in known]
        if value not in words:
            raise ValueError(f"one of {', '.join(words)}.{did_you_mean(str(value), words)}".removesuffix("."))
        return value if isinstance(known, tuple) else known(value)

    return read


def _path(value: Any, where: Where) -> Path:
    return where.folder / _text(value, where)


def _paths(value: Any, where: Where) -> tuple[Path, ...]:
    return tuple(where.folder / path for path in _texts(value, where))


def _profile(value: Any, where: Where) -> str:
    name = _text(value, where)
    known = (*BUILT_IN, AUTO)
    if not name.endswith(".toml") and name not in known:
        told = f"one of {', '.join(known)}, or a profile's file, which ends in .toml."
        raise ValueError(f"{told}{did_you_mean(name, known)}".removesuffix("."))
    return str(where.folder / name) if name.endswith(".toml") else name


def _limits(value: Any, where: Where) -> tuple[tuple[str, float], ...]:
    known = {limit.name.replace("_", "-"): limit.name for limit in fields(Limits)}
    if not isinstance(value, Mapping):
        raise ValueError("a table")  # noqa: TRY004  one error for every wrong value
    refuse_unknown(value, known, f"[limits] of {where.origin}")
    return tuple((known[key], _number(number, where)) for key, number in value.items())


def waiver_of(table: Mapping[str, Any], where: Where) -> Waiver:
    """A waiver as it is written in a configuration, in `waivers.toml` or in a comment.

    Raises ConfigurationError where a key is unknown or wrong, or where it gives no check or no reason.
    """
    refuse_unknown(table, ("check", "files", "reason", "owner", "expires"), f"A waiver in {where.origin}")
    check, reason = table.get("check"), table.get("reason")
    if not isinstance(check, str) or not check.strip():
        raise ConfigurationError(f"A waiver in {where.origin} does not say which check it waives. Give 'check'.")
    if not isinstance(reason, str) or not reason.strip():
        raise ConfigurationError(f"The waiver of '{check}' in {where.origin} gives no reason. Give 'reason'.")
    expires = table.get("expires")
    if isinstance(expires, str):
        try:
            expires = date.fromisoformat(expires)
        except ValueError:
            expires = ...
    if expires is not None and (not isinstance(expires, date) or isinstance(expires, datetime)):
        raise ConfigurationError(f"The waiver of '{check}' in {where.origin} needs 'expires' as a date: 2027-03-31.")
    return Waiver(
        check=check,
        reason=" ".join(reason.split()),
        files=str(table.get("files", "*")),
        owner=str(table.get("owner", "")),
        expires=expires,
        origin=where.origin,
        folder=where.folder,
    )


KEYS: Mapping[str, Key] = {
    "profile": Key(_profile, "cpr-2023, cpr-2016, auto (by the review's own dates), or the path of a profile's file"),
    "revisions": Key(_one_of(Revisions), "read tracked changes as accepted (final) or the text before them (original)"),
    "select": Key(_texts, "checks that run: ids, patterns of ids, domains or tiers; all, where it is empty"),
    "ignore": Key(_texts, "checks that do not run, likewise", Joining.ADDS),
    "checks": Key(_paths, "folders of further checks", Joining.ADDS),
    "fail-on": Key(
        _one_of(FailOn), "least binding tier whose missing requirements fail: statutory ... advisory, or never"
    ),
    "fail-under": Key(_share, "least overall score that does not fail, 0 to 100"),
    "waiver": Key(
        tables("waiver", waiver_of),
        "requirements that need not be met: check, reason, files, owner, expires",
        Joining.ADDS,
    ),
    "baseline": Key(_path, "a file of findings that are known and do not fail"),
    "board": Key(tables("board", board_of), "boards besides the built-in ones: name, names, codes", Joining.ADDS),
    "agency": Key(
        tables("agency", agency_of), "agencies besides the built-in ones: name, kind, names, acronyms", Joining.ADDS
    ),
    "limits": Key(_limits, "limits that replace the profile's", Joining.MERGES),
    "reading.ocr": Key(_truth, "recognise the letters on pages of a PDF that are pictures, with tesseract"),
    "reading.seconds": Key(_above_zero, "processor seconds that the reading of any file may take (a large file gets more)"),
    "reading.memory": Key(_above_zero, "megabytes that the reading of any file may take, likewise"),
    "reading.size": Key(_above_zero, "megabytes of the largest file that is read"),
    "output.format": Key(_one_of(FORMATS), "what is written to standard output", per_file=False),
    "output.all": Key(_truth, "list the checks that are met, too", per_file=False),
    "output.quotes": Key(_truth, "quote the report", per_file=False),
}
"""Name of each key, in the order in which `cpraudit config` shows them."""

_FIELDS = {
    "reading.ocr": "ocr", "reading.seconds": "reading_seconds", "reading.memory": "reading_memory",
    "reading.size": "reading_size",
    "output.format": "format", "output.all": "show_met", "output.quotes": "quotes",
}  # fmt: skip


def field_of(key: str) -> str:
    """The field of `Settings` that a key sets."""
    return _FIELDS.get(key, key.replace("-", "_"))


def read_table(table: Mapping[str, Any], where: Where, *, per_file: bool = False) -> dict[str, Any]:
    """The values of a table of a configuration, by key.

    Raises ConfigurationError where a key is unknown (with a suggestion) or a value is wrong.
    """
    flat = _flat(table, where)
    known = [key for key, told in KEYS.items() if told.per_file or not per_file]
    refuse_unknown(flat, known, where.origin)
    return {key: read_value(key, value, where) for key, value in flat.items()}


def read_value(key: str, value: Any, where: Where) -> Any:
    """One value. Raises ConfigurationError where it is wrong."""
    try:
        return KEYS[key].read(value, where)
    except ValueError as error:
        told = str(error)
        raise ConfigurationError(f"'{key}' ({where.origin}) must be {told}{'' if told.endswith('?') else '.'}") from error


def _flat(table: Mapping[str, Any], where: Where) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, value in table.items():
        if key in _TABLES:
            if not isinstance(value, dict):
                raise ConfigurationError(f"'{key}' in {where.origin} must be a table: [{key}].")
            flat |= {f"{key}.{inner}": given for inner, given in value.items()}
        else:
            flat[key] = value
    return flat
