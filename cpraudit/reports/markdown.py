"""The audit as Markdown, for a pull request or an e-mail: the same content as the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cpraudit.reports.presenting import present
from cpraudit.reports.templating import environment

if TYPE_CHECKING:
    from cpraudit.auditing import Audit

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;"}
_MEANS_SOMETHING = re.compile(r"[&<>@\\`*_\[\]|~#]")


def as_markdown(audits: Sequence[Audit], *, quotes: bool = True) -> str:
    """One audit, or several after an index of them. `quotes` False leaves quotations out."""
    page = environment(autoescape=False, finalize=escape).get_template("report.md.j2")
    return re.sub(r"\n{3,}", "\n\n", page.render(audits=present(audits, quotes=quotes), quotes=quotes))


def escape(value: object) -> str:
    """A value as Markdown that shows it and does nothing: no markup, no HTML, no table cell, nobody notified."""
    return _MEANS_SOMETHING.sub(lambda found: _ENTITIES.get(found[0], f"\\{found[0]}"), str(value))
