"""How each family member responded."""

from cpraudit import Confidence, Domain, Result, Review, Tier, check, met, missing, partial
from cpraudit.facts.family.family_members import Response
from cpraudit.facts.family.kin import in_words


@check(
    id="family-response",
    title="How each family member responded",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR App 6; core task on contributions",
    asks=(
        "How each family member who was approached answered: took part, declined, did not reply, or could not "
        "be approached."
    ),
    why=(
        "A reader weighs the family's account by who gave it. Silence about an answer leaves it open whether "
        "anyone was asked at all."
    ),
    remedy=(
        "For each person approached, by relationship, say whether they took part, declined, did not reply or "
        "could not be approached."
    ),
    met="Per person: took part, declined, did not reply, could not be approached.",
    partial="A collective outcome, or for some only.",
    missing="Only the form's unticked 'Family declined involvement' line, or nothing.",
)
def family_response(review: Review) -> Result:
    """How each family member responded."""
    family = review.family
    people = family.individuals()
    told = [member for member in people if member.response is not Response.UNKNOWN]
    untold = [member for member in people if member.response is Response.UNKNOWN]
    answers = "; ".join(f"{member.relation}: {_IN_WORDS[member.response]}" for member in told)
    evidence = [(member.answered or member.approached)[:1] for member in told]
    silent = [relation for relation in family.unaccounted if relation in _PARENTS]
    answered = [member for member in told if member.response is not Response.NOT_APPROACHED]
    if told and not untold and silent and len(answered) < 2:
        return partial(
            f"The answer is told for some ({answers}), and nothing is said of {in_words(silent)}.",
            *evidence,
            confidence=Confidence.MEDIUM,
        )
    if told and not untold:
        return met(f"The answer of each is told ({answers}).", *evidence)
    if told:
        lack = in_words(member.relation for member in untold)
        return partial(
            f"The answer is told for some ({answers}), not for {lack}.", *(m.approached[:1] for m in untold), *evidence
        )
    together = [member for member in family.members if member.collective and member.response is not Response.UNKNOWN]
    if together or family.refused_all:
        spans = [(member.answered or member.approached)[:1] for member in together]
        return partial("One answer is given for the family together, not person by person.", *spans, family.refused_all)
    if people or family.members:
        spans = [member.approached[:1] for member in family.members]
        message = "Relatives are said to have been approached; how any of them answered is not found in the report."
        return missing(message, *spans, confidence=Confidence.MEDIUM)
    return missing(
        "Not found in the report: how family members responded (looked for outside the terms of reference; the form's "
        "unticked line 'Family declined involvement' says nothing)."
    )


_PARENTS = ("mother", "father", "stepfather", "stepmother", "mother's partner", "father's partner")
_IN_WORDS = {
    Response.TOOK_PART: "took part",
    Response.DECLINED: "declined",
    Response.NO_RESPONSE: "did not reply",
    Response.NOT_APPROACHED: "not approached",
}
