"""What each action is expected to improve."""

from cpraudit import Confidence, Domain, Result, Review, Tier, check, met, missing, partial


@check(
    id="anticipated-outcomes",
    title="What each action is expected to improve",
    domain=Domain.RECOMMENDATIONS,
    tier=Tier.TEMPLATE,
    source="RRR App 6, improving systems and practice",
    asks="Each action says what it is expected to improve.",
    why="An action can be completed without anything getting better; the outcome says how one would know.",
    remedy="Add ‘so that ...’ to each action, or a column ‘what will improve’.",
    met="An expected improvement or outcome for every action (or for the set, group by group).",
    partial="For some.",
    missing="For none.",
)
def anticipated_outcomes(review: Review) -> Result:
    """What each action is expected to improve."""
    recommendations = review.recommendations.value
    if not recommendations:
        return missing("The report makes no recommendations.")
    told = [r.outcome for r in recommendations if r.outcome]
    follow_up = review.follow_up
    apart = [span for span in follow_up.outcomes if span.block not in {r.span.block for r in recommendations}]
    if follow_up.outcomes_of_all:
        return met("What the set of actions is expected to improve is given.", follow_up.outcomes_of_all[:3])
    if len(told) == len(recommendations) or len(apart) >= max(2, len(recommendations) // 3):
        return met(
            "What the actions are expected to improve is given.", told[:3], apart[:3], confidence=Confidence.MEDIUM
        )
    if told or apart:
        return partial(
            f"An expected improvement is given for {max(len(told), len(apart))} of {len(recommendations)} actions.",
            told,
            apart,
        )
    return missing(f"None of the {len(recommendations)} actions says what it is expected to improve.")
