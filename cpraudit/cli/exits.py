"""The one place that knows exit codes."""

from __future__ import annotations

from enum import IntEnum
from typing import NoReturn

import click


class Exit(IntEnum):
    """What the exit code of the program says."""

    CLEAN = 0
    """No failure."""
    FAILED = 1
    """At least one failure at the gate that was asked for."""
    ERROR = 2
    """Usage, configuration or program error, or an input that could not be read."""
    NOTHING = 3
    """Nothing to audit."""


def leave(ctx: click.Context, code: Exit, why: str) -> NoReturn:
    """End the program; the last line says why."""
    click.echo(f"cpraudit: {why}", err=True)
    ctx.exit(code)
