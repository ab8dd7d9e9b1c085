"""Core task answered: inter-agency working."""

from cpraudit import NOT_HISTORICAL, Confidence, Domain, Excuse, Result, Review, Tier, check, met, missing, partial
from cpraudit.facts.learning.coretasks import CoreTask


@check(
    id="core-task-interagency",
    title="Core task answered: inter-agency working",
    domain=Domain.ANALYSIS,
    tier=Tier.STATUTORY,
    source="RRR App 7.2-3; App 6 core tasks",
    asks="The report finds whether inter-agency working and service provision were effective.",
    why="It is the second core task of the guidance, and printing the task does not answer it.",
    remedy=(
        "Write a short finding under a heading of its own: how agencies worked together, with what effect for"
        " the child, and why."
    ),
    met=(
        "A finding on the effectiveness of inter-agency working and service provision, under a heading or as "
        "an explicit answer."
    ),
    partial="Discussed without a conclusion.",
    missing="Only in the terms of reference, or nowhere.",
    excuse=Excuse.YES,
    types=NOT_HISTORICAL,
)
def core_task_interagency(review: Review) -> Result:
    """Core task answered: inter-agency working."""
    answer = review.core_tasks[CoreTask.INTERAGENCY]
    if len(answer.under_heading) >= 2 or (answer.under_heading and answer.reasoned) or answer.in_row:
        return met("Inter-agency working is answered under a heading of its own.", answer.under_heading[:3])
    if answer.findings:
        return met(
            "There is an explicit finding on inter-agency working.", answer.findings[:3], confidence=Confidence.MEDIUM
        )
    if answer.discussed or answer.under_heading:
        return partial(
            "Working between agencies is discussed, without a conclusion on how effective it was.",
            answer.discussed[:4],
            answer.under_heading,
        )
    return missing("No finding on inter-agency working was found outside the terms of reference.")
