"""Length of the review period."""

from cpraudit import NOT_HISTORICAL, Domain, Result, Review, Tier, check


@check(
    id="timeline-length",
    title="Length of the review period",
    domain=Domain.PROCESS,
    tier=Tier.STATUTORY,
    source="WT2 6.22, 7.23, 7.25 (RRR Section 3); Table 9",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met=(
        "At most 12 months before the event (a surplus of up to 15 days still counts as 12), or longer, up to"
        " 24 months, with a reason. Exactly 24 months counts as within 24. Where the period runs past the "
        "event, only the part before it counts."
    ),
    partial="Over 12 and up to 24 months with a reason that does not explain it ('extended for completeness').",
    missing="Over 12 months without a reason, or more than 24 months.",
    cannot_tell="The period cannot be computed.",
    types=NOT_HISTORICAL,
)
def timeline_length(review: Review) -> Result:
    """Length of the review period."""
    raise NotImplementedError
