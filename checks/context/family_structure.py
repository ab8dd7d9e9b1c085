"""Household, carers and siblings with ages."""

from cpraudit import Confidence, Domain, Excuse, Result, Review, Tier, check, excused, met, missing, partial
from cpraudit.facts.family.kin import Kin, in_words


@check(
    id="family-structure",
    title="Household, carers and siblings with ages",
    domain=Domain.CONTEXT,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 1.2; App 6, family tree",
    asks=(
        "Who lived with or cared for the child, and the brothers and sisters with their ages or age bands; or "
        "that there were none."
    ),
    why=("Who was in the home, and how old the other children were, is what every assessment should have asked first."),
    remedy=(
        "Give a table or a few lines with each parent or carer and each sibling, by relationship, with an age "
        "band ('under five', 'teenager')."
    ),
    met=(
        "Parents or carers and, where there are siblings, the siblings and their ages (or age bands), in a "
        "family tree, table or passage; or the child is said to have none."
    ),
    partial="Members are mentioned, with ages or roles missing.",
    missing="The household is not described.",
    excuse=Excuse.YES,
)
def family_structure(review: Review) -> Result:
    """Household, carers and siblings with ages."""
    household = review.household
    carers, siblings = household.carers(), household.siblings()
    spans = [member.span for member in (*carers, *siblings)]
    if carers and siblings:
        unaged = [member for member in siblings if not member.aged]
        if not unaged:
            return met("Carers and siblings are described, the siblings with ages.", spans[:6])
        lack = in_words(member.relation for member in unaged)
        return partial(f"The family is described; no age is found for {lack}.", [m.span for m in unaged], spans[:2])
    if carers and household.none_said:
        return met(
            "Carers are described, and the child is said to have no siblings.", household.none_said[:1], spans[:3]
        )
    if carers and any(member.tabled for member in household.members):
        return met("The family is set out, and no sibling is in it.", spans[:5], confidence=Confidence.MEDIUM)
    if household.withheld:
        return excused("The family is not described; the report says why.", household.withheld[:2])
    if spans and any(member.kin is not Kin.PARENTS for member in household.members):
        lack = "whether there were siblings" if carers else "who cared for the child"
        return partial(f"Some of the family are mentioned; {lack} is not told.", spans[:3], confidence=Confidence.LOW)
    return missing("Not found in the report: who was in the child's household or family.")
