"""The settings in force, as a table: key, value, and where the value comes from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpraudit.config.keys import KEYS, field_of
from cpraudit.config.settings import Settings
from cpraudit.facts.agencies.local_names import LocalAgency, LocalBoard
from cpraudit.quality.waivers import Waiver
from cpraudit.reports.wording import clean

if TYPE_CHECKING:
    from rich.table import Table

DEFAULT = "the default"


def settings_table(settings: Settings) -> Table:
    """One row a key, in the order of the list of keys."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False)
    for head in ("setting", "value", "from"):
        table.add_column(head, overflow="fold")
    for key in KEYS:
        name = field_of(key)
        origin = settings.origins.get(name, DEFAULT)
        style = "dim" if origin == DEFAULT else ""
        table.add_row(Text(key, "bold"), Text(_told(getattr(settings, name)), style), Text(clean(origin), style))
    return table


def _told(value: Any) -> str:
    """A value in a line; a hyphen where nothing is set."""
    if isinstance(value, tuple) and len(value) == 2 and isinstance(value[1], int | float):
        return f"{value[0].replace('_', '-')} = {value[1]:g}"
    if isinstance(value, tuple):
        return ", ".join(_told(one) for one in value) or "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Waiver):
        return clean(f"{value.check} ({value.reason})")
    if isinstance(value, LocalBoard):
        return clean(value.name)
    if isinstance(value, LocalAgency):
        return clean(f"{value.name} ({value.kind})")
    if isinstance(value, Path):
        return clean(str(value))
    return "-" if value is None else clean(str(value))
