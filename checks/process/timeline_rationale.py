"""Why this review period."""

from cpraudit import NOT_HISTORICAL, Domain, Result, Review, Tier, check


@check(
    id="timeline-rationale",
    title="Why this review period",
    domain=Domain.PROCESS,
    tier=Tier.STATUTORY,
    source="RRR Section 3 (13 of 16 gave one), 2.5; App 6 'and why'",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met=(
        "A reason tied to the period (pregnancy, registration, move into care, an earlier child, ...). For a "
        "period of at most 12 months, naming the guidance's 12 months is a reason."
    ),
    partial="Says that the period was extended or chosen, without why.",
    missing="No reason where the period is over 12 months.",
    not_applicable="The period is at most 12 months, or not stated, and no reason is offered.",
    types=NOT_HISTORICAL,
)
def timeline_rationale(review: Review) -> Result:
    """Why this review period."""
    raise NotImplementedError
