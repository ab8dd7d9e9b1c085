"""Each recommendation is actionable."""

from cpraudit import Confidence, Domain, Result, Review, Tier, check, met, missing, partial
from cpraudit.facts.recommendations.recommendations import numbers_in_words


@check(
    id="recommendation-actionable",
    title="Each recommendation is actionable",
    domain=Domain.RECOMMENDATIONS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 4",
    asks=(
        "For each recommendation, an act and a product or an end that can be verified: a protocol published, an audit"
        " reported to the board, a post filled, a figure reached."
    ),
    why=(
        "Nobody can tell whether 'consider', 'be reminded' or 'ensure' has been done; a year later such a "
        "recommendation can be neither closed nor enforced."
    ),
    remedy=(
        "Say what will exist or be measured when it is done: 'Revise the pathway so that ..., and audit 40 records "
        "six months after' in place of 'Ensure that the pathway is followed'."
    ),
    met=(
        "At least four in five name an act and a product or verifiable end state (audit, publish, revise, "
        "report to the board, a measure, a date)."
    ),
    partial="At least two in five do.",
    missing="Most are vague ('consider', 'be reminded', 'be aware', 'ensure' with no product).",
)
def recommendation_actionable(review: Review) -> Result:
    """Share of the recommendations with a firm act."""
    made = review.recommendations.value
    if not made:
        return missing("No recommendations were found, so none is actionable.")
    firm = [r for r in made if r.actionable]
    vague = [r for r in made if not r.actionable]
    share = len(firm) / len(made)
    counted = f"{len(firm) or 'None'} of the {len(made)} recommendations name an act and something that can be verified"
    if share >= 0.8:
        return met(f"{counted}.", [r.span for r in firm], confidence=Confidence.MEDIUM)
    vaguely = f"not so {numbers_in_words(vague)}"
    if share >= 0.4:
        return partial(f"{counted}; {vaguely}.", [r.span for r in firm], confidence=Confidence.MEDIUM)
    return missing(
        f"{counted}{f'; {vaguely}' if firm else ''}.", [r.span for r in vague[:5]], confidence=Confidence.MEDIUM
    )
