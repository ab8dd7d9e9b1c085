"""Each agency's contribution and its form."""

from cpraudit import Domain, Excuse, Result, Review, Tier, check


@check(
    id="agency-contributions",
    title="Each agency's contribution and its form",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 2.3; App 6 table",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met=(
        "A list or table of agencies or practitioners with how each contributed (written account, interview "
        "or discussion, or described by another agency)."
    ),
    partial="A list without form, or form for some.",
    missing="None.",
    excuse=Excuse.YES,
)
def agency_contributions(review: Review) -> Result:
    """Each agency's contribution and its form."""
    raise NotImplementedError
