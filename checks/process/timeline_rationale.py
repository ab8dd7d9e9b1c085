"""Why this review period."""

from cpraudit import (
    NOT_HISTORICAL,
    Confidence,
    Domain,
    Result,
    Review,
    Tier,
    check,
    met,
    missing,
    not_applicable,
    partial,
)
from cpraudit.facts.dates.period_reason import Reason


@check(
    id="timeline-rationale",
    title="Why this review period",
    domain=Domain.PROCESS,
    tier=Tier.STATUTORY,
    source="RRR Section 3 (13 of 16 gave one), 2.5; App 6 'and why'",
    asks="Why the panel chose this period: what in the case its start is tied to.",
    why=(
        "A longer period costs families and practitioners more, and a shorter one may cut off what matters. The reason "
        "lets the reader judge the choice."
    ),
    remedy=(
        "Add one sentence: 'The period begins with ... because ...' (a pregnancy, a registration, a move into care, an "
        "earlier child's harm). For twelve months, it is enough to name the guidance."
    ),
    met=(
        "A reason tied to the period (pregnancy, registration, move into care, an earlier child, ...). For a "
        "period of at most 12 months, naming the guidance's 12 months is a reason."
    ),
    partial="Says that the period was extended or chosen, without why.",
    missing="No reason where the period is over 12 months.",
    not_applicable="The period is at most 12 months, or not stated, and no reason is offered.",
    types=NOT_HISTORICAL,
)
def timeline_rationale(review: Review) -> Result:
    """Why this review period."""
    reason, length = review.period.reason, review.intervals.review_period
    usual = length.at_most(review.limits.period_usual, review.limits.period_tolerance_days) if length else None
    if reason and reason.value is Reason.SPECIFIC:
        return met("The report ties the period to the case.", reason.spans, confidence=Confidence.MEDIUM)
    if reason and reason.value is Reason.GUIDANCE and usual:
        return met("The report names the guidance's twelve months as the reason for the period.", reason.spans)
    if reason and reason.value is Reason.EMPTY:
        return partial(
            "The report says that the period was extended or chosen, but not what in this case called for it.",
            reason.spans,
        )
    if usual or length is None:
        return not_applicable("The period is at most twelve months, or not stated, and no reason is offered.")
    told = [span for end in (review.period.start, review.period.end) if end for span in end.spans]
    return missing(
        f"The period reviewed is {length.months:.0f} months, and no reason for it is found near where it is stated.",
        told,
        confidence=Confidence.MEDIUM,
    )
