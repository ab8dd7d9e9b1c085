"""Length and detail in proportion."""

from cpraudit import Confidence, Domain, Result, Review, Tier, check, met, missing, partial


@check(
    id="proportionate",
    title="Length and detail in proportion",
    domain=Domain.PUBLICATION,
    tier=Tier.ADVISORY,
    source="Annual review of LCSPRs, LCSPR case study 2",
    asks=(
        "Chronology and narrative are no longer than analysis, learning and recommendations together, and the"
        " report is at most 20,000 words."
    ),
    why="A long account of what happened crowds out why it happened and what is to change.",
    remedy="Cut the narrative to what the learning rests on, and move detail to a short timeline.",
    met=(
        "Judged by content, annexes included: chronology and narrative are at most as long as analysis, "
        "learning and recommendations together, and the report is at most 20,000 words."
    ),
    partial="One of the two fails.",
    missing="Both fail.",
    by_absence=True,
)
def proportionate(review: Review) -> Result:
    """Length and detail in proportion."""
    words = review.proportion
    long = words.total > review.limits.report_words
    told = (
        f"{words.telling:,} words tell what happened and {words.drawing:,} draw what is to be learned; "
        f"{words.total:,} in all"
    )
    fault = (
        "the narrative outweighs the learning"
        if review.proportion.telling > review.proportion.drawing
        else "the report is over the limit"
    )
    sure = (
        Confidence.HIGH
        if abs(words.telling - words.drawing) > 0.2 * max(words.telling, words.drawing, 1)
        else Confidence.LOW
    )
    more_telling = words.telling > words.drawing
    if more_telling and long:
        return missing(
            f"{told}: the narrative outweighs the learning, and the report is over the limit.", confidence=sure
        )
    if more_telling or long:
        return partial(f"{told}: {fault}.", confidence=sure)
    return met(f"{told}.", confidence=sure)
