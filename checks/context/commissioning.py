"""Who commissioned the review and on whose recommendation."""

from cpraudit import NOT_HISTORICAL, Domain, Excuse, Result, Review, Tier, check, excused, met, missing, partial


@check(
    id="commissioning",
    title="Who commissioned the review and on whose recommendation",
    domain=Domain.CONTEXT,
    tier=Tier.TEMPLATE,
    source="RRR App 6, brief outline of circumstances",
    asks="The commissioning board and the Child Practice Review Sub-Group’s recommendation are both stated.",
    why="It shows that the decision was taken where the guidance puts it.",
    remedy=(
        "Use the form’s sentence: commissioned by (board) on the recommendation of the Child Practice Review Sub-Group."
    ),
    met="The commissioning board, and the Child Practice Review Sub-Group's recommendation, are both stated.",
    partial="Only one.",
    missing="Neither.",
    excuse=Excuse.YES,
    types=NOT_HISTORICAL,
)
def commissioning(review: Review) -> Result:
    """Who commissioned the review and on whose recommendation."""
    basis = review.legal_basis
    if basis.board and basis.recommended:
        return met(
            "Who commissioned the review and on whose recommendation are stated.",
            basis.board[:1],
            basis.recommended[:1],
        )
    if basis.board:
        return partial("The commissioning board is stated; the Sub-Group’s recommendation is not.", basis.board[:2])
    if basis.recommended:
        return partial(
            "The Sub-Group’s recommendation is stated; who commissioned the review is not.", basis.recommended[:2]
        )
    if basis.unsaid:
        return excused("The report says why it does not tell who commissioned the review.", basis.unsaid)
    return missing("Neither the commissioning board nor the Sub-Group’s recommendation was found in the report.")
