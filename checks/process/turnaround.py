"""Referral to completion within six months, or explained."""

from cpraudit import NOT_HISTORICAL, Domain, Result, Review, Tier, check


@check(
    id="turnaround",
    title="Referral to completion within six months, or explained",
    domain=Domain.PROCESS,
    tier=Tier.STATUTORY,
    source="WT2 as quoted in RRR Section 3 and App 7.3 (median found: 20.7 months)",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met="At most six months from referral to sign-off; or longer with a specific cause.",
    partial="Longer, with a generic remark or apology.",
    missing="Longer and unexplained.",
    cannot_tell="Referral or sign-off date is absent or too imprecise.",
    types=NOT_HISTORICAL,
)
def turnaround(review: Review) -> Result:
    """Referral to completion within six months, or explained."""
    raise NotImplementedError
