"""Referral to completion within six months, or explained."""

from cpraudit import NOT_HISTORICAL, Confidence, Domain, Result, Review, Tier, cannot_tell, check, met, missing, partial


@check(
    id="turnaround",
    title="Referral to completion within six months, or explained",
    domain=Domain.PROCESS,
    tier=Tier.STATUTORY,
    source="WT2 as quoted in RRR Section 3 and App 7.3 (median found: 20.7 months)",
    asks="At most six months from the referral to sign-off, or a specific cause for taking longer.",
    why=(
        "Learning that comes years later reaches other staff and other systems, and a family waits for all of that "
        "time. Some causes cannot be helped, but the report should name them."
    ),
    remedy=(
        "Give the dates of referral and sign-off. Where they are more than six months apart, say what caused it (a "
        "criminal trial, an inquest, a change of chair or reviewer) and what was done meanwhile."
    ),
    met="At most six months from referral to sign-off; or longer with a specific cause.",
    partial="Longer, with a generic remark or apology.",
    missing="Longer and unexplained.",
    cannot_tell="Referral or sign-off date is absent or too imprecise.",
    types=NOT_HISTORICAL,
)
def turnaround(review: Review) -> Result:
    """Referral to completion within six months, or explained."""
    dates, length = review.dates, review.intervals.referral_to_signoff
    if length is None or dates.referral.date is None or dates.signoff is None:
        lacks = "the referral" if dates.referral.date is None else "sign-off"
        return cannot_tell(f"The time taken cannot be worked out: the date of {lacks} is not found.")
    ends = (*dates.referral.date.spans[:1], *dates.signoff.spans[:1])
    if length.longest < 0:
        return cannot_tell("Sign-off is dated before the referral, so the time taken cannot be worked out.", ends)
    months = f"{length.months:.0f} months"
    within = length.at_most(review.limits.turnaround)
    if within:
        return met(f"The review took {months} from referral to sign-off.", ends)
    if within is None:
        return cannot_tell(f"The dates are too loose to tell whether the review ({months}) kept to the limit.", ends)
    if dates.delay_reasons:
        return met(f"The review took {months}, and the report says what caused it.", dates.delay_reasons, ends)
    if dates.delay_remarks:
        return partial(
            f"The review took {months}; the report mentions or regrets this but names no cause.",
            dates.delay_remarks,
            ends,
        )
    return missing(
        f"The review took {months} from referral to sign-off, and no explanation is found.",
        ends,
        confidence=Confidence.MEDIUM,
    )
