"""The formats that an audit can be written in, and the module of each, imported when it is used."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

FORMATS: dict[str, tuple[str, str]] = {
    "html": ("cpraudit.reports.html", "as_html"),
    "markdown": ("cpraudit.reports.markdown", "as_markdown"),
    "json": ("cpraudit.reports.json", "as_json"),
    "sarif": ("cpraudit.reports.sarif", "as_sarif"),
    "github": ("cpraudit.reports.github", "as_github"),
    "junit": ("cpraudit.reports.junit", "as_junit"),
    "recommendations": ("cpraudit.reports.register", "as_register"),
    "gitlab": ("cpraudit.reports.gitlab", "as_gitlab"),
}
"""Name of each format to the module and the function `(audits, *, quotes) -> text`."""

PRINTED = ("terminal", *(form for form in FORMATS if form != "recommendations"))
"""What can be written to standard output; the register of recommendations is a file beside it."""


def writer(form: str) -> Callable[..., str]:
    """The function that writes audits in a format."""
    module, name = FORMATS[form]
    function: Callable[..., str] = getattr(import_module(module), name)
    return function
