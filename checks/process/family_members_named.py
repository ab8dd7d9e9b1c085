"""Which family members were approached, by relationship."""

from cpraudit import Confidence, Domain, Result, Review, Tier, check, met, missing, partial
from cpraudit.facts.family.kin import in_words


@check(
    id="family-members-named",
    title="Which family members were approached, by relationship",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 2.2; App 7.2-5",
    asks="Which members of the family were approached for the review, each by relationship to the child.",
    why=(
        "'Family members' may mean a mother alone. Only relationships show whether the father, the "
        "grandparents or the brothers and sisters were thought of."
    ),
    remedy="Say who was approached by relationship ('mother, paternal grandfather, half-sister'), never by name.",
    met="Relationships are named (mother, maternal grandmother, half-sibling, ...).",
    partial="'Parents', 'the family', 'family members' only.",
    missing="Not stated outside the terms of reference.",
)
def family_members_named(review: Review) -> Result:
    """Which family members were approached, by relationship."""
    family = review.family
    people = family.individuals()
    if people:
        named = in_words(member.relation for member in people)
        return met(f"Those approached are named by relationship: {named}.", *(m.approached[:1] for m in people))
    if family.members:
        words = in_words(member.relation for member in family.members)
        return partial(
            f"Only '{words}' are said to have been approached; which relatives they were is not told.",
            *(member.approached[:1] for member in family.members),
        )
    if family.refused_all:
        message = (
            "The form's line 'Family declined involvement' is ticked; which relatives were approached is not told."
        )
        return partial(message, family.refused_all, confidence=Confidence.MEDIUM)
    return missing(
        "Not found in the report: which family members were approached (looked for outside the terms of reference)."
    )
