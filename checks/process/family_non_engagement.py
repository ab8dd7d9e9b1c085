"""Why family members were not included, and what that limits."""

from cpraudit import Domain, Result, Review, Tier, check


@check(
    id="family-non-engagement",
    title="Why family members were not included, and what that limits",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR App 6; App 7.2-5",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met="The reason, and its limitation for the review.",
    partial="The reason only.",
    missing=(
        "A parent, carer or other close adult of the family is neither included nor accounted for, or nobody "
        "took part and no reason is given. (Brothers and sisters belong to `siblings-and-peers`.)"
    ),
    not_applicable="Everyone approached took part.",
)
def family_non_engagement(review: Review) -> Result:
    """Why family members were not included, and what that limits."""
    raise NotImplementedError
