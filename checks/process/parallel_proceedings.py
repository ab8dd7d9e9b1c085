"""Parallel investigations or proceedings."""

from cpraudit import Confidence, Domain, Result, Review, Tier, check, met, missing, partial


@check(
    id="parallel-proceedings",
    title="Parallel investigations or proceedings",
    domain=Domain.PROCESS,
    tier=Tier.STATUTORY,
    source="RRR App 6 core tasks; App 7.2-6",
    asks="Which investigations or proceedings ran beside the review, or that there were none.",
    why=(
        "They decide who could be spoken to and when, and what the review may not say; the guidance makes them a "
        "core task."
    ),
    remedy=(
        "Add a short passage outside the terms of reference: criminal investigation, inquest, family court, PRUDiC,"
        " employer or regulator, each with how it bore on the review, or 'there were none'."
    ),
    met=(
        "Stated outside the terms of reference: which (criminal, inquest, family court, PRUDiC, IOPC, "
        "employer), or that there were none."
    ),
    partial="Only implied in the narrative (an arrest, a charge, an inquest mentioned in passing).",
    missing="Only the terms of reference's standard task, or nothing.",
)
def parallel_proceedings(review: Review) -> Result:
    """Parallel investigations or proceedings."""
    proceedings = review.proceedings
    if proceedings.stated:
        which = f": {', '.join(proceedings.kinds)}" if proceedings.kinds else ""
        confidence = Confidence.HIGH if len(proceedings.stated) > 1 else Confidence.MEDIUM
        return met(f"Parallel proceedings are stated{which}.", proceedings.stated[:6], confidence=confidence)
    if proceedings.implied:
        message = (
            "Proceedings are only met in passing; which ran beside the review, and how they bore on it, is not stated."
        )
        return partial(message, proceedings.implied[:4])
    return missing(
        "Not found outside the terms of reference: parallel investigations or proceedings, or that there were none."
    )
