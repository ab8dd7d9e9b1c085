"""What happened and to whom: harm, ages, gender, ethnicity, siblings, history with services (Tables 1, 2, 3 and 5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cpraudit.batch.statistics.cases import Case
from cpraudit.batch.statistics.model import COUNT, PERCENT, UNKNOWN, Heading, Table, counted, grouped

Labels = Mapping[str | None, str]

TYPES: Labels = {"concise": "Concise", "extended": "Extended", "historical": "Historical"}
OUTCOMES: Labels = {
    "death": "Death",
    "life-threatening-injury": "Potentially life-threatening injury",
    "serious-impairment": "Serious and permanent impairment",
}
HARMS: Labels = {
    "suicide": "Suicide",
    "natural-causes-or-medical": "Other: natural causes or medical",
    "other": "Other",
    "non-fatal-physical-abuse": "Non-fatal physical abuse",
    "sudi": "SUDI",
    "non-fatal-neglect": "Non-fatal neglect",
    "fatal-physical-abuse": "Fatal physical abuse",
    "csa-intrafamilial": "Child sexual abuse, intrafamilial",
    "cse-extrafamilial": "Child sexual exploitation, extrafamilial",
    "fatal-neglect": "Fatal neglect",
    "non-fatal-emotional-abuse": "Non-fatal emotional abuse",
}
HISTORIES: Labels = {
    "referred-below-threshold": "Referred, nothing beyond that told",
    "supported": "Assessed or supported, neither registered nor looked after",
    "looked-after": "Looked after",
    "register": "Child protection register",
    "adopted": "Adopted",
    "excluded": "Excluded (historical review)",
}
AGES = (
    ("0-3 months", 4), ("4-6 months", 7), ("7-9 months", 10), ("10-12 months", 13), ("13 months-2 years", 36),
    ("3-5 years", 72), ("6-12 years", 156), ("13-17 years", 216), ("18 years and over", 10_000),
)  # fmt: skip
"""Bands of Table 2, each with the month at which the next begins: exactly twelve months is in '10-12 months'."""
PANEL_AGES = (
    ("Under 1 year", 12), ("1-5 years", 72), ("6-10 years", 132), ("11-15 years", 192), ("16 years and over", 10_000),
)  # fmt: skip
"""Bands of Table 3 (the English Panel's): exactly twelve months is in '1-5 years'."""
SEVERAL = "Children in more than one band"
AGE = (
    "Age at the event in whole months, the lower bound where a band is given, one row a review. A review of several children "
    "counts once where they are in one band."
)


def tables(cases: Sequence[Case]) -> list[Table]:
    """The tables on the event and the index child."""
    return [
        _plain(
            Heading("type", "Type of review", "", "The type that the report declares."),
            cases, TYPES, {case.id: case.type for case in cases},
        ),
        _plain(
            Heading("outcome", "Outcome for the child", "", "The outcome that the report tells, one a review."),
            cases, OUTCOMES, {case.id: case.outcome for case in cases},
        ),
        _plain(
            Heading(
                "harm-type", "Type of harm", "Table 1",
                "One primary kind of harm a review. The 2023 table's 'Other' is both rows here that begin so.",
            ),
            cases, HARMS, {case.id: case.harm for case in cases},
        ),
        _ages(Heading("age", "Age of the index child", "Table 2", AGE), cases, AGES),
        _ages(
            Heading("age-panel", "Age of the index child, in the English Panel's bands", "Table 3", AGE), cases, PANEL_AGES
        ),
        _gender(cases),
        _ethnicity(cases),
        _siblings(cases),
        _plain(
            Heading(
                "services-history", "Children's services history", "Table 5",
                "The closest that the child came to children's services before the event, from the account; coded by the "
                "program, for a person to confirm.",
            ),
            cases, HISTORIES, {case.id: case.history for case in cases},
        ),
    ]  # fmt: skip


def _plain(heading: Heading, cases: Sequence[Case], labels: Labels, key: Mapping[str, str | None]) -> Table:
    return Table(heading, len(cases), (COUNT, PERCENT), counted(grouped(cases, labels, key), len(cases)))


def _ages(heading: Heading, cases: Sequence[Case], bands: Sequence[tuple[str, int]]) -> Table:
    labels: Labels = {**{label: label for label, _ in bands}, SEVERAL: SEVERAL}
    return _plain(heading, cases, labels, {case.id: _band(case, bands) for case in cases})


def _band(case: Case, bands: Sequence[tuple[str, int]]) -> str | None:
    ages = [child.age_months for child in case.children]
    if not ages or None in ages:
        return None
    found = {next(label for label, end in bands if age < end) for age in ages if age is not None}
    return found.pop() if len(found) == 1 else SEVERAL


def _gender(cases: Sequence[Case]) -> Table:
    groups: dict[str, list[Case]] = {"Female": [], "Male": [], "Both": [], "Other": [], UNKNOWN: []}
    for case in cases:
        told = {child.gender for child in case.children}
        only = told.pop() if len(told) == 1 else ("both" if told == {"female", "male"} else None)
        label = only.capitalize() if only else UNKNOWN
        groups[label].append(case)
    known = [case for label, members in groups.items() if label != UNKNOWN for case in members]
    groups["of those told: stated outright"] = [
        case for case in known if all(child.gender_basis == "stated" for child in case.children)
    ]
    groups["of those told: from pronouns only"] = [
        case for case in known if any(child.gender_basis == "pronoun" for child in case.children)
    ]
    definition = "One row a review, 'both' where there are several children. What only pronouns tell is counted and shown apart."
    return Table(Heading("gender", "Gender of the index child", "", definition), len(cases), (COUNT, PERCENT), counted(groups, len(cases))
    )


def _ethnicity(cases: Sequence[Case]) -> Table:
    stated = [case for case in cases if any(child.ethnicity for child in case.children)]
    groups = {"Stated": stated, UNKNOWN: [case for case in cases if case not in stated]}
    definition = "Whether ethnicity or heritage of an index child is stated."
    return Table(Heading("ethnicity", "Ethnicity of the index child", "", definition), len(cases), (COUNT, PERCENT), counted(groups, len(cases))
    )


def _siblings(cases: Sequence[Case]) -> Table:
    groups = {
        "Has a brother or sister": [case for case in cases if case.siblings],
        "of those: a half-brother or half-sister is named": [case for case in cases if case.half_siblings],
        "Only child, as the report says": [case for case in cases if case.siblings is False],
        UNKNOWN: [case for case in cases if case.siblings is None],
    }
    definition = "Brothers and sisters, half-brothers and half-sisters included, where the report tells of any."
    return Table(Heading("siblings", "Siblings", "", definition), len(cases), (COUNT, PERCENT), counted(groups, len(cases)))
