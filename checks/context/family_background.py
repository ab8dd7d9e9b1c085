"""Relevant family history before the review period."""

from cpraudit import Confidence, Domain, Excuse, Result, Review, Tier, check, excused, met, missing, partial


@check(
    id="family-background",
    title="Relevant family history before the review period",
    domain=Domain.CONTEXT,
    tier=Tier.RECOMMENDED,
    source="RRR App 6, circumstances; Section 3 footnote 21",
    asks=(
        "A labelled passage on the family's history and earlier involvement of agencies, clearly before the "
        "period under review."
    ),
    why=(
        "What was known before shapes what should have been done. Kept apart from the narrative, it shows "
        "what agencies could have read at the start."
    ),
    remedy=(
        "Add a short passage headed 'Background before the period', with earlier involvement and history by "
        "year or relative date, and no identifying detail."
    ),
    met="A labelled background passage with history or agency involvement that is clearly before the review period.",
    partial="History is scattered and undated in the narrative.",
    missing="No background.",
    excuse=Excuse.YES,
)
def family_background(review: Review) -> Result:
    """Relevant family history before the review period."""
    household = review.household
    if household.background and household.background_dated:
        return met(
            "A labelled passage tells the family's history before the period.",
            household.background[:1],
            household.background_dated[:3],
        )
    if household.background:
        message = "A passage is labelled as background; that it lies before the period under review is not plain."
        return partial(message, household.background[:3], confidence=Confidence.MEDIUM)
    if household.scattered:
        return partial(
            "History is told here and there; no labelled passage sets it before the period.", household.scattered[:4]
        )
    if household.withheld:
        return excused("The family's history is left out; the report says why.", household.withheld[:2])
    return missing(
        "Not found in the report: the family's history or earlier involvement of agencies before the period."
    )
