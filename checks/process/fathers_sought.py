"""Fathers and male carers sought."""

from cpraudit import Confidence, Domain, Excuse, Result, Review, Tier, check, excused, met, missing, partial
from cpraudit.facts.family.family_members import FamilyMember, Response
from cpraudit.facts.family.kin import Kin, in_words


@check(
    id="fathers-sought",
    title="Fathers and male carers sought",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 2, 1.3; Section 3, 3.3",
    asks=("Whether the father, a stepfather or the mother's partner was sought as a contributor, and how he answered."),
    why=(
        "Men are left out of records and then out of reviews of those records. Whether the review looked for "
        "them tells how whole its picture is."
    ),
    remedy=(
        "Say whether each father or male carer was traced and approached and how he answered; if he was not, say why."
    ),
    met="The father (or male carer) is among those approached, with the response.",
    partial="Said not to have been traced or approached, without why; or approached without a response told.",
    missing="Absent from the account of family engagement.",
    excuse=Excuse.YES,
)
def fathers_sought(review: Review) -> Result:
    """Fathers and male carers sought."""
    family = review.family
    men = [member for member in family.members if _is_man(member)]
    told = [m for m in men if m.response not in (Response.UNKNOWN, Response.NOT_APPROACHED)]
    if told:
        who = in_words(member.relation for member in told)
        return met(f"Sought, with the answer: {who}.", *((m.answered or m.approached)[:1] for m in told))
    both = [m for m in family.members if m.kin is Kin.PARENTS]
    if both and both[0].response not in (Response.UNKNOWN, Response.NOT_APPROACHED):
        message = "Both parents were sought, and their answer is told together."
        return met(message, both[0].answered[:2], confidence=Confidence.MEDIUM)
    left_out = [m for m in men or both if m.response is Response.NOT_APPROACHED]
    if left_out and all(member.reasons for member in left_out):
        who = in_words(member.relation for member in left_out)
        return excused(f"Not approached, and the report says why: {who}.", *(m.reasons for m in left_out))
    if men or both:
        spans = [member.approached[:1] for member in (*men, *both)]
        if left_out:
            return partial("The father or male carer is said not to have been approached, without why.", *spans)
        return partial("The father or male carer was approached; how he answered is not told.", *spans)
    everyone = [
        m for m in family.members if m.kin is Kin.FAMILY and m.response is Response.NOT_APPROACHED and m.reasons
    ]
    if everyone:
        return excused("Nobody of the family was approached, and the report says why.", everyone[0].reasons)
    if "father" in family.gone and "mother's partner" not in family.named_in_family:
        return excused("The father has died or is not known, said in the report.", family.gone["father"])
    named = [
        span
        for relation, span in family.adults_spans.items()
        if relation in ("father", "stepfather", "mother's partner")
    ]
    return missing(
        "Not found in the account of family engagement: a father, stepfather or mother's partner.", named[:2]
    )


def _is_man(member: FamilyMember) -> bool:
    """A father, a stepfather, or a parent's partner who is not said to be a woman."""
    return member.kin in (Kin.FATHER, Kin.MALE_CARER) or (member.kin is Kin.PARTNER and member.gender != "f")
