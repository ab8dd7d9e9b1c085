"""The formats that an audit can be written in, and the module of each, imported when it is used."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

FORMATS: dict[str, tuple[str, str]] = {
    "html": ("cpraudit.reports.html", "as_html"),
    "markdown": ("cpraudit.reports.markdown", "as_markdown"),
    "json": ("cpraudit.reports.json", "as_json"),
}
"""Name of each format to the module and the function `(audits, *, quotes) -> text`."""


def writer(form: str) -> Callable[..., str]:
    """The function that writes audits in a format."""
    module, name = FORMATS[form]
    function: Callable[..., str] = getattr(import_module(module), name)
    return function
