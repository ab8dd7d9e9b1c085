"""What family members said."""

from cpraudit import Domain, Excuse, Result, Review, Tier, check


@check(
    id="family-contributions",
    title="What family members said",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 2.2; App 7.2-5",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met="Views or quotations attributed to a relative (two or more).",
    partial="One general sentence.",
    missing="Consulted, with no content; or nothing.",
    excuse=Excuse.LIMITED,
    excuse_ground="they declined, did not reply or could not be approached, said in the report",
)
def family_contributions(review: Review) -> Result:
    """What family members said."""
    raise NotImplementedError
