"""The dashboard: one page that needs nothing else, and reads without its script, on paper and on a phone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from cpraudit.batch.charts import bars, dots
from cpraudit.batch.overview import NOT_GIVEN, Overview
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
MOST_SERVICES = 25
MOST_RECURRING = 40
"""Recommendations in the table; `statistics.json` has them all."""
FEWEST_TIMES = 2
"""Known lengths from which a chart tells more than a sentence."""

CODE = {
    Status.MET: "", Status.MISSING: "m", Status.PARTIAL: "p", Status.CANNOT_TELL: "t", Status.EXCUSED: "e",
    Status.NOT_APPLICABLE: "n",
}  # fmt: skip
"""The class of a cell of the map, in one letter: there are tens of thousands of them. Most are met, and have none."""


def as_dashboard(
    overview: Overview, unread: Sequence[Unread], notes: Sequence[str], *, left: int, quotes: bool
) -> str:
    """The page."""
    style, script = source("report.css") + source("dashboard.css"), source("dashboard.js")
    page = environment(autoescape=True)
    icons = page.get_template("audit.html.j2").make_module({}).icons  # type: ignore[attr-defined]
    return page.get_template("dashboard.html.j2").render(
        o=overview,
        n=len(overview.reviews),
        unread=unread,
        partly=[row for row in overview.reviews if row.share < 1],
        notes=[*notes, *(f"{row.report}: {note}" for row in (*overview.reviews, *overview.others) for note in row.notes)],
        left=left,
        quotes=quotes,
        charts={name: Markup(svg) for name, svg in _charts(overview).items()},  # noqa: S704  drawn by ourselves, escaped there
        domains=_domains(overview),
        most=MOST_MISSED,
        recurring=MOST_RECURRING,
        refs=refs,
        cells=lambda row: _cells(row, overview),
        code=CODE,
        unknown=NOT_GIVEN,
        number=wording.number,
        percent=lambda share: f"{100 * share:.0f} %",
        icons=icons,
        style=Markup(style),  # noqa: S704  our own style sheets
        script=Markup(script),  # noqa: S704  our own script
        policy=policy(style, script),
    )  # fmt: skip


def refs(numbers: Sequence[int]) -> Markup:
    """Links to reviews by their numbers, as short as can be: a page has thousands."""
    return Markup(", ".join(f"<a href=#r{int(number)}>{int(number)}</a>" for number in numbers))  # noqa: S704  digits only


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
    """Each chart by its name; empty where there is nothing to draw."""
    reviews = overview.reviews
    scored = overview.scores is not None
    timed = {name for name in ("period", "turnaround") if (s := getattr(overview, name).spread) and s.n >= FEWEST_TIMES}
    return {
        "scores": bars.scores(overview.score_bands) if scored else "",
        "missed": bars.missed(overview.requirements[:MOST_MISSED]) if reviews else "",
        "boards": dots.by_group("boards", "Scores by board", overview.boards, reviews) if scored else "",
        "types": dots.by_group("types", "Scores by type of review", overview.types, reviews) if scored else "",
        "years": dots.by_group("years", "Scores by year of sign-off", overview.years, reviews) if scored else "",
        "periods": dots.periods(reviews) if "period" in timed else "",
        "turnaround": dots.turnaround(reviews) if "turnaround" in timed else "",
        "themes": bars.lying("themes", "Themes of learning and recommendations", overview.themes, len(reviews)) if overview.themes else "",
        "services": (
            bars.lying("services", "Agencies and services engaged", overview.services[:MOST_SERVICES], len(reviews))
            if overview.services
            else ""
        ),
    }
