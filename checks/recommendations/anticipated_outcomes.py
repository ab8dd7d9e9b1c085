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
    of_number = {number for listed in review.expected_outcomes for number in listed.of}
    told = [r.outcome for r in recommendations if r.outcome]
    covered = [r for r in recommendations if r.outcome or r.id in of_number]
    follow_up = review.follow_up
    beside = {r.span.block for r in recommendations} | {span.block for span in told}
    listed = [outcome.span for outcome in review.expected_outcomes]
    apart = [span for span in follow_up.outcomes if span.block not in beside] or listed
    if follow_up.outcomes_of_all:
        return met("What the set of actions is expected to improve is given.", follow_up.outcomes_of_all[:3])
    if len(covered) == len(recommendations) or len(apart) >= max(2, len(recommendations) // 3):
        return met(
            "What the actions are expected to improve is given.",
            told[:3],
            listed[:3],
            apart[:3],
            confidence=Confidence.MEDIUM,
        )
    if covered or apart:
        return partial(
            f"An expected improvement is given for {max(len(covered), len(apart))} of {len(recommendations)} actions.",
            told,
            listed[:3],
            apart,
        )
    return missing(f"None of the {len(recommendations)} actions says what it is expected to improve.")
