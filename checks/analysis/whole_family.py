"""Whole-family lens."""

from cpraudit import (
    NOT_HISTORICAL,
    Confidence,
    Domain,
    Excuse,
    Result,
    Review,
    Tier,
    check,
    excused,
    met,
    missing,
    partial,
)


@check(
    id="whole-family",
    title="Whole-family lens",
    domain=Domain.ANALYSIS,
    tier=Tier.RECOMMENDED,
    source="RRR App 7.2-4",
    asks="How services saw child, siblings and parents together, or that each saw one member on its own.",
    why=(
        "Adults' services see a patient and children's services see a child; the risk lies between them. A "
        "whole-family view shows what nobody put together."
    ),
    remedy=(
        "Write a passage on how services saw child, siblings, parents and wider family together, and what "
        "each service did not know of the others."
    ),
    met="An explicit passage on how services saw child, siblings and parents together (or worked in silos).",
    partial="Touches on some members.",
    missing="The index child or mother only.",
    excuse=Excuse.YES,
    types=NOT_HISTORICAL,
    signals=(
        "Met by an explicit sentence of the analysis ('no service saw all three', 'in silos', 'the "
        "wider family', siblings "
        "whom nobody asked, think family), or by one that says how services saw three members of the family, or two services "
        "a member each; beside two groups of relatives or more. Partial where the "
        "analysis speaks of anybody "
        "besides the child and the mother (father or partner, siblings, wider family) without such a sentence."
    ),
)
def whole_family(review: Review) -> Result:
    """Whole-family lens."""
    family = review.whole_family
    if family.explicit and len(family.members) >= 2:
        return met(
            "A passage tells how services saw the members of the family together, or apart.", family.explicit[:3]
        )
    spoken_of = ", ".join(family.members)
    if family.explicit or set(family.members) - {"mother"}:
        return partial(
            f"The analysis touches on some of the family ({spoken_of}); how services saw them together is not drawn out.",
            family.explicit[:2],
            list(family.members.values())[:3],
            confidence=Confidence.MEDIUM,
        )
    if review.household.none_said and family.members:
        message = "The child is said to have no siblings, and the analysis speaks of the carer."
        return excused(message, review.household.none_said, confidence=Confidence.LOW)
    return missing("Not found in the analysis: how services saw child, siblings and parents together.")
