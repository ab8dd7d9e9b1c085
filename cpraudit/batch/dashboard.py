"""The dashboard: pages that need nothing else, and read without their script, on paper and on a phone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from cpraudit.batch.charts import bars, dots
from cpraudit.batch.charts.drawing import SIZES, Size
from cpraudit.batch.naming import DASHBOARD, LARGEST, Naming
from cpraudit.batch.overview import NOT_GIVEN, Overview, Spread
from cpraudit.batch.rows import Row
from cpraudit.quality.checks import Domain
from cpraudit.quality.results import Status
from cpraudit.reports import wording
from cpraudit.reports.html import policy
from cpraudit.reports.templating import environment, source

if TYPE_CHECKING:
    from cpraudit.batch.outputs import Unread

MOST_MISSED = 15
"""Requirements in the chart of those most often missed; the table has them all."""
MOST_BARS = 25
"""Themes or services in a chart; the table beside it has them all."""
MOST_BOARDS = 20
"""Lanes of the chart by board."""
MOST_RECURRING = 40
"""Recommendations in the table; `statistics.json` has them all."""
FEWEST_TIMES = 2
"""Known lengths from which a chart tells more than a sentence."""

CODE = {
    Status.MET: "", Status.MISSING: "m", Status.PARTIAL: "p", Status.CANNOT_TELL: "t", Status.EXCUSED: "e",
    Status.NOT_APPLICABLE: "n",
}  # fmt: skip
"""The class of a cell of the map, in one letter: there are tens of thousands of them. Most are met, and have none."""


@dataclass(frozen=True, slots=True)
class Dashboard:
    """The pages, and how they name reviews."""

    naming: Naming
    pages: dict[str, str]
    """Each by the name of its file."""
    on_cluster: bool
    """Some of the audits were not made on this computer."""


@dataclass(frozen=True, slots=True)
class Part:
    """A page of the list of reviews."""

    name: str
    first: int
    last: int
    rows: tuple[Row, ...]

    @property
    def scores(self) -> Spread | None:
        """Of its reviews."""
        return Spread.of([row.overall for row in self.rows if row.overall is not None])

    @property
    def statutory(self) -> int:
        """Reviews with a statutory requirement to settle."""
        return sum(bool(row.statutory) for row in self.rows)


def as_dashboard(overview: Overview, unread: Sequence[Unread], notes: Sequence[str], *, left: int, quotes: bool) -> Dashboard:
    """The dashboard: one page, or of a large batch several."""
    on_cluster = any(row.on_cluster for row in (*overview.reviews, *overview.others))
    whole = {
        "o": overview,
        "unread": unread,
        "partly": [row for row in overview.reviews if row.share < 1],
        "notes": [*notes, *(f"{row.report}: {note}" for row in (*overview.reviews, *overview.others) for note in row.notes)],
        "left": left,
        "on_cluster": on_cluster,
        "quotes": quotes,
        "charts": {name: Markup(svg) for name, svg in _charts(overview).items()},  # noqa: S704  drawn by ourselves, escaped there
    }
    naming = Naming.of(len(overview.reviews))
    pages = dict(_pages(overview, naming, whole))
    if naming.whole and len(pages[DASHBOARD].encode()) > LARGEST:
        naming = replace(naming, whole=False)
        pages = dict(_pages(overview, naming, whole))
    return Dashboard(naming, pages, on_cluster)


def _pages(overview: Overview, naming: Naming, whole: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Each page by its name, the dashboard first; `whole` is what its template is told."""
    reviews = overview.reviews
    style, script = source("report.css") + source("dashboard.css"), source("dashboard.js")
    templates = environment(autoescape=True)
    shared = {
        **whole,
        "n": len(reviews),
        "naming": naming,
        "refs": naming.refs,
        "domains": _domains(overview),
        "cells": lambda row: _cells(row, overview),
        "code": CODE,
        "unknown": NOT_GIVEN,
        "number": wording.number,
        "percent": lambda share: f"{100 * share:.0f} %",
        "style": Markup(style),  # noqa: S704  our own style sheets
        "script": Markup(script),  # noqa: S704  our own script
        "policy": policy(style, script),
    }
    parts = [Part(name, first, last, reviews[first - 1 : last]) for name, first, last in naming.pages]
    yield DASHBOARD, templates.get_template("dashboard.html.j2").render(
        shared, pages=parts, most=MOST_MISSED, recurring=MOST_RECURRING
    )
    for before, part, after in zip([None, *parts], parts, [*parts[1:], None], strict=False):
        boards, types = ({value or NOT_GIVEN for value in values} for values in zip(*((r.board, r.type) for r in part.rows), strict=True))
        yield part.name, templates.get_template("dashboard-page.html.j2").render(
            shared, page=part, before=before, after=after, boards=sorted(boards), types=sorted(map(wording.capital, types))
        )


def _cells(row: Row, overview: Overview) -> Markup:
    """The cells of one review in the map."""
    made = []
    for check in overview.checks:
        status = row.statuses.get(check.id, Status.NOT_APPLICABLE)
        code = CODE[status]
        made.append(f"<td class=c{code}>{wording.SYMBOL[status]}" if code else f"<td>{wording.SYMBOL[status]}")
    return Markup("".join(made))  # noqa: S704  symbols only


def _domains(overview: Overview) -> list[tuple[str, int]]:
    """The domains that stand beside each other in the map, each with its number of checks."""
    count = Counter(check.domain for check in overview.checks)
    return [(wording.DOMAIN[Domain(domain)], number) for domain, number in count.items()]


def _charts(overview: Overview) -> dict[str, str]:
    """Each chart by its name, in every size; none where there is nothing to draw."""
    reviews = overview.reviews
    scored = overview.scores is not None
    timed = {name for name in ("period", "turnaround") if (s := getattr(overview, name).spread) and s.n >= FEWEST_TIMES}
    counted = (("themes", "Themes of learning and recommendations", overview.themes), ("services", "Agencies and services engaged", overview.services))
    drawn: dict[str, Callable[[Size], str]] = {}
    if reviews:
        drawn["missed"] = lambda size: bars.missed(size, overview.requirements[:MOST_MISSED])
    if scored:
        drawn["scores"] = lambda size: bars.scores(size, overview.score_bands)
        for name, title, groups in (
            ("boards", "Scores by board", overview.boards[:MOST_BOARDS]),
            ("types", "Scores by type of review", overview.types),
            ("years", "Scores by year of sign-off", overview.years),
        ):
            drawn[name] = partial(dots.by_group, name=name, title=title, groups=groups, reviews=reviews)
    if "period" in timed:
        drawn["periods"] = partial(dots.periods, reviews=reviews)
    if "turnaround" in timed:
        drawn["turnaround"] = partial(dots.turnaround, reviews=reviews)
    for name, title, rows in counted:
        if rows:
            drawn[name] = partial(bars.lying, name=name, title=title, rows=rows[:MOST_BARS], of=len(reviews))
    return {name: "".join(draw(size) for size in SIZES) for name, draw in drawn.items()}
