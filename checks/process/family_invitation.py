"""How family members were invited."""

from cpraudit import Domain, Excuse, Result, Review, Tier, check


@check(
    id="family-invitation",
    title="How family members were invited",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR App 6 process",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met="Means of invitation (letter, visit, through the social worker, police liaison or advocate).",
    partial="'Were invited' only.",
    missing="Silent.",
    excuse=Excuse.YES,
)
def family_invitation(review: Review) -> Result:
    """How family members were invited."""
    raise NotImplementedError
