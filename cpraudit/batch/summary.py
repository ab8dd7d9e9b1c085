"""The figures of a batch for programs, and in short for an e-mail or the minutes of a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from cpraudit.batch.overview import Band, Counted, Group, Overview, Spread, Timing
from cpraudit.reports import wording
from cpraudit.reports.markdown import escape
from cpraudit.reports.templating import environment

if TYPE_CHECKING:
    from cpraudit.batch.outputs import Unread

MOST = 10
"""Rows of a table in the summary; the dashboard has the rest."""
LISTED = 60
"""Reviews that the summary names."""


def as_summary(overview: Overview, unread: Sequence[Unread], *, left: int) -> str:
    """The summary as Markdown."""
    page = environment(autoescape=False, finalize=escape).get_template("summary.md.j2")
    text = page.render(
        o=overview, n=len(overview.reviews), unread=unread, left=left, most=MOST, listed=LISTED, number=wording.number,
        percent=lambda share: f"{100 * share:.0f} %",
    )  # fmt: skip
    return re.sub(r"\n{3,}", "\n\n", text)


def figures(overview: Overview, unread: Sequence[Unread]) -> dict[str, Any]:
    """Every figure of the dashboard as plain values; reviews by the ids of their lines in `audits.jsonl`."""
    ids = {row.number: row.id for row in overview.reviews}

    def named(numbers: Iterable[int]) -> list[str]:
        return [ids[number] for number in numbers]

    def counts(rows: Iterable[Counted | Band]) -> list[dict[str, Any]]:
        return [{"name": row.name, "n": len(row.reviews), "reviews": named(row.reviews)} for row in rows]

    def groups(rows: Iterable[Group]) -> list[dict[str, Any]]:
        return [
            {"name": row.name, "n": len(row.reviews), "scores": _spread(row.scores), "reviews": named(row.reviews),
             "statutory_to_settle": named(row.statutory)}
            for row in rows
        ]  # fmt: skip

    def timing(told: Timing) -> dict[str, Any]:
        return {"months": _spread(told.spread), "bands": counts(told.bands)}

    return {
        "reviews": len(overview.reviews),
        "not_practice_reviews": [row.id for row in overview.others],
        "unread": [{"report": one.report, "problem": one.problem} for one in unread],
        "profiles": counts(overview.profiles),
        "scores": {"spread": _spread(overview.scores), "bands": counts(overview.score_bands)},
        "requirements": [
            {**asdict(one.check), "decided": one.decided, "missing": named(one.missing), "partial": named(one.partial),
             "cannot_tell": named(one.cannot_tell)}
            for one in overview.requirements
        ],
        "boards": groups(overview.boards),
        "types": groups(overview.types),
        "years": groups(overview.years),
        "period": timing(overview.period),
        "turnaround": timing(overview.turnaround),
        "services": counts(overview.services),
        "themes": counts(overview.themes),
        "recommendations": overview.advice,
        "recurring": [
            {"text": one.text, "n": len(one.reviews),
             "recommendations": [{"review": ids[advised.review], "id": advised.id} for advised in one.advice]}
            for one in overview.recurring
        ],
        "may_be_the_same": [named(numbers) for numbers in overview.doubles],
    }  # fmt: skip


def _spread(spread: Spread | None) -> dict[str, float] | None:
    return None if spread is None else {key: round(value, 2) for key, value in asdict(spread).items()}
