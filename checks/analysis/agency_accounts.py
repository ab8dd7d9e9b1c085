"""An account for each agency, then brought together."""

from cpraudit import (
    NOT_HISTORICAL,
    Confidence,
    Domain,
    Excuse,
    Result,
    Review,
    Tier,
    check,
    excused,
    met,
    missing,
    partial,
)

FEWEST = 3
"""Agencies with a passage of their own that make accounts by agency."""


@check(
    id="agency-accounts",
    title="An account for each agency, then brought together",
    domain=Domain.ANALYSIS,
    tier=Tier.RECOMMENDED,
    source="RRR App 7.2-3",
    asks="What each agency did, told agency by agency, and then what they made of it together.",
    why=(
        "Separate accounts show what each service knew and when; the joined-up conclusion shows what that meant for"
        " the child."
    ),
    remedy="Give each agency its own sub-heading or clear passage, then a passage on how they worked together.",
    met="Sub-headings or clear passages by agency, and a joined-up conclusion on working together.",
    partial="Agency passages without the conclusion.",
    missing="A mixed narrative.",
    excuse=Excuse.YES,
    types=NOT_HISTORICAL,
)
def agency_accounts(review: Review) -> Result:
    """An account for each agency, then brought together."""
    accounts = review.accounts
    if len(accounts.headed) >= FEWEST and len(accounts.services) >= FEWEST:
        told = f"{len(accounts.headed)} passages are told by agency"
        if accounts.together:
            return met(f"{told}, and brought together.", accounts.headed[:4], accounts.together[:2])
        message = f"{told}; a conclusion on how they worked together is not found."
        return partial(message, accounts.headed[:4], confidence=Confidence.MEDIUM)
    reasons = review.omissions.about("accounts")
    if reasons:
        return excused("There are no accounts by agency; the report says why.", reasons)
    message = "Not found in the report: accounts agency by agency; the story is told by time or by theme."
    return missing(message, confidence=Confidence.MEDIUM)
