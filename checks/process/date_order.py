"""Dates are consistent with one another."""

from cpraudit import Domain, Result, Review, Tier, check


@check(
    id="date-order",
    title="Dates are consistent with one another",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="This project",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met=(
        "Every pair of known dates is in a possible order: period start < period end; event on or after "
        "period start; event <= referral <= learning event <= sign-off <= publication; nothing impossible (31"
        " February) or after the publication date."
    ),
    missing="At least one impossible date or order, named in the message.",
    cannot_tell="Fewer than two dates are known.",
    by_absence=True,
)
def date_order(review: Review) -> Result:
    """Dates are consistent with one another."""
    raise NotImplementedError
