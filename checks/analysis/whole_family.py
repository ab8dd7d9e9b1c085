"""Whole-family lens."""

from cpraudit import NOT_HISTORICAL, Domain, Excuse, Result, Review, Tier, check


@check(
    id="whole-family",
    title="Whole-family lens",
    domain=Domain.ANALYSIS,
    tier=Tier.RECOMMENDED,
    source="RRR App 7.2-4",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met="An explicit passage on how services saw child, siblings and parents together (or worked in silos).",
    partial="Touches on some members.",
    missing="The index child or mother only.",
    excuse=Excuse.YES,
    types=NOT_HISTORICAL,
)
def whole_family(review: Review) -> Result:
    """Whole-family lens."""
    raise NotImplementedError
