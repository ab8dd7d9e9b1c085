"""Chronological, dated narrative."""

from cpraudit import Confidence, Domain, Excuse, Result, Review, Tier, check, excused, met, missing, partial


@check(
    id="dated-narrative",
    title="Chronological, dated narrative",
    domain=Domain.ANALYSIS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 3.1",
    asks="Dates, ages or other marks of time carry the narrative, in ascending order.",
    why="Delay and drift can only be seen against time.",
    remedy="Give each event a month, an age or a relative date (‘three weeks later’), in order.",
    met="Dates, ages or relative markers carry the narrative in ascending order.",
    partial="Some dates, or several unexplained jumps.",
    missing="Undated or unordered.",
    excuse=Excuse.LIMITED,
    excuse_ground="anonymity, with relative dating used instead",
)
def dated_narrative(review: Review) -> Result:
    """Chronological, dated narrative."""
    told = review.narrative
    marks = len(told.dates) + len(told.relative)
    rate = 1000 * marks / max(told.words, 1)
    words = f"{len(told.dates)} dates and {len(told.relative)} relative marks of time in {told.words:,} words"
    spans = (*told.dates[:3], *told.relative[:2])
    if marks >= 4 and rate >= 8 and told.ascending >= 0.7:
        return met(
            f"The narrative is carried by time: {words}, in ascending order.", spans, confidence=Confidence.MEDIUM
        )
    if told.left_out and told.relative:
        return excused(
            "Dates are left out to protect the family, and relative marks of time stand for them.", told.left_out
        )
    if marks >= 2 and rate >= 3:
        lack = "they jump back and forth" if told.ascending < 0.7 else "much of it is undated"
        return partial(f"{words}, but {lack}.", spans, confidence=Confidence.MEDIUM)
    return missing(f"The narrative is undated ({words}).", confidence=Confidence.MEDIUM)
