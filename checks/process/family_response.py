"""How each family member responded."""

from cpraudit import Domain, Result, Review, Tier, check


@check(
    id="family-response",
    title="How each family member responded",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR App 6; core task on contributions",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met="Per person: took part, declined, did not reply, could not be approached.",
    partial="A collective outcome, or for some only.",
    missing="Only the form's unticked 'Family declined involvement' line, or nothing.",
)
def family_response(review: Review) -> Result:
    """How each family member responded."""
    raise NotImplementedError
