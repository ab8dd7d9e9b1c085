"""Each recommendation names a responsible agency."""

from cpraudit import Confidence, Domain, Result, Review, Tier, check, met, missing, partial
from cpraudit.facts.recommendations.recommendations import numbers_in_words


@check(
    id="recommendation-owner",
    title="Each recommendation names a responsible agency",
    domain=Domain.RECOMMENDATIONS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 4; App 6 table",
    asks="For each recommendation, the agency or body that is to carry it out.",
    why=(
        "What is asked of 'all agencies' or 'practitioners' is asked of nobody in particular; nobody can be asked "
        "later what became of it."
    ),
    remedy=(
        "Begin each recommendation with the agency or board that will answer for it ('The Health Board should ...'), "
        "or give an Agency column. Where several must act, name each, and say who leads."
    ),
    met="Every one names an agency or body.",
    partial="Some do, or 'all agencies', 'partners'.",
    missing="None does.",
)
def recommendation_owner(review: Review) -> Result:
    """Count the recommendations that name a body of their own, and those that name only everyone."""
    made = review.recommendations.value
    if not made:
        return missing("No recommendations were found, so none names a responsible agency.")
    named = [r for r in made if r.owners and not r.collective_only]
    shared = [r for r in made if r.collective_only]
    nobody = [r for r in made if not r.owners]
    if len(named) == len(made):
        return met(f"Each of the {len(made)} recommendations names a responsible agency.", [r.span for r in named])
    lacks = [
        f"only agencies in general in {numbers_in_words(shared)}" if shared else "",
        f"nobody in {numbers_in_words(nobody)}" if nobody else "",
    ]
    lacking = "; ".join(words for words in lacks if words)
    if named or shared:
        message = f"{len(named)} of {len(made)} recommendations name a responsible agency; {lacking}."
        return partial(message, [r.span for r in (*named, *shared)])
    return missing(
        f"None of the {len(made)} recommendations names an agency or body that is to carry it out.",
        [r.span for r in nobody[:3]],
        confidence=Confidence.MEDIUM,
    )
