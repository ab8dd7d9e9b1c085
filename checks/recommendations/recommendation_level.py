"""Local, regional or national."""

from cpraudit import Domain, Excuse, Result, Review, Tier, check, excused, met, missing, partial


@check(
    id="recommendation-level",
    title="Local, regional or national",
    domain=Domain.RECOMMENDATIONS,
    tier=Tier.RECOMMENDED,
    source="RRR App 6",
    asks="Every recommendation is marked, or grouped, as local, regional or national.",
    why="It tells who has the power to act on it.",
    remedy="Mark each as local, regional or national, or group them under those headings.",
    met="Every recommendation is marked or grouped by level.",
    partial="Some are.",
    missing="None is.",
    excuse=Excuse.YES,
)
def recommendation_level(review: Review) -> Result:
    """Local, regional or national."""
    recommendations = review.recommendations.value
    marked = [r for r in recommendations if r.level]
    if not recommendations:
        return missing("The report makes no recommendations.")
    if len(marked) == len(recommendations):
        return met(f"All {len(marked)} are marked as local, regional or national.", [r.span for r in marked[:3]])
    if marked:
        return partial(
            f"{len(marked)} of {len(recommendations)} are marked as local, regional or national.",
            [r.span for r in marked],
        )
    reason = review.recommendation_notes.level_left_out
    if reason:
        return excused("The report says why they are not so marked.", reason)
    return missing(f"None of the {len(recommendations)} recommendations is marked as local, regional or national.")
