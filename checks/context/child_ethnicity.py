"""Ethnicity and identity of the child."""

from cpraudit import Confidence, Domain, Excuse, Result, Review, Tier, check, excused, met, missing, partial


@check(
    id="child-ethnicity",
    title="Ethnicity and identity of the child",
    domain=Domain.CONTEXT,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 1.1 (3 of 33 gave it)",
    asks="The child’s ethnicity or heritage is stated, and its bearing on the case is considered.",
    why="In 2023 three of 33 reviews gave it. Unnamed, it cannot be weighed, and neither can bias.",
    remedy=(
        "Give ethnicity or heritage and first language as far as they do not identify, and say whether they "
        "bore on what services did."
    ),
    met="Ethnicity or heritage is stated and its bearing on the case is considered, or it is said to have had none.",
    partial="A bare label and nothing more.",
    missing="Not mentioned.",
    excuse=Excuse.YES,
)
def child_ethnicity(review: Review) -> Result:
    """Ethnicity and identity of the child."""
    told = [child.ethnicity for child in review.children.index if child.ethnicity]
    spans = [span for fact in told for span in fact.spans]
    if told and review.ethnicity_considered:
        return met(
            "Ethnicity or heritage is stated and its bearing considered.",
            spans[:1],
            review.ethnicity_considered[:2],
            confidence=Confidence.MEDIUM,
        )
    if told:
        return partial("Ethnicity or heritage is stated and nothing more is said of it.", spans[:2])
    if review.children.ethnicity_withheld:
        return excused("Ethnicity is left out, and the report says so.", review.children.ethnicity_withheld)
    return missing("The child’s ethnicity or heritage was not found in the report.")
