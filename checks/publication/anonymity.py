"""Nobody in the family is identifiable."""

from cpraudit import Confidence, Domain, Result, Review, Tier, check, met, missing, partial
from cpraudit.facts.people.identifiers import Identifies


@check(
    id="anonymity",
    title="Nobody in the family is identifiable",
    domain=Domain.PUBLICATION,
    tier=Tier.TEMPLATE,
    source="RRR Section 3, 1; App 6",
    asks="Roles or pseudonyms stand throughout; only reviewers, the chair, agencies and cited authors are named.",
    why=(
        "A published report can be searched for a name, a street or a school; the children in it will be able"
        " to read it."
    ),
    remedy=(
        "Put a role or a pseudonym in the place of what was found: ‘the mother’, ‘the primary school’, ‘a "
        "town in the region’, ‘the winter of that year’. Do this in the annexes too."
    ),
    met="Roles or pseudonyms throughout; only reviewers, chair, agencies and cited authors are named.",
    partial="Indirect identifiers: full date of birth or death, a named school, surgery, street, ward or placement.",
    missing=(
        "A direct identifier: a family member's full name, an address or postcode of the family, an NHS or "
        "other personal number, a telephone number or e-mail of a family member."
    ),
    by_absence=True,
    caution="Somebody in the family can be identified from this document: do not pass it on or publish it as it is.",
)
def anonymity(review: Review) -> Result:
    """Nobody in the family is identifiable."""
    found = review.identifiers
    kinds = ", ".join(dict.fromkeys(identifier.what for identifier in found))
    places = [identifier.span for identifier in found]
    if any(identifier.identifies is Identifies.DIRECT for identifier in found):
        return missing(
            f"The report holds what identifies a family directly: {kinds}. It is masked here; the place is given.",
            places,
            shown=True,
        )
    if found:
        return partial(
            f"The report holds what may identify a family indirectly: {kinds}.", places, confidence=Confidence.MEDIUM
        )
    return met(
        "Searched for names in family roles, addresses, numbers, dates of birth or death, and named "
        "schools, surgeries, wards, placements and streets: none was found."
    )
