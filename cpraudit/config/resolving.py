"""From the defaults, the configuration, its settings for single files and the command line to the settings in force."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cpraudit.config import files
from cpraudit.config.keys import KEYS, Joining, field_of, read_value
from cpraudit.config.settings import Settings
from cpraudit.config.written import Where

COMMAND_LINE = "the command line"


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line settles, by key; what it does not settle is not there."""

    values: Mapping[str, Any] = field(default_factory=dict)
    """As a configuration would write them."""
    file: Path | None = None
    """The configuration to use, instead of the one found upwards from a report."""
    isolated: bool = False
    """Use no configuration and no `waivers.toml`."""


def settings_for(report: Path, given: Given | None = None) -> Settings:
    """The settings in force for a report. What is nearer to the report wins; `ignore`, `checks` and waivers add up.

    Raises ConfigurationError where the configuration or an option is wrong.
    """
    given = given or Given()
    layers: list[tuple[Where, Mapping[str, Any]]] = []
    path = given.file or (None if given.isolated else files.found(report))
    if path:
        configuration = files.load(path.resolve())
        layers.append((configuration.where, configuration.values))
        layers += [(part.where, part.values) for part in configuration.per_file if part.about(report)]
    waivers = None if given.isolated else files.waivers_found(report)
    if waivers:
        layers.append((Where(waivers.parent, waivers.name), {"waiver": files.load_waivers(waivers)}))
    here = Where(Path(), COMMAND_LINE)
    layers.append((here, {key: read_value(key, value, here) for key, value in given.values.items()}))
    return _joined(layers)


def _joined(layers: list[tuple[Where, Mapping[str, Any]]]) -> Settings:
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for where, layer in layers:
        for key, value in layer.items():
            name, joining = field_of(key), KEYS[key].joining
            if name in values and joining is Joining.ADDS:
                values[name] = (*values[name], *value)
            elif name in values and joining is Joining.MERGES:
                values[name] = tuple((dict(values[name]) | dict(value)).items())
            else:
                values[name] = value
            added = name in origins and joining is not Joining.REPLACES
            origins[name] = f"{origins[name]}, and {where.origin}" if added else where.origin
    return Settings(**values, origins=origins)
