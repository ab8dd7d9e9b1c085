"""The audit as a web page: one file that needs nothing else, no script, and reads on paper and on a phone."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from cpraudit.reports import wording
from cpraudit.reports.presenting import present
from cpraudit.reports.templating import environment, source

if TYPE_CHECKING:
    from cpraudit.auditing import Audit


def as_html(audits: Sequence[Audit], *, quotes: bool = True, ways: str = "", on_cluster: bool = False) -> str:
    """One audit as a page; several as an index of them, each after it. `quotes` False leaves quotations out.

    `ways` is markup that leads from the page to the others of a batch; `on_cluster` says that it was not made on one computer.
    """
    style = source("report.css") + (source("among.css") if ways else "")
    return environment(autoescape=True).get_template("report.html.j2").render(
        audits=present(audits, quotes=quotes),
        quotes=quotes,
        ways=ways,
        privacy=wording.ON_CLUSTER if on_cluster else wording.PRIVACY,
        style=Markup(style),  # noqa: S704  our own style sheet
        policy=policy(style),
    )  # fmt: skip


def policy(style: str, script: str = "") -> str:
    """Allow this style sheet and this script, and nothing else: nothing is loaded or sent, whatever the page quotes."""
    scripts = f"script-src '{_digest(script)}'; " if script else ""
    return f"default-src 'none'; style-src '{_digest(style)}'; {scripts}base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
