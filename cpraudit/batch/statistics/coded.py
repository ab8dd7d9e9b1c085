"""What was coded from the account: agencies engaged, themes and risk indicators (Figures 3, 4, 7 and 8)."""

from __future__ import annotations

from collections.abc import Sequence

from cpraudit.batch.overview import NONE_FOUND
from cpraudit.batch.statistics.cases import Case
from cpraudit.batch.statistics.model import COUNT, PERCENT, Heading, Table, counted
from cpraudit.facts.case import themes
from cpraudit.facts.case.indicators import Bearer, kinds
from cpraudit.reports.wording import spelt

THEME = "Coded on specific wording: a theme counts only where the learning, a recommendation or the conclusion uses its words."
INDICATOR = "Recorded in the account of the time before the event."
CONFIRM = "Coded by the program from the words of the report, present or not known; for a person to confirm or correct."


def titles() -> dict[str, str]:
    """The title of everything that is coded, by its code."""
    coded = {f"{kind.bearer}.{kind.code}": kind.title for kind in kinds()}
    return coded | {f"theme.{code}": title for code, title in themes.titles().items()}


def tables(cases: Sequence[Case]) -> list[Table]:
    """The tables on agencies, themes and indicators, commonest first."""
    return [
        _agencies(cases),
        _coded(Heading("themes", "Themes of recommendations and learning", "Figure 8", THEME), cases, "theme"),
        _coded(
            Heading("parental-indicators", "Risk indicators of parents and carers", "Figure 3", INDICATOR),
            cases, Bearer.PARENTAL,
        ),
        _coded(
            Heading("child-indicators", "Vulnerabilities of the index child", "Figure 4", INDICATOR), cases, Bearer.CHILD
        ),
    ]  # fmt: skip


def _agencies(cases: Sequence[Case]) -> Table:
    services = {service for case in cases for service in case.services}
    groups = {spelt(service): [case for case in cases if service in case.services] for service in services}
    ordered = dict(sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])))
    ordered[NONE_FOUND] = [case for case in cases if not case.services]
    definition = "Kinds of service that the account tells of as engaged with the child or the family, each counted once a review."
    return Table(Heading("agencies", "Agencies engaged with the child or family", "Figure 7", definition), len(cases), (COUNT, PERCENT),
        counted(ordered, len(cases)), (CONFIRM,),
    )  # fmt: skip


def _coded(heading: Heading, cases: Sequence[Case], prefix: str) -> Table:
    of_kind = {code: name for code, name in titles().items() if code.startswith(f"{prefix}.")}
    groups = {name: [case for case in cases if code in case.coded] for code, name in of_kind.items()}
    ordered = dict(sorted(groups.items(), key=lambda item: -len(item[1])))
    ordered[NONE_FOUND] = [case for case in cases if not case.coded & of_kind.keys()]
    return Table(
        heading, len(cases), (COUNT, PERCENT), counted(ordered, len(cases)), (CONFIRM,)
    )
