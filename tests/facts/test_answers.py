"""Questions of the case and core tasks, and what answers them."""

import pytest

from cpraudit.facts.learning import answers
from cpraudit.facts.learning.coretasks import CoreTask
from cpraudit.testing import review_of

ASKED = """# Child Practice Review

## Objectives

1. How was the move between schools planned?
2. Did the clinic know of the earlier concerns about exploitation?
3. What was done when the grandmother telephoned?

## Conclusion

"""


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("On question 1, the move was rushed. On question 3, nobody rang back.", [True, False, True]),
        ("Questions 1 to 3 were answered no.", [True, True, True]),
        ("Our answer to the second question is that it did not.", [False, True, False]),
        (
            "Three questions were set. First, it was rushed. Secondly, it did not. Thirdly, nobody rang.",
            [True, True, True],
        ),
        ("The second child was born. The first visit was in May.", [False, False, False]),
    ],
)
def test_answers_by_number(text: str, answered: list[bool]) -> None:
    found = review_of(ASKED + text + "\n").answers.questions
    assert [question.explicit is not None for question in found] == answered


def test_questions_asked_in_one_sentence_are_taken_apart() -> None:
    review = review_of(
        "# Child Practice Review\n\n## Objectives\n\nThe panel asked in particular whether the tenancy was suitable, "
        "how the ward shared what she said and what the college knew.\n"
    )
    assert len(review.answers.questions) == 3


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("1", [1]), ("(ii)", [2]), ("1, 2 and 5", [1, 2, 5]), ("one to four", [1, 2, 3, 4]), ("2–4", [2, 3, 4])],
)
def test_numbers_of_questions(text: str, numbers: list[int]) -> None:
    assert answers._numbers(text) == numbers


@pytest.mark.parametrize(
    ("sentence", "task", "found"),
    [
        ("The panel concluded that the protocol was not followed on two nights.", CoreTask.POLICY, True),
        ("The protocol was issued in 2014 and was on the intranet.", CoreTask.POLICY, False),
        ("The panel's view is that coordination was poor after the move.", CoreTask.INTERAGENCY, True),
        ("A multi-agency meeting was held in May.", CoreTask.INTERAGENCY, False),
        ("The panel found that decisions were not focused on the child.", CoreTask.INTERESTS, True),
        ("When core groups met, the focus was on Mother's presentation.", CoreTask.INTERESTS, False),
    ],
)
def test_a_finding_is_more_than_a_mention(sentence: str, task: CoreTask, found: bool) -> None:
    answer = review_of(f"# Child Practice Review\n\n## Analysis\n\n{sentence}\n").core_tasks[task]
    assert bool(answer.findings) is found


def test_the_printed_tasks_answer_nothing() -> None:
    review = review_of(
        "# Child Practice Review\n\n## Appendix 1: Terms of Reference\n\n"
        "- Determine whether decisions and actions in the case comply with the policy and procedures of named services and Board.\n"
        "- Examine inter-agency working and service provision for the individual and family.\n"
    )
    assert all(not (a.findings or a.under_heading or a.discussed) for a in review.core_tasks.values())
