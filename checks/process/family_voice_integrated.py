"""Family voice through the report."""

from cpraudit import Domain, Excuse, Result, Review, Tier, check


@check(
    id="family-voice-integrated",
    title="Family voice through the report",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 2.2; App 6 learning points",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met="Attributed views in three or more sections, or a family perspectives section with content.",
    partial="In one or two sections, or a heading with little under it.",
    missing="None.",
    excuse=Excuse.LIMITED,
    excuse_ground="they declined, did not reply or could not be approached, said in the report",
)
def family_voice_integrated(review: Review) -> Result:
    """Family voice through the report."""
    raise NotImplementedError
