"""`review.toml`: which files in its folder make one review.

    report = "child-k.docx"

    [[annex]]
    file = "annexes/timeline.docx"
    role = "timeline"

Only `report` is needed. Names are from the file's own folder, and stay in it: it stands beside the documents.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cpraudit.config.toml_files import load_toml
from cpraudit.config.written import refuse_unknown
from cpraudit.document.annexes import ROLES
from cpraudit.errors import ConfigurationError, did_you_mean

NAME = "review.toml"


@dataclass(frozen=True, slots=True)
class ReviewFiles:
    """The files of one review."""

    report: Path
    annexes: tuple[Path, ...] = ()
    roles: tuple[tuple[Path, str], ...] = ()
    """What an annex is, where the file tells it."""


def beside(path: Path) -> Path | None:
    """The `review.toml` that a path names: itself, or the one of a folder."""
    if path.is_dir():
        path = path / NAME
    return path if path.name.lower() == NAME and path.is_file() else None


def load(path: Path) -> ReviewFiles:
    """The files that a `review.toml` names.

    Raises ConfigurationError where it is not TOML, has an unknown key or a wrong value, or names a file that is not there.
    """
    data = load_toml(path, "review file")
    refuse_unknown(data, ("report", "annex"), f"'{path}'")
    report = _file(path, data.get("report"), "'report'")
    tables = data.get("annex", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise ConfigurationError(f"'annex' in '{path}' must be tables, each under [[annex]] with its 'file'.")
    annexes: list[Path] = []
    roles: list[tuple[Path, str]] = []
    for table in tables:
        refuse_unknown(table, ("file", "role"), f"An [[annex]] in '{path}'")
        annex = _file(path, table.get("file"), "'file' of an [[annex]]")
        if annex == report or annex in annexes:
            raise ConfigurationError(f"'{path}' names '{table['file']}' twice. Name each file once.")
        annexes.append(annex)
        if "role" in table:
            roles.append((annex, _role(path, table["role"])))
    return ReviewFiles(report, tuple(annexes), tuple(roles))


def _file(path: Path, name: Any, what: str) -> Path:
    """A file that is there, in the folder of a `review.toml` or below it."""
    if not isinstance(name, str) or not name.strip():
        raise ConfigurationError(f"{what} in '{path}' must be the name of a file. Write it in quotation marks.")
    folder = path.parent
    try:
        inside = (folder / name).resolve().is_relative_to(folder.resolve())
        there = inside and (folder / name).is_file()
    except (OSError, ValueError):  # a name that no file can have
        inside, there = True, False
    if not inside:
        raise ConfigurationError(f"'{path}' names '{name}', which is not in its folder. Put the documents beside it.")
    if not there:
        raise ConfigurationError(f"'{path}' names '{name}', and there is no such file.{_hint(folder, name)}")
    return folder / name


def _hint(folder: Path, name: str) -> str:
    try:
        names = [file.name for file in folder.iterdir() if file.is_file() and file.name.lower() != NAME]
    except OSError:
        names = []
    return did_you_mean(name, names) or " Check the name; it is from the folder of the review file."


def _role(path: Path, role: Any) -> str:
    if not isinstance(role, str) or role not in ROLES:
        hint = did_you_mean(str(role), ROLES)
        raise ConfigurationError(f"'role' in '{path}' must be one of {', '.join(ROLES)}; it is '{role}'.{hint}")
    return role
