"""Strategic or operational."""

from cpraudit import Domain, Excuse, Result, Review, Tier, check, excused, met, missing, partial


@check(
    id="recommendation-type",
    title="Strategic or operational",
    domain=Domain.RECOMMENDATIONS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 4; App 6 table",
    asks="Every recommendation is marked as strategic or operational.",
    why="It tells a board what needs a decision and a team what needs doing.",
    remedy="Add the columns ‘strategic’ and ‘operational’ of the recommended table, or group them so.",
    met="Every recommendation is marked.",
    partial="Some are.",
    missing="None is.",
    excuse=Excuse.YES,
)
def recommendation_type(review: Review) -> Result:
    """Strategic or operational."""
    recommendations = review.recommendations.value
    marked = [r for r in recommendations if r.kind]
    if not recommendations:
        return missing("The report makes no recommendations.")
    if len(marked) == len(recommendations):
        return met(f"All {len(marked)} are marked as strategic or operational.", [r.span for r in marked[:3]])
    if marked:
        return partial(
            f"{len(marked)} of {len(recommendations)} are marked as strategic or operational.", [r.span for r in marked]
        )
    reason = review.recommendation_notes.type_left_out
    if reason:
        return excused("The report says why they are not so marked.", reason)
    return missing(f"None of the {len(recommendations)} recommendations is marked as strategic or operational.")
