"""Core task answered: best interests of the child."""

from cpraudit import NOT_HISTORICAL, Confidence, Domain, Excuse, Result, Review, Tier, check, met, missing, partial
from cpraudit.facts.learning.coretasks import CoreTask


@check(
    id="core-task-child-interests",
    title="Core task answered: best interests of the child",
    domain=Domain.ANALYSIS,
    tier=Tier.STATUTORY,
    source="RRR App 7.2-4; App 6 core tasks",
    asks=(
        "The report finds, with reasons, whether decisions were in the child’s best interests and focused on outcomes."
    ),
    why=(
        "It is the third core task of the guidance; without it a review can be complete and never have asked "
        "what a decision meant for the child."
    ),
    remedy="Write a short finding: which decisions were made with the child in view, which were not, and why.",
    met=(
        "A finding on whether decisions were in the child's best interests (older wording: individual "
        "focused) and outcome focused, with reasons."
    ),
    partial="Discussed without a finding.",
    missing="Only in the terms of reference, or nowhere.",
    excuse=Excuse.YES,
    types=NOT_HISTORICAL,
)
def core_task_child_interests(review: Review) -> Result:
    """Core task answered: best interests of the child."""
    answer = review.core_tasks[CoreTask.INTERESTS]
    if answer.under_heading and (answer.reasoned or len(answer.under_heading) > 2):
        return met(
            "The best interests of the child are answered under a heading of their own.", answer.under_heading[:3]
        )
    if answer.findings and answer.reasoned:
        return met(
            "There is an explicit finding on the interests of the child, with reasons.",
            answer.findings[:3],
            confidence=Confidence.MEDIUM,
        )
    if answer.findings:
        message = "There is a finding on the interests of the child; why it was so is not told."
        return partial(message, answer.findings[:3], confidence=Confidence.MEDIUM)
    if answer.under_heading or answer.discussed:
        return partial(
            "The interests of the child are spoken of, without a finding on whether decisions served them.",
            answer.under_heading[:1],
            answer.discussed[:3],
            confidence=Confidence.MEDIUM,
        )
    return missing("No finding on the best interests of the child was found outside the terms of reference.")
