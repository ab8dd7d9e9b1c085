"""Fathers and male carers sought."""

from cpraudit import Domain, Excuse, Result, Review, Tier, check


@check(
    id="fathers-sought",
    title="Fathers and male carers sought",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 2, 1.3; Section 3, 3.3",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met="The father (or male carer) is among those approached, with the response.",
    partial="Said not to have been traced or approached, without why; or approached without a response told.",
    missing="Absent from the account of family engagement.",
    excuse=Excuse.YES,
)
def fathers_sought(review: Review) -> Result:
    """Fathers and male carers sought."""
    raise NotImplementedError
