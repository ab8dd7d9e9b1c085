"""Conclusion tied to the objectives."""

from cpraudit import Domain, Excuse, Result, Review, Tier, check, met, missing, partial


@check(
    id="conclusion",
    title="Conclusion tied to the objectives",
    domain=Domain.ANALYSIS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 3.4",
    asks="A conclusion comes back to the objectives, the core tasks or the terms of reference.",
    why="It shows that the questions the panel set were the questions that were answered.",
    remedy="End with a conclusion that takes the questions in turn, a sentence or two each.",
    met="A conclusion that refers to the objectives, core tasks or terms of reference.",
    partial="A conclusion that does not.",
    missing="None.",
    excuse=Excuse.YES,
)
def conclusion(review: Review) -> Result:
    """Conclusion tied to the objectives."""
    closing = review.closing
    if closing.refers:
        return met("The conclusion refers to the objectives, core tasks or terms of reference.", closing.refers[:3])
    if closing.spans:
        return partial(
            "There is a conclusion; it does not come back to the objectives, core tasks or terms of reference.",
            closing.spans[:2],
        )
    return missing("No conclusion was found.")
