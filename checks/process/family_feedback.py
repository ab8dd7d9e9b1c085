"""Family kept informed and given feedback."""

from cpraudit import Domain, Excuse, Result, Review, Tier, check


@check(
    id="family-feedback",
    title="Family kept informed and given feedback",
    domain=Domain.PROCESS,
    tier=Tier.TEMPLATE,
    source="RRR App 6 process; core task on contributions",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met="Said outside the terms of reference, with how or when (before publication, by visit, ...).",
    partial="'Kept informed' only.",
    missing="Silent.",
    excuse=Excuse.LIMITED,
    excuse_ground="they declined, or it was not appropriate, said in the report",
)
def family_feedback(review: Review) -> Result:
    """Family kept informed and given feedback."""
    raise NotImplementedError
