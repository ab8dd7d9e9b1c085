"""The statistics as a page of a batch's output folder, beside its dashboard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from cpraudit.batch.charts.drawing import SIZES
from cpraudit.batch.charts.plane import indicators
from cpraudit.batch.naming import Naming
from cpraudit.batch.statistics import telling
from cpraudit.batch.statistics.coded import titles
from cpraudit.batch.statistics.published import source as published_source
from cpraudit.batch.statistics.whole import Statistics
from cpraudit.reports.html import policy
from cpraudit.reports.templating import environment, source

STATISTICS_PAGE = "statistics.html"


def as_page(statistics: Statistics, numbers: Mapping[str, int], naming: Naming, *, on_cluster: bool = False) -> str:
    """The page. `numbers` are the reviews' numbers on the dashboard, by their ids; `naming` is the dashboard's.

    `on_cluster` says that audits were not made on one computer.
    """
    style = source("report.css") + source("dashboard.css")

    def refs(ids: Sequence[str]) -> Markup:
        return naming.refs(sorted(numbers[one] for one in ids if one in numbers), on=STATISTICS_PAGE)

    return environment(autoescape=True).get_template("statistics.html.j2").render(
        s=statistics,
        tables=[(table, telling.title(table), [(row, telling.cells(table, row)) for row in table.rows]) for table in statistics.tables],
        together=[
            (compared, telling.strong(compared), list(telling.together_notes(compared, plane)), Markup(chart))  # noqa: S704  drawn by ourselves
            for (compared, plane), chart in zip(statistics.together, _planes(statistics), strict=True)
        ],
        names=titles(),
        telling=telling,
        published=published_source(),
        refs=refs,
        style=Markup(style),  # noqa: S704  our own style sheets
        script="",
        on_cluster=on_cluster,
        policy=policy(style),
    )  # fmt: skip


def _planes(statistics: Statistics) -> list[str]:
    """The drawing of each plane; empty where there is none."""
    names = titles()
    return [
        "".join(
            indicators(
                size, f"plane-{compared.bearer}", telling.together_title(compared),
                {names[code]: place for code, place in plane.places.items()}, plane.stress,
            )
            for size in SIZES
        ) if plane else ""
        for compared, plane in statistics.together
    ]  # fmt: skip
