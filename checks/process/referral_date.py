"""Date of referral to the CPR Sub-Group."""

from cpraudit import NOT_HISTORICAL, Domain, Excuse, Result, Review, Tier, check


@check(
    id="referral-date",
    title="Date of referral to the CPR Sub-Group",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 2.5 (17 of 33 gave it)",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met="Day, or month and year.",
    partial="The referral is mentioned undated, or by year only.",
    missing="Not mentioned.",
    excuse=Excuse.YES,
    types=NOT_HISTORICAL,
)
def referral_date(review: Review) -> Result:
    """Date of referral to the CPR Sub-Group."""
    raise NotImplementedError
