"""Date of referral to the CPR Sub-Group."""

from cpraudit import NOT_HISTORICAL, Domain, Excuse, Result, Review, Tier, check, excused, met, missing, partial


@check(
    id="referral-date",
    title="Date of referral to the CPR Sub-Group",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 2.5 (17 of 33 gave it)",
    asks="The date, at least by month and year, on which the case was referred to the Child Practice Review Sub-Group.",
    why=(
        "The guidance counts its six months from the referral; it also shows how soon agencies saw that a review was "
        "needed."
    ),
    remedy="Give the date of the referral and the agency that made it, for example in a list of key dates.",
    met="Day, or month and year.",
    partial="The referral is mentioned undated, or by year only.",
    missing="Not mentioned.",
    excuse=Excuse.YES,
    types=NOT_HISTORICAL,
)
def referral_date(review: Review) -> Result:
    """Date of referral to the CPR Sub-Group."""
    referral = review.dates.referral
    if referral.date:
        return met(f"The case was referred {referral.date.value.when}.", referral.date.spans)
    if referral.vague:
        return partial("The referral is mentioned, but dated only loosely.", referral.vague, referral.mentions)
    if referral.mentions:
        return partial("The referral to the Sub-Group is mentioned, but not when it was made.", referral.mentions)
    if review.dates.withheld:
        return excused("Dates are left out, and the report says why.", review.dates.withheld)
    return missing("A referral to the Sub-Group is not found in the report, outside its terms of reference.")
