"""A comparison as a web page, as Markdown and as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

import cpraudit
from cpraudit.compare.changes import Comparison
from cpraudit.compare.showing import show
from cpraudit.reports.html import policy
from cpraudit.reports.markdown import escape
from cpraudit.reports.templating import environment, source

if TYPE_CHECKING:
    from cpraudit.auditing import Audit

SCHEMA = "cpraudit-compare/1"


def as_html(comparison: Comparison, *, quotes: bool = True) -> str:
    """A page that needs nothing else, in the look of the audit's."""
    style = source("report.css")
    return environment(autoescape=True).get_template("compare.html.j2").render(
        c=show(comparison, quotes=quotes),
        quotes=quotes,
        style=Markup(style),  # noqa: S704  our own style sheet
        policy=policy(style),
    )  # fmt: skip


def as_markdown(comparison: Comparison, *, quotes: bool = True) -> str:
    """The same for a pull request or an e-mail."""
    page = environment(autoescape=False, finalize=escape).get_template("compare.md.j2")
    return re.sub(r"\n{3,}", "\n\n", page.render(c=show(comparison, quotes=quotes), quotes=quotes))


def as_json(comparison: Comparison, *, quotes: bool = True) -> str:
    """For other programs, versioned as `cpraudit-compare/1`. Messages are those that are shown."""
    shown = show(comparison, quotes=quotes)
    messages = {change.now.id: change for group in shown.groups for change in group.changes}
    whole: dict[str, Any] = {
        "schema": SCHEMA,
        "tool": {"name": "cpraudit", "version": cpraudit.__version__},
        "earlier": _draft(comparison.earlier),
        "later": _draft(comparison.later),
        "notices": list(comparison.notices),
        "changes": [
            {
                "check": change.check.id,
                "title": change.check.title,
                "domain": change.check.domain,
                "tier": change.check.tier,
                "movement": change.movement,
                "before": change.before.status if change.before else None,
                "after": change.after.status,
                "message": messages[change.check.id].now.message if change.check.id in messages else "",
                "remedy": messages[change.check.id].now.remedy if change.check.id in messages else "",
            }
            for change in comparison.changes
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _draft(audit: Audit) -> dict[str, Any]:
    report = audit.document.parts[0]
    return {
        "file": PurePath(report.path).name,
        "sha256": report.sha256,
        "profile": audit.profile.id,
        "kind": audit.review.kind.kind,
        "score": {
            "overall": audit.score.overall, "domains": dict(audit.score.domains), "counts": dict(audit.score.counts),
        },
    }  # fmt: skip


FORMATS: dict[str, Callable[..., str]] = {"html": as_html, "markdown": as_markdown, "json": as_json}
