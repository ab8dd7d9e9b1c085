"""How family members were invited."""

from cpraudit import Confidence, Domain, Excuse, Result, Review, Tier, check, excused, met, missing, partial
from cpraudit.facts.family.family_members import Response


@check(
    id="family-invitation",
    title="How family members were invited",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR App 6 process",
    asks=(
        "By what means relatives were invited: a letter, a visit, through the social worker, the police "
        "liaison officer or an advocate."
    ),
    why=(
        "A letter to an old address and a visit with an advocate are different offers. The means shows "
        "whether the invitation could be taken up."
    ),
    remedy=(
        "Say how the invitation reached each person, and who brought it ('by letter, taken by the social worker')."
    ),
    met="Means of invitation (letter, visit, through the social worker, police liaison or advocate).",
    partial="'Were invited' only.",
    missing="Silent.",
    excuse=Excuse.YES,
)
def family_invitation(review: Review) -> Result:
    """How family members were invited."""
    family = review.family
    if family.invitations:
        return met("How relatives were invited is told.", family.invitations[:4])
    if family.members and all(m.response is Response.NOT_APPROACHED and m.reasons for m in family.members):
        return excused("Nobody was invited; the report says why.", family.reasons[:3])
    approached = [member.approached[:1] for member in family.members if member.response is not Response.NOT_APPROACHED]
    if approached:
        return partial("Relatives were invited or seen; by what means they were invited is not told.", *approached)
    if family.refused_all:
        message = "The family is said to have declined; by what means they were invited is not told."
        return partial(message, family.refused_all, confidence=Confidence.LOW)
    return missing("Not found in the report: that, or how, family members were invited to take part.")
