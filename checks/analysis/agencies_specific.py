"""Agencies named specifically."""

from cpraudit import Domain, Excuse, Result, Review, Tier, check


@check(
    id="agencies-specific",
    title="Agencies named specifically",
    domain=Domain.ANALYSIS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 3.2; App 2 (CPR 17)",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met=(
        "A specific service each time an act is described (at most an occasional bare 'Health', 'agencies', "
        "'professionals')."
    ),
    partial="Mostly specific, with several bare uses.",
    missing="Bare terms dominate, or a key act has no named agency ('some agencies held information').",
    excuse=Excuse.YES,
)
def agencies_specific(review: Review) -> Result:
    """Agencies named specifically."""
    raise NotImplementedError
