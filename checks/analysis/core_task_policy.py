"""Core task answered: compliance with policy and procedures."""

from cpraudit import NOT_HISTORICAL, Confidence, Domain, Excuse, Result, Review, Tier, check, met, missing, partial
from cpraudit.facts.learning.coretasks import CoreTask


@check(
    id="core-task-policy",
    title="Core task answered: compliance with policy and procedures",
    domain=Domain.ANALYSIS,
    tier=Tier.STATUTORY,
    source="RRR App 7.2-2; App 6 core tasks",
    asks="The report says, with reasons, whether decisions and actions complied with policy and procedures.",
    why="It is the first core task of the guidance, and printing the task does not answer it.",
    remedy="Write a short finding under a heading of its own: what complied, what did not, and why.",
    met="A finding, under a heading of its own or as an explicit answer, with reasons.",
    partial="Procedures are discussed in passing without a finding.",
    missing="Only in the terms of reference, or nowhere.",
    excuse=Excuse.YES,
    types=NOT_HISTORICAL,
)
def core_task_policy(review: Review) -> Result:
    """Core task answered: compliance with policy and procedures."""
    answer = review.core_tasks[CoreTask.POLICY]
    if answer.under_heading and (answer.reasoned or len(answer.under_heading) > 3):
        return met(
            "Compliance with policy and procedures is answered under a heading of its own.", answer.under_heading[:3]
        )
    if answer.findings and answer.reasoned:
        return met(
            "There is an explicit finding on compliance, with reasons.",
            answer.findings[:3],
            confidence=Confidence.MEDIUM,
        )
    if answer.findings:
        return partial("There is a finding on compliance; why it was so is not told.", answer.findings[:3])
    if answer.under_heading or answer.discussed:
        return partial(
            "Policies or procedures are spoken of in passing, without a finding on whether they were followed and why.",
            answer.under_heading[:1],
            answer.discussed[:3],
        )
    return missing("No finding on compliance with policy and procedures was found outside the terms of reference.")
