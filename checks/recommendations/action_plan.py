"""Action plan and how impact is measured."""

from cpraudit import Domain, Excuse, Result, Review, Tier, check, excused, met, missing, partial


@check(
    id="action-plan",
    title="Action plan and how impact is measured",
    domain=Domain.RECOMMENDATIONS,
    tier=Tier.ADVISORY,
    source="RRR recommendation 2.3; annual review of LCSPRs",
    asks=(
        "An action plan is attached, linked or promised, and the report says how or by whom progress or "
        "impact is reviewed."
    ),
    why="Recommendations repeat from review to review because nobody came back to see.",
    remedy="Say where the action plan is, who reviews it, how often, and how impact is measured.",
    met="An action plan attached, linked or promised, and how or by whom progress or impact is reviewed.",
    partial="One of the two.",
    missing="Neither.",
    excuse=Excuse.YES,
)
def action_plan(review: Review) -> Result:
    """Action plan and how impact is measured."""
    follow_up = review.follow_up
    if follow_up.plan and follow_up.review:
        return met(
            "There is an action plan, and its progress or impact is to be reviewed.",
            follow_up.plan[:2],
            follow_up.review[:2],
        )
    if follow_up.plan:
        return partial(
            "There is an action plan; how progress or impact will be reviewed is not said.", follow_up.plan[:2]
        )
    if follow_up.review:
        return partial("Progress is to be reviewed; no action plan is mentioned.", follow_up.review[:2])
    if follow_up.no_plan:
        return excused("The report says why there is no action plan.", follow_up.no_plan)
    return missing("No action plan, and no review of progress or impact, was found.")
