"""Family kept informed and given feedback."""

from cpraudit import Domain, Excuse, Result, Review, Tier, check, excused, met, missing, partial


@check(
    id="family-feedback",
    title="Family kept informed and given feedback",
    domain=Domain.PROCESS,
    tier=Tier.TEMPLATE,
    source="RRR App 6 process; core task on contributions",
    asks="Whether the family was kept informed and told what the review found, with how or when.",
    why=(
        "A family that reads of its own case in the press has been let down twice. The form asks for feedback "
        "before publication."
    ),
    remedy=(
        "Say how and when relatives were kept informed and heard the findings ('the reviewers went through "
        "the draft with Mother before publication')."
    ),
    met="Said outside the terms of reference, with how or when (before publication, by visit, ...).",
    partial="'Kept informed' only.",
    missing="Silent.",
    excuse=Excuse.LIMITED,
    excuse_ground="they declined, or it was not appropriate, said in the report",
)
def family_feedback(review: Review) -> Result:
    """Family kept informed and given feedback."""
    feedback = review.feedback
    if feedback.given:
        return met("The family was told what the review found, and how or when is said.", feedback.given[:3])
    if feedback.informed:
        return partial(
            "The family is said to have been kept informed; how, or when they heard the findings, is not told.",
            feedback.informed[:2],
        )
    if feedback.withheld:
        return excused("The family was given no feedback; the report says why.", feedback.withheld[:2])
    reasons = review.family.excusing()
    if reasons:
        return excused("No feedback to the family is told; the report says that they did not take part.", reasons[:2])
    return missing(
        "Not found in the report: that the family was kept informed or given feedback (looked for outside the terms of "
        "reference and the form's wording)."
    )
