"""Agencies on the panel."""

from cpraudit import Domain, Excuse, Result, Review, Tier, check


@check(
    id="panel-agencies",
    title="Agencies on the panel",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 2.1; App 6",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met="A list of agencies or roles.",
    partial="'A multi-agency panel' and no more.",
    missing="Absent.",
    excuse=Excuse.YES,
)
def panel_agencies(review: Review) -> Result:
    """Agencies on the panel."""
    raise NotImplementedError
