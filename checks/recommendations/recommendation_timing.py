"""Immediate, needs planning, or dated."""

from cpraudit import Confidence, Domain, Excuse, Result, Review, Tier, check, excused, met, missing, partial
from cpraudit.facts.recommendations.recommendations import numbers_in_words


@check(
    id="recommendation-timing",
    title="Immediate, needs planning, or dated",
    domain=Domain.RECOMMENDATIONS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 4; App 6",
    asks="For each recommendation, whether it is immediate or needs planning, or a date or timescale.",
    why="Without a time a recommendation is never late; the reader cannot tell what was thought urgent.",
    remedy=(
        "Give each recommendation a date or a timescale, or class it as immediate, requiring planning or needing "
        "further consideration. If the action plan will set the dates, say so, and when it will be published."
    ),
    met="Every recommendation has a timescale or date.",
    partial="Some have.",
    missing="None has.",
    excuse=Excuse.YES,
)
def recommendation_timing(review: Review) -> Result:
    """Count the recommendations with a timescale."""
    made = review.recommendations.value
    if not made and review.recommendation_notes.none_made:
        return excused("No recommendations are made, and the report says why.", review.recommendation_notes.none_made)
    if not made:
        return missing("No recommendations were found, so none has a timescale.")
    timed = [r for r in made if r.timing]
    if len(timed) == len(made):
        return met(f"Each of the {len(made)} recommendations has a timescale or date.", [r.span for r in timed])
    if timed:
        none_for = numbers_in_words(r for r in made if not r.timing)
        message = f"{len(timed)} of {len(made)} recommendations have a timescale or date; none for {none_for}."
        return partial(message, [r.span for r in timed])
    if review.recommendation_notes.timing_elsewhere:
        return excused(
            "No recommendation has a timescale; the report says where they are set.",
            review.recommendation_notes.timing_elsewhere,
        )
    return missing(
        f"None of the {len(made)} recommendations has a timescale or date (looked for in rows, words and headings).",
        [r.span for r in made[:3]],
        confidence=Confidence.MEDIUM,
    )
