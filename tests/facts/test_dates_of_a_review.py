"""The roles of dates, the period, its reason, delays and intervals, on invented passages."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cpraudit.document import Furniture
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


KEY_PARAGRAPH = (
    "Important dates. Incident: 4 May 2020. Referral to the Sub-Group: 9 June 2020. Learning day: 2 March 2021. "
    "Signed off by the Board: 8 July 2021. Publication: 3 September 2021."
)


def test_a_paragraph_of_labels_and_dates_is_a_list_of_key_dates() -> None:
    review = review_of(PROCESS + KEY_PARAGRAPH)
    told = [claim.role for claim in roles.claims(review) if claim.labelled]
    assert told == [Role.INCIDENT, Role.REFERRAL, Role.LEARNING_EVENT, Role.COMPLETION, Role.PUBLICATION]
    assert len(review.dates.summary_covers) == 4


def test_a_sentence_with_a_colon_is_no_list_of_key_dates() -> None:
    review = review_of(PROCESS + "The panel met often. One visit stands out: 4 May 2020 was the day the plan closed.")
    assert not [claim for claim in roles.claims(review) if claim.labelled]


@pytest.mark.parametrize(
    ("row", "dates"),
    [
        ("School refers the family to the early help hub", []),
        ("Notification sent to the hospital", []),
        ("Referral to a family centre", []),
        ("Referral to the CPR Panel", ["2019-11"]),
        ("Nursery makes a referral to the local authority", []),
        ("Case referred to the Board's Practice Review Sub-Group", ["2019-11"]),
        ("Referral by the police to the Case Review Group", ["2019-11"]),
        ("Notified to the Safeguarding Board", ["2019-11"]),
    ],
)
def test_a_referral_among_key_dates_goes_to_those_who_decide_on_reviews(row: str, dates: list[str]) -> None:
    review = review_of(
        "# Key dates\n\n| Date | What happened |\n|---|---|\n"
        f"| November 2019 | {row} |\n| 9 June 2021 | Learning event |\n| 1 July 2021 | Report signed |\n"
    )
    assert _dated(review, Role.REFERRAL) == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("The CPR Sub-Group took up the matter once the hospital had referred it on 3 June 2020.", ["2020-06-03"]),
        ("The Sub-Group met because the case was referred by Education on 3 June 2020.", ["2020-06-03"]),
        ("The Sub-Group noted that help stopped after the school referred the case to CAMHS on 3 June 2018.", []),
        ("The Sub-Group recorded that nobody knew of him when his case was brought to court on 3 June 2018.", []),
        ("After the PRUDiC meeting of 12 May 2020 a referral was made for a child practice review on 19 May 2020.", ["2020-05-19"]),
        ("The Chair agreed on 9 July 2020. The referral had been made by the Health Board on 12 June 2020.", ["2020-06-12"]),
        ("The Named Doctor completed a referral form, which the Business Unit received on 9 June 2020.", ["2020-06-09"]),
        ("The review took 13 months from the date of referral, 19 May 2020, to sign-off on 21 June 2021.", ["2020-05-19"]),
        ("The school made a referral to Children's Services on 3 April 2020.", []),
        ("From referral (June 2020) to completion (August 2021) the review took fourteen months.", ["2020-06"]),
        ("The doctor made a request on 3 June 2020 to the Practice Review Management Group for a review.", ["2020-06-03"]),
    ],
)
def test_a_referral_told_after_the_group(text: str, dates: list[str]) -> None:
    assert _dated(review_of(PROCESS + text), Role.REFERRAL) == dates


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("On a wet morning in May 2021, he left the house by the back gate, climbed a wall and fell into a pit.", "2021-05"),
        ("In May 2021, as the house was being sold, her family fell into arrears, and the landlord wrote.", None),
    ],
)
def test_the_event_in_a_long_sentence_that_its_date_begins(text: str, date: str | None) -> None:
    told = review_of(CIRCUMSTANCES + text).dates.incident.date
    assert (told.value.iso if told else None) == date


def test_a_period_is_as_long_as_it_came_to_be() -> None:
    text = "The period under review was twelve months, later extended to eighteen months for completeness."
    months = review_of("# Time period reviewed and why\n\n" + text).period.stated_months
    assert months and months.value == 18


def test_years_of_the_family_are_no_reason_for_the_period() -> None:
    review = review_of(
        "# Time period reviewed and why\n\nThe period reviewed is 3 May 2019 to 2 October 2020.\n\n"
        "Services had worked with the mother for many years because of her drinking.\n"
    )
    assert review.period.reason is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("A cousin was arrested in August 2019. Child T nearly died.", None),
        ("Child T nearly died, and in August 2019 a cousin was arrested.", None),
        ("Her father was arrested on 3 May 2019 when Child T was found unconscious.", "2019-05-03"),
        ("On 3 May 2019 Child T nearly died. A cousin was arrested on 9 August 2019.", "2019-05-03"),
    ],
)
def test_an_arrest_is_not_the_event(text: str, date: str | None) -> None:
    told = review_of(CIRCUMSTANCES + text).dates.incident.date
    assert (told.value.iso if told else None) == date


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Child Practice Review | Version 3, May 2022", "2022-05"),
        ("Final report 4 May 2022", "2022-05-04"),
        ("Page 3 of 12", None),
        ("Hafren Safeguarding Children Board, founded May 2012", None),
        ("Version 2", None),
    ],
)
def test_the_running_head_may_date_the_document(line: str, date: str | None) -> None:
    document = replace(review_of(PROCESS + "The panel met.").document, furniture=(Furniture("header", line),))
    found = Review(document).dates.cover_date
    assert (found.value.iso if found else None) == date


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Hafren Safeguarding Children Board   Child Practice Review   Published May 2022", "2022-05"),
        ("Publication date: 4 May 2022 | Page 2", "2022-05-04"),
        ("Published by Hafren Safeguarding Children Board on 4 May 2022", "2022-05-04"),
        ("Cyhoeddwyd: Mai 2022", "2022-05"),
        ("Not to be published before 4 May 2022", None),
        ("Review report, May 2022", None),
        ("Draft 3, 4 May 2022. To be published.", None),
    ],
)
def test_the_running_head_may_date_the_publication(line: str, date: str | None) -> None:
    document = replace(review_of(PROCESS + "The panel met.").document, furniture=(Furniture("footer", line),))
    dates = Review(document).dates
    assert (dates.publication.date.value.iso if dates.publication.date else None) == date
    assert not (dates.publication.date and dates.cover_date)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "Child T (d.o.b. 6/08/2019) was carried into the hospital by an aunt on 3 May 2021 with a broken arm.",
            "2021-05-03",
        ),
        ("The chronology begins with the first home visit in March 2020 and goes on to the injury.", None),
        ("Child T sustained a serious head injury in March 2020.", "2020-03"),
    ],
)
def test_neither_a_birth_nor_the_start_of_the_period_is_the_event(text: str, date: str | None) -> None:
    told = review_of(CIRCUMSTANCES + text).dates.incident.date
    assert (told.value.iso if told else None) == date


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("The timeline starts at the scan in March 2020 and goes up to the fire.", "2020-03"),
        ("The review period begins with her arrival in Wales in March 2020.", "2020-03"),
        ("The chronology opened with the move on 4 March 2020.", None),
        ("The school's sessions started with reading in March 2020.", None),
        ("Her placement began with a visit in March 2020.", None),
    ],
)
def test_a_period_may_start_with_what_happened_then(text: str, start: str | None) -> None:
    told = review_of(CIRCUMSTANCES + text).period.start
    assert (told.value.iso if told else None) == start


NOTES = tomllib.loads(Path(__file__).with_name("process_notes.toml").read_text(encoding="utf-8"))["notes"]


@pytest.mark.parametrize("notes", NOTES, ids=lambda notes: notes["text"][:40])
def test_steps_noted_without_verbs(notes: dict[str, Any]) -> None:
    dates = review_of(f"{CIRCUMSTANCES}Child T, aged 6, was injured on 2 March 2020.\n\n{PROCESS}{notes['text']}\n").dates
    steps = ("referral", "decision", "learning_event", "completion", "publication")
    found = {step: getattr(dates, step).date for step in steps}
    assert {step: date.value.iso for step, date in found.items() if date} == notes["dates"]
