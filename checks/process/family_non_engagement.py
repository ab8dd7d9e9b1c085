"""Why family members were not included, and what that limits."""

from cpraudit import Confidence, Domain, Result, Review, Tier, check, met, missing, not_applicable, partial
from cpraudit.facts.family.family import Engagement
from cpraudit.facts.family.family_members import FamilyMember, Response
from cpraudit.facts.family.kin import PARENTAL, Kin, in_words


@check(
    id="family-non-engagement",
    title="Why family members were not included, and what that limits",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR App 6; App 7.2-5",
    asks="Why a parent, carer or other close adult was not part of the review, and what their absence limits.",
    why=(
        "Fathers and partners drop out of reviews as they dropped out of services. A reason and a limitation "
        "tell the reader what the report cannot know."
    ),
    remedy=(
        "For each adult who is left out, say why (declined, did not reply, not approached on police advice, "
        "would do harm) and, in a sentence, what the review cannot know without them."
    ),
    met="The reason, and its limitation for the review.",
    partial="The reason only.",
    missing=(
        "A parent, carer or other close adult of the family is neither included nor accounted for, or nobody "
        "took part and no reason is given. (Brothers and sisters belong to `siblings-and-peers`.)"
    ),
    not_applicable="Everyone approached took part.",
)
def family_non_engagement(review: Review) -> Result:
    """Why family members were not included, and what that limits."""
    family = review.family
    if not family.members and not family.refused_all:
        return missing(
            "Not found in the report: whether family members took part, or why they did not (looked for outside the "
            "terms of reference)."
        )
    if family.unaccounted:
        return _nobody_says(family)
    silent = [member for member in family.members if _left_open(member)]
    if silent:
        names = in_words(member.relation for member in silent)
        message = f"Not found in the report: why {names} did not take part, or whether they did."
        return missing(message, *(m.approached[:1] for m in silent), confidence=Confidence.MEDIUM)
    if not family.reasons and not family.refused_all:
        if any(member.response is Response.TOOK_PART for member in family.members):
            return not_applicable("Everyone who is said to have been approached took part.")
        return missing(
            "Nobody is said to have taken part; no reason is found in the report.", confidence=Confidence.MEDIUM
        )
    reasons = (*family.reasons, *family.refused_all)
    if family.limitations:
        message = "Those who did not take part are accounted for, and the report says what that limits."
        return met(message, family.limitations[:2], reasons[:3])
    return partial("Why relatives did not take part is told; what that limits in the review is not.", reasons[:3])


def _nobody_says(family: Engagement) -> Result:
    names = in_words(family.unaccounted)
    return missing(
        f"Named as close family, and neither among those approached nor accounted for: {names}.",
        [family.adults_spans[relation] for relation in family.unaccounted],
        confidence=Confidence.MEDIUM,
    )


def _left_open(member: FamilyMember) -> bool:
    """A close adult of whom the report says neither that they took part nor why not."""
    close = member.kin in PARENTAL or member.kin in (Kin.GRANDPARENT, Kin.CARER, Kin.PARENTS, Kin.FAMILY)
    return close and member.response is not Response.TOOK_PART and not member.reasons
