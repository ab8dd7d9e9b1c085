"""Each recommendation is actionable."""

from cpraudit import Domain, Result, Review, Tier, check


@check(
    id="recommendation-actionable",
    title="Each recommendation is actionable",
    domain=Domain.RECOMMENDATIONS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 4",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met=(
        "At least four in five name an act and a product or verifiable end state (audit, publish, revise, "
        "report to the board, a measure, a date)."
    ),
    partial="At least two in five do.",
    missing="Most are vague ('consider', 'be reminded', 'be aware', 'ensure' with no product).",
)
def recommendation_actionable(review: Review) -> Result:
    """Each recommendation is actionable."""
    raise NotImplementedError
