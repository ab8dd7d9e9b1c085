"""Length of the review period."""

from cpraudit import (
    NOT_HISTORICAL,
    Confidence,
    Domain,
    Result,
    Review,
    Span,
    Tier,
    cannot_tell,
    check,
    met,
    missing,
    partial,
)
from cpraudit.facts.dates.period import Period
from cpraudit.facts.dates.period_reason import Reason


def _evidence(period: Period) -> tuple[Span, ...]:
    """Where the period's ends, or its length, are told."""
    ends = [span for end in (period.start, period.end) if end for span in end.spans]
    return tuple(ends) or (period.stated_months.spans if period.stated_months else ())


def _explained(period: Period) -> bool:
    """Whether the reason given is tied to the case."""
    return period.reason is not None and period.reason.value is Reason.SPECIFIC


@check(
    id="timeline-length",
    title="Length of the review period",
    domain=Domain.PROCESS,
    tier=Tier.STATUTORY,
    source="WT2 6.22, 7.23, 7.25 (RRR Section 3); Table 9",
    asks="A review period of at most twelve months before the event; up to twenty-four with a reason that explains it.",
    why=(
        "The guidance sets twelve months, and longer only in exceptional circumstances, so that a review stays "
        "proportionate and its learning is about practice as it is now."
    ),
    remedy=(
        "Keep the period to the twelve months before the event. Where it must be longer, up to twenty-four, name the "
        "circumstance that its start is tied to; tell older history in a short background section."
    ),
    met=(
        "At most 12 months before the event (a surplus of up to 15 days still counts as 12), or longer, up to"
        " 24 months, with a reason. Exactly 24 months counts as within 24. Where the period runs past the "
        "event, only the part before it counts."
    ),
    partial="Over 12 and up to 24 months with a reason that does not explain it ('extended for completeness').",
    missing="Over 12 months without a reason, or more than 24 months.",
    cannot_tell="The period cannot be computed.",
    types=NOT_HISTORICAL,
)
def timeline_length(review: Review) -> Result:
    """Length of the review period."""
    length = review.intervals.review_period
    if length is None:
        return cannot_tell("The length of the review period cannot be worked out: its ends are not both found.")
    limits, period = review.limits, review.period
    evidence = _evidence(period)
    months = f"{length.months:.0f} months"
    usual = length.at_most(limits.period_usual, limits.period_tolerance_days)
    longest = length.at_most(limits.period_longest)
    if usual:
        return met(f"The period reviewed is {months} up to the event, within the usual length.", evidence)
    if longest is False:
        return missing(
            f"The period reviewed is {months}, more than the {limits.period_longest:.0f} that the guidance allows.",
            evidence,
            shown=True,
        )
    if longest is None or (usual is None and not _explained(period)):
        return cannot_tell(
            f"The dates are too loose to tell whether the period ({months}) keeps to the limit.", evidence
        )
    if _explained(period) and period.reason:
        return met(f"The period reviewed is {months}, with a reason tied to the case.", period.reason.spans, evidence)
    if period.reason and period.reason.value is Reason.EMPTY:
        return partial(
            f"The period reviewed is {months}; it is said to have been extended or chosen, but not why in this case.",
            period.reason.spans,
            evidence,
        )
    return missing(
        f"The period reviewed is {months}, and no reason for going beyond {limits.period_usual:.0f} is found.",
        evidence,
        confidence=Confidence.MEDIUM,
    )
