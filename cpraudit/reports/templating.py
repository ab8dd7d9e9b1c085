"""Loads the templates from the installed package `cpraudit.templates`, and lays values out in them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined

import cpraudit
from cpraudit.reports import wording


def source(name: str) -> str:
    """The text of a template or style sheet."""
    return files("cpraudit.templates").joinpath(name).read_text(encoding="utf-8")


@cache
def environment(*, autoescape: bool, finalize: Callable[[Any], Any] | None = None) -> Environment:
    """Jinja2 with everything that the templates share; a name that is not known is an error, never an empty string."""
    made = Environment(
        loader=FunctionLoader(source),
        autoescape=autoescape,  # noqa: S701  Markdown has its own escape, given as `finalize`
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals.update(
        version=cpraudit.__version__,
        words=wording,
        counted=wording.counted,
    )
    return made
