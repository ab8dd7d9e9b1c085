"""Objectives specific to this case."""

from cpraudit import NOT_HISTORICAL, Domain, Excuse, Result, Review, Tier, check, excused, met, missing, partial


@check(
    id="case-objectives",
    title="Objectives specific to this case",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 2.4; App 6 objectives",
    asks="Questions or objectives that are specific to this case.",
    why=(
        "Generic tasks get generic answers. A question about this child's case makes the panel say what it needs to"
        " know."
    ),
    remedy="Add three to six questions that could be asked of this case only, and answer each in the report.",
    met="Questions or objectives that are specific to the case.",
    partial="The generic core tasks only.",
    missing="None.",
    excuse=Excuse.YES,
    types=NOT_HISTORICAL,
)
def case_objectives(review: Review) -> Result:
    """Objectives specific to this case."""
    objectives = review.objectives
    if len(objectives.questions) >= 1:
        count = len(objectives.questions)
        return met(f"The case has questions of its own ({count} found).", objectives.questions[:6])
    reasons = review.omissions.about("objectives")
    if reasons:
        return excused("No questions of the case are given; the report says why.", reasons)
    if objectives.core_tasks:
        return partial(
            "Only the generic core tasks are given; none is specific to the case.", objectives.core_tasks[:3]
        )
    return missing("Not found in the report: objectives or questions of the case.")
