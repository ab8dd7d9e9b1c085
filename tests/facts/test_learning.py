"""Learning points, lead-ins, reasons, good practice and the context of practice."""

import pytest

from cpraudit.document import leadins
from cpraudit.testing import review_of


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Choice of home. He moved to lodgings on his birthday.", "Choice of home"),
        ("Supervision: The manager was new.", "Supervision"),
        ("Self-harm – Staff watched over her.", "Self-harm"),
        ("He moved to lodgings. He was sixteen.", ""),
        ("In May 2019. She was seen.", ""),
        ("The plan was closed. Nobody asked.", ""),
        ("Dr. Evans saw him.", ""),
    ],
)
def test_a_lead_in_is_a_few_words_without_a_verb(text: str, title: str) -> None:
    assert leadins.title(text) == title


def test_points_in_rows_and_their_facts() -> None:
    review = review_of(
        "# Child Practice Review\n\n## Learning\n\n| Learning | Circumstances |\n|---|---|\n"
        "| Missed clinics | Five appointments for the younger twin were missed between April and August. |\n"
        "| Recording | Records should be kept promptly and should be read by those who need them. |\n"
    )
    assert [(point.title, point.factual) for point in review.learning.points] == [
        ("Missed clinics", True),
        ("Recording", False),
    ]


def test_running_text_has_no_points() -> None:
    told = "The worker visited in May and found the family well. She closed the case in June after one more call."
    review = review_of(
        f"# Child Practice Review\n\n## Learning\n\n{told}\n\n{told} Nobody asked about the father then.\n"
    )
    assert not review.learning.points
    assert len(review.learning.running) == 2


@pytest.mark.parametrize(
    ("sentence", "at_work"),
    [
        ("The team had four vacancies and visits slipped to one a month.", True),
        ("The team had four vacancies at the time.", False),
    ],
)
def test_a_factor_needs_its_effect(sentence: str, at_work: bool) -> None:
    reasoning = review_of(f"# Child Practice Review\n\n## Learning\n\n{sentence}\n").reasoning
    assert bool(reasoning.factors_at_work) is at_work
    assert bool(reasoning.factors) is not at_work


@pytest.mark.parametrize(
    "sentence", ["Financial pressures at home led to arguments.", "Bail restrictions meant that he was away."]
)
def test_hardship_of_the_family_is_no_context_of_practice(sentence: str) -> None:
    reasoning = review_of(f"# Child Practice Review\n\n## Learning\n\n{sentence}\n").reasoning
    assert not reasoning.factors_at_work
    assert not reasoning.factors


@pytest.mark.parametrize(
    ("sentence", "explains"),
    [
        ("The visit was cancelled because the worker was unwell.", True),
        ("The referral led to a strategy discussion, which was held in May.", False),
        ("It was not clear why the case had been closed.", False),
        ("He had lived there since the summer and was seen once.", False),
        ("The team closed it, as the grandmother had offered to help.", True),
    ],
)
def test_what_counts_as_a_reason(sentence: str, explains: bool) -> None:
    assert bool(review_of(f"# Child Practice Review\n\n## Learning\n\n{sentence}\n").reasoning.explanations) is explains


def test_praise_may_point_back_to_the_act() -> None:
    praise = review_of(
        "# Child Practice Review\n\n## Learning\n\nThe health visitor wrote down the exact words of the child. "
        "That was exactly right.\n"
    ).praise
    assert praise.examples == 1


def test_thanks_to_those_who_took_part_are_no_praise() -> None:
    praise = review_of(
        "# Child Practice Review\n\n## Learning\n\nThe panel would like to thank all who attended for their honesty.\n"
    ).praise
    assert not praise.specific
    assert not praise.general
