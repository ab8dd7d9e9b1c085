"""Finding checks: the built-in ones are found the way anyone else's are.

A plug-in is a package or module named in the entry-point group `cpraudit.checks`, or a folder of Python and TOML files.
One that fails to load is named and stops the program: a check that is silently not run looks like a requirement met.
"""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType

from cpraudit.errors import ConfigurationError
from cpraudit.quality import wordchecks
from cpraudit.quality.checks import Check

GROUP = "cpraudit.checks"


def load(folders: Iterable[Path] = ()) -> tuple[Check, ...]:
    """Every check of the installed plug-ins and of these folders.

    Raises ConfigurationError where a plug-in fails to load, holds no check, or repeats an id.
    """
    found: dict[str, Check] = {}
    homes: dict[str, str] = {}
    for home, checks in (*_installed(), *((str(folder), _in_folder(folder)) for folder in folders)):
        if not checks:
            raise ConfigurationError(f"The plug-in '{home}' holds no check.")
        for check in checks:
            if check.id in found and found[check.id] is not check:
                raise ConfigurationError(f"The check '{check.id}' is in both '{homes[check.id]}' and '{home}'.")
            found[check.id] = check
            homes[check.id] = home
    return tuple(found.values())


def _installed() -> Iterator[tuple[str, list[Check]]]:
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        try:
            root = importlib.import_module(entry.value)
            modules = [root]
            if hasattr(root, "__path__"):
                names = [module.name for module in pkgutil.walk_packages(root.__path__, f"{root.__name__}.")]
                modules += [importlib.import_module(name) for name in names]
        except Exception as error:
            raise ConfigurationError(f"The plug-in '{entry.name}' ({entry.value}) failed to load: {error}.") from error
        yield entry.value, _of(modules)


def _of(modules: Iterable[ModuleType]) -> list[Check]:
    return [value for module in modules for value in vars(module).values() if isinstance(value, Check)]


def _in_folder(folder: Path) -> list[Check]:
    if not folder.is_dir():
        raise ConfigurationError(f"There is no folder of checks '{folder}'.")
    modules = [_from_file(path) for path in sorted(folder.glob("*.py")) if not path.name.startswith("_")]
    return _of(modules) + [check for path in sorted(folder.glob("*.toml")) for check in wordchecks.load(path)]


def _from_file(path: Path) -> ModuleType:
    name = f"cpraudit_plugin_{path.parent.name}_{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ConfigurationError(f"The check file '{path}' cannot be loaded as Python.")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise ConfigurationError(f"The check file '{path}' failed to load: {error}.") from error
    return module
