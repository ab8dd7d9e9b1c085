"""More than training and reminders."""

from cpraudit import Domain, Result, Review, Tier, check, met, missing, not_applicable, partial


@check(
    id="beyond-training",
    title="More than training and reminders",
    domain=Domain.RECOMMENDATIONS,
    tier=Tier.ADVISORY,
    source="RRR Discussion; annual review of LCSPRs",
    asks="At most a third of the recommendations are only training, briefing or reminding.",
    why="Training and reminders leave the system as it was when the staff who heard them have gone.",
    remedy="Ask what in the form, the pathway or the staffing would have made the difference, and change that.",
    met="At most a third of the recommendations are only training, briefing or reminding.",
    partial="Up to two thirds.",
    missing="More than two thirds.",
    not_applicable="There are no recommendations.",
    by_absence=True,
)
def beyond_training(review: Review) -> Result:
    """More than training and reminders."""
    recommendations = review.recommendations.value
    if not recommendations:
        return not_applicable("The report makes no recommendations.")
    only = [r for r in recommendations if r.training_only]
    told = f"{len(only)} of {len(recommendations)} recommendations are only training, briefing or reminding"
    if 3 * len(only) <= len(recommendations):
        return met(f"{told}.")
    if 3 * len(only) <= 2 * len(recommendations):
        return partial(f"{told}.", [r.span for r in only])
    return missing(f"{told}.", [r.span for r in only])
