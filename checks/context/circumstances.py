"""What led to the review."""

from cpraudit import Confidence, Domain, Excuse, Result, Review, Tier, check, excused, met, missing, partial


@check(
    id="circumstances",
    title="What led to the review",
    domain=Domain.CONTEXT,
    tier=Tier.TEMPLATE,
    source="RRR App 6, circumstances; Table 1",
    asks="The outcome for the child and the nature of the harm or its cause are both explicit.",
    why="The rest of the report cannot be weighed by a reader who does not know what happened.",
    remedy=(
        "Say in the opening what happened to the child and of what kind the harm was; if an inquest or trial "
        "is pending, say so."
    ),
    met=(
        "Both the outcome (died, potentially life-threatening injury, serious and permanent impairment) and "
        "the nature of the harm or cause are explicit."
    ),
    partial="The outcome without the nature of the harm ('found unresponsive' and nothing more).",
    missing="Neither.",
    excuse=Excuse.LIMITED,
    excuse_ground="a pending inquest, trial or anonymity, said in the report",
)
def circumstances(review: Review) -> Result:
    """What led to the review."""
    event = review.event
    if event.outcome and event.harm:
        return met(
            "The outcome and the nature of the harm are told.",
            event.outcome.spans[:2],
            event.harm.spans[:2],
            confidence=Confidence.MEDIUM,
        )
    if event.pending:
        return excused("The report says why the circumstances are not told in full.", event.pending)
    if event.outcome:
        return partial(
            "The outcome is told; the nature of the harm or its cause is not.",
            event.outcome.spans[:3],
            confidence=Confidence.MEDIUM,
        )
    if event.harm:
        return partial(
            "The nature of the harm is told; the outcome for the child is not.",
            event.harm.spans[:3],
            confidence=Confidence.LOW,
        )
    return missing("Neither the outcome for the child nor the nature of the harm was found.")
