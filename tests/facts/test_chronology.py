"""Entries of a chronology, marks of time in a narrative, citations and judgements."""

import pytest

from cpraudit.testing import review_of

TABLE = "# Child Practice Review\n\n## Chronology\n\n| {head} | Event | Response |\n|---|---|---|\n"


@pytest.mark.parametrize(
    "times",
    [["May 2019", "3 June 2019"], ["Month 1", "Month 4"], ["Aged 4 months", "Aged 9 months"], ["02.2012", "09.2012"]],
)
def test_rows_are_dated_by_calendar_or_by_time(times: list[str]) -> None:
    rows = "".join(f"| {time} | Seen at clinic | Health visitor gave advice |\n" for time in times)
    entries = review_of(TABLE.format(head="When") + rows).chronology.entries
    assert len(entries) == len(times)
    assert all(entry.responds and entry.agencies for entry in entries)


def test_a_task_to_prepare_a_timeline_is_no_timeline() -> None:
    review = review_of(
        "# Child Practice Review\n\n## Terms of reference\n\n- Each service will prepare a chronology, and a merged timeline will be produced.\n"
    )
    assert not review.chronology.entries
    assert not review.chronology.elsewhere


@pytest.mark.parametrize(
    ("sentence", "cited"),
    [
        ("Research shows that such bruises are rare (Owen et al., 2015).", True),
        ("What Marsh and Tudor call 'closure' was seen here.", True),
        ("The section 47 enquiry took place under the Children Act 1989.", True),
        ("Mother and Father called the surgery in 2018.", False),
        ("The review followed Working Together to Safeguard People of 2016.", False),
    ],
)
def test_citations(sentence: str, cited: bool) -> None:
    assert bool(review_of(f"# Child Practice Review\n\n## Learning\n\n{sentence}\n").research.at_learning) is cited


@pytest.mark.parametrize(
    ("sentence", "strong"),
    [
        ("The nurse was negligent.", [True]),
        ("The social worker should have known that it was no fall.", [False]),
        ("The head of pastoral care was distracted and her conduct was inexcusable.", [True]),
        ("Nobody says that the nurse was negligent.", []),
        ("The mother was negligent.", []),
        ("The system failed to bring the letters together.", []),
    ],
)
def test_judgements_are_of_workers(sentence: str, strong: list[bool]) -> None:
    judged = review_of(f"# Child Practice Review\n\n## Learning\n\n{sentence}\n").judgements
    assert [judgement.strong for judgement in judged] == strong
