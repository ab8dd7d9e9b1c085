"""Guidance and criteria for the review."""

from cpraudit import Domain, Result, Review, Tier, check, met, missing, partial


@check(
    id="legal-basis",
    title="Guidance and criteria for the review",
    domain=Domain.CONTEXT,
    tier=Tier.TEMPLATE,
    source="RRR App 6, brief outline of circumstances",
    asks="The guidance or Act that the review is held under and the criteria that are met are both named.",
    why="It shows that the board had the duty, and which.",
    remedy="Name the guidance and the paragraph whose criteria are met.",
    met="Names the guidance or Act it is held under, and the criteria (or criteria paragraph) that are met.",
    partial="Only one of the two.",
    missing="Neither.",
)
def legal_basis(review: Review) -> Result:
    """Guidance and criteria for the review."""
    basis = review.legal_basis
    if basis.guidance and basis.criteria:
        return met("The guidance and the criteria are named.", basis.guidance[:1], basis.criteria[:1])
    if basis.guidance:
        return partial("The guidance is named; the criteria that are met are not.", basis.guidance[:2])
    if basis.criteria:
        return partial("Criteria are mentioned; the guidance or Act is not named.", basis.criteria[:2])
    return missing("Neither the guidance or Act nor the criteria were found.")
