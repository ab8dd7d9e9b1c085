"""Fathers and male carers in the analysis."""

from cpraudit import Domain, Result, Review, Tier, check


@check(
    id="fathers-analysed",
    title="Fathers and male carers in the analysis",
    domain=Domain.ANALYSIS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 3.3; Section 2, 1.3",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met=(
        "The father's or partner's role, history and contact with agencies is analysed, or the lack of "
        "knowledge is itself remarked on."
    ),
    partial="Named but not analysed.",
    missing="A mother-only account without a remark.",
)
def fathers_analysed(review: Review) -> Result:
    """Fathers and male carers in the analysis."""
    raise NotImplementedError
