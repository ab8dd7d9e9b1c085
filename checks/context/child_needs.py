"""Disability, health and additional needs of the child."""

from cpraudit import Confidence, Domain, Excuse, Result, Review, Tier, check, excused, met, missing, partial


@check(
    id="child-needs",
    title="Disability, health and additional needs of the child",
    domain=Domain.CONTEXT,
    tier=Tier.ADVISORY,
    source="Annual review of LCSPRs, rapid review case study 1; triennial analysis 2017-19, disability",
    asks=(
        "The child's disability, health and additional needs, or that there were none, and what they meant "
        "for the case."
    ),
    why=(
        "Disabled and ill children are harmed more often and seen less clearly. A need that is named and then "
        "left out of the analysis repeats that."
    ),
    remedy=(
        "Say in a sentence what disability, health or additional needs the child had, or that none were "
        "known, and take them up in the learning."
    ),
    met="Stated (or said to be none) and used in the analysis.",
    partial="Mentioned only in passing.",
    missing="Silent.",
    excuse=Excuse.YES,
)
def child_needs(review: Review) -> Result:
    """Disability, health and additional needs of the child."""
    needs = review.needs
    if needs.used and len({*needs.stated, *needs.used}) >= 2:
        return met("The child's needs are stated and taken up in the analysis.", needs.stated[:2], needs.used[:2])
    if needs.none_said:
        return met("The child is said to have no such needs.", needs.none_said[:2], confidence=Confidence.MEDIUM)
    if needs.stated:
        return partial(
            "A need is mentioned; the analysis does not take it up.", needs.stated[:2], confidence=Confidence.MEDIUM
        )
    reasons = [span for span in review.household.withheld if "health" in review.document.quote(span).lower()]
    if reasons:
        return excused("The child's health is left out; the report says why.", reasons)
    return missing(
        "Not found in the report: the child's disability, health or additional needs, or that there were none."
    )
