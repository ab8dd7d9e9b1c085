"""Sub-Group's decision and repeat referrals."""

from cpraudit import NOT_HISTORICAL, Domain, Excuse, Result, Review, Tier, check, excused, met, missing, partial


@check(
    id="subgroup-decision",
    title="Sub-Group's decision and repeat referrals",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 2.5",
    asks=("The Sub-Group's recommendation or the Board Chair's decision with its date, and any repeat referral."),
    why=(
        "The date of decision shows where time was lost before the review began; a case referred twice is learning "
        "about thresholds."
    ),
    remedy=(
        "Give the date on which the Sub-Group recommended the review and the Chair agreed, and say whether the case"
        " had been referred before."
    ),
    met="The Sub-Group's (or Chair's) decision with its date, with repeat referrals told where there were any.",
    partial="The decision without a date.",
    missing="Silent.",
    excuse=Excuse.YES,
    types=NOT_HISTORICAL,
)
def subgroup_decision(review: Review) -> Result:
    """Sub-Group's decision and repeat referrals."""
    process = review.process
    if process.dated_decisions:
        told = " Earlier referrals are told too." if process.referral_history else ""
        message = f"The decision to hold the review is told with its date.{told}"
        return met(message, process.dated_decisions[:3], process.referral_history[:2])
    if process.decisions:
        return partial("The decision to hold the review is told without its date.", process.decisions[:3])
    reasons = review.omissions.about("decision")
    if reasons:
        return excused("The decision is not told; the report says why.", reasons)
    return missing("Not found in the report: the Sub-Group's or the Chair's decision to hold the review.")
