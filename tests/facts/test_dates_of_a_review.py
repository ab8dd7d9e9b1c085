"""The roles of dates, the period, its reason, delays and intervals, on invented passages."""

from __future__ import annotations

import pytest

from cpraudit.facts import Review
from cpraudit.facts.dates import delays, roles
from cpraudit.facts.dates.calendar import of_day, of_month
from cpraudit.facts.dates.intervals import Interval
from cpraudit.facts.dates.period_reason import Reason, reason_in
from cpraudit.facts.dates.roles import Role
from cpraudit.testing import review_of

CIRCUMSTANCES = "# Brief outline of circumstances resulting in the review\n\n"
PROCESS = "# Child Practice Review process\n\n"


def _dated(review: Review, role: Role) -> list[str]:
    return [
        date.value.iso for claim in roles.claims(review) if claim.role is role for date in claim.dates if date.value
    ]


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Date of the significant event", Role.INCIDENT),
        ("Index incident", Role.INCIDENT),
        ("When the child disclosed", Role.INCIDENT),
        ("Learning event(s)", Role.LEARNING_EVENT),
        ("Practitioners' workshop", Role.LEARNING_EVENT),
        ("Interim reflection session", Role.INTERIM_EVENT),
        ("Referral to the Sub-Group", Role.REFERRAL),
        ("Date of referral", Role.REFERRAL),
        ("Sub-Group considered the referral", Role.DECISION),
        ("Report presented to the Board", Role.COMPLETION),
        ("Report completed and signed", Role.COMPLETION),
        ("Date of publication", Role.PUBLICATION),
        ("Published", Role.PUBLICATION),
        ("Period reviewed", Role.PERIOD),
        ("Timeline of significant events", Role.PERIOD),
        ("Chair of the panel", None),
        ("Ethnicity", None),
    ],
)
def test_labels(label: str, role: Role | None) -> None:
    assert roles.label_role(label) is role


@pytest.mark.parametrize(
    ("text", "role", "dates"),
    [
        (
            "The case was referred to the CPR Sub-Group in May 2021 and the Chair agreed on 4 June 2021.",
            Role.REFERRAL,
            ["2021-05"],
        ),
        (
            "The case was referred to the CPR Sub-Group in May 2021 and the Board agreed a review on 4 June 2021.",
            Role.DECISION,
            ["2021-06-04"],
        ),
        (
            "After the death on 3 March 2021, the case was referred to the Sub-Group on 5 May 2021.",
            Role.REFERRAL,
            ["2021-05-05"],
        ),
        ("On 9 May 2020 she was referred to the speech therapist.", Role.REFERRAL, []),
        (
            "Two learning events were held, on 3 June 2021 (practitioners) and 10 June 2021 (managers).",
            Role.LEARNING_EVENT,
            ["2021-06-03", "2021-06-10"],
        ),
        ("The learning event took place over two days, 13-14 November 2019.", Role.LEARNING_EVENT, ["2019-11-13"]),
        ("The school told the learning event that it had rung on 3 January 2020.", Role.LEARNING_EVENT, []),
        ("The report was accepted by the Board on 9 July 2021.", Role.COMPLETION, ["2021-07-09"]),
    ],
)
def test_a_date_belongs_to_the_nearest_words(text: str, role: Role, dates: list[str]) -> None:
    assert _dated(review_of(PROCESS + text), role) == dates


def test_a_table_of_key_dates_is_one_statement_a_row() -> None:
    review = review_of(
        PROCESS
        + "| Key date | Event |\n|---|---|\n| 4 May 2020 | Index incident |\n| 9 June 2020 | Referral to Sub-Group |\n"
    )
    assert [(s.label, len(s.dates)) for s in review.statements if s.row and s.dates] == [
        ("Index incident", 1),
        ("Referral to Sub-Group", 1),
    ]


def test_an_impossible_date_is_mentioned_without_a_value() -> None:
    mentions = review_of(CIRCUMSTANCES + "A conference was held on 31.09.2017.").date_mentions
    assert [mention.value for mention in mentions] == [None]
    assert mentions[0].label == "A conference was held on"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("This was to take in Mother's pregnancy and the birth.", Reason.SPECIFIC),
        ("The start date was chosen because the siblings were first registered in that month.", Reason.SPECIFIC),
        ("The guidance asks for twelve months.", Reason.GUIDANCE),
        ("The timeline was extended for completeness.", Reason.EMPTY),
        ("This was in order to give as full a picture as possible.", Reason.EMPTY),
        ("The criteria for an extended review were met.", None),
        ("It was agreed that the period would be twelve weeks.", None),
    ],
)
def test_reasons_for_the_period(text: str, reason: Reason | None) -> None:
    assert reason_in(text) is reason


@pytest.mark.parametrize(
    ("text", "reasons", "remarks"),
    [
        ("The review was paused at the request of the Coroner from June to November.", True, False),
        ("The review has exceeded six months. This was due to the illness of the reviewer.", True, False),
        ("The reviewers regret that the review took longer than anyone would have wished.", False, True),
        ("The trial of the stepfather took place in May.", False, False),
        ("There was a delay in the speech assessment because of sickness.", False, False),
    ],
)
def test_causes_of_delay(text: str, reasons: bool, remarks: bool) -> None:
    found = delays.find(review_of(PROCESS + text))
    assert (bool(found.reasons), bool(found.remarks)) == (reasons, remarks)


def test_an_interval_knows_whether_it_keeps_a_limit() -> None:
    start, end = of_day(2019, 3, 4), of_day(2021, 3, 4)
    assert start and end
    two_years = Interval(24.0, 24.03, start, end)
    assert two_years.at_most(24) is True
    assert two_years.at_most(12, 15) is False
    assert Interval(11.0, 13.0).at_most(12) is None
    assert Interval(12.0, 12.0, of_month(2020, 3), of_month(2021, 3)).at_most(12) is True
