"""Configuration files: `cpraudit.toml`, or `[tool.cpraudit]` in `pyproject.toml`, found upwards from a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cpraudit.config.keys import read_table, waiver_of
from cpraudit.config.toml_files import load_toml
from cpraudit.config.written import Where
from cpraudit.errors import ConfigurationError
from cpraudit.quality.waivers import Waiver, covers

NAME = "cpraudit.toml"
WAIVERS = "waivers.toml"


@dataclass(frozen=True, slots=True)
class PerFile:
    """Settings for the reports that a pattern covers."""

    files: tuple[str, ...]
    values: Mapping[str, Any]
    where: Where

    def about(self, report: Path) -> bool:
        """Whether one of the patterns covers a report."""
        return any(covers(pattern, report, self.where.folder) for pattern in self.files)


@dataclass(frozen=True, slots=True)
class Configuration:
    """One configuration file."""

    path: Path
    values: Mapping[str, Any]
    per_file: tuple[PerFile, ...]
    where: Where


def found(report: Path) -> Path | None:
    """The nearest configuration in the folder of a report or in one above it."""
    for folder in report.resolve().parents:
        if (folder / NAME).is_file():
            return folder / NAME
        project = folder / "pyproject.toml"
        if project.is_file() and "cpraudit" in load_toml(project).get("tool", {}):
            return project
    return None


def waivers_found(report: Path) -> Path | None:
    """The nearest `waivers.toml` in the folder of a report or in one above it."""
    return next((f / WAIVERS for f in report.resolve().parents if (f / WAIVERS).is_file()), None)


def load(path: Path) -> Configuration:
    """Read a configuration file.

    Raises ConfigurationError where it is missing, is not TOML, or has an unknown key or a wrong value.
    """
    data = load_toml(path)
    if path.name == "pyproject.toml":
        data = data.get("tool", {}).get("cpraudit", {})
    where = Where(path.parent, path.name)
    rest = {key: value for key, value in data.items() if key != "per-file"}
    return Configuration(path, read_table(rest, where), _per_file(data.get("per-file", []), where), where)


def load_waivers(path: Path) -> tuple[Waiver, ...]:
    """The `[[waiver]]` tables of a `waivers.toml`. Raises ConfigurationError as `load` does."""
    data = load_toml(path)
    where = Where(path.parent, path.name)
    if set(data) - {"waiver"}:
        raise ConfigurationError(
            f"{path.name} may hold [[waiver]] tables only; it also has '{min(set(data) - {'waiver'})}'."
        )
    return tuple(waiver_of(table, where) for table in data.get("waiver", []))


def _per_file(tables: Any, where: Where) -> tuple[PerFile, ...]:
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise ConfigurationError(f"'per-file' in {where.origin} must be tables, each under [[per-file]].")
    made = []
    for table in tables:
        files = table.get("files")
        patterns = (files,) if isinstance(files, str) else tuple(files or ())
        if not patterns:
            raise ConfigurationError(
                f"A [[per-file]] table in {where.origin} needs 'files': a pattern, or a list of them."
            )
        here = Where(where.folder, f"{where.origin}, per-file '{', '.join(patterns)}'")
        rest = {key: value for key, value in table.items() if key != "files"}
        made.append(PerFile(patterns, read_table(rest, here, per_file=True), here))
    return tuple(made)
