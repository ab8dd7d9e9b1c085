"""Siblings, wider family and peers considered as contributors."""

from cpraudit import Domain, Excuse, Result, Review, Tier, check, excused, met, missing, partial
from cpraudit.facts.family.family_members import Response
from cpraudit.facts.family.kin import Kin, in_words


@check(
    id="siblings-and-peers",
    title="Siblings, wider family and peers considered as contributors",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 2.2; App 7.2-5",
    asks=(
        "Whether brothers and sisters, grandparents, other relatives or the child's friends were considered "
        "as contributors, and with what outcome."
    ),
    why=(
        "Siblings lived the same days, and grandparents and friends often saw what no service saw. They are "
        "easily forgotten unless someone decides."
    ),
    remedy=(
        "Say which siblings, wider family or friends were considered as contributors, and whether they took "
        "part or why not."
    ),
    met="Considered, with the outcome.",
    partial="Mentioned as contributors without outcome.",
    missing="Not considered.",
    excuse=Excuse.YES,
)
def siblings_and_peers(review: Review) -> Result:
    """Siblings, wider family and peers considered as contributors."""
    wider = [m for m in review.family.members if m.kin in (Kin.SIBLING, Kin.GRANDPARENT, Kin.WIDER, Kin.PEER)]
    settled = [m for m in wider if m.response not in (Response.UNKNOWN, Response.NOT_APPROACHED) or m.reasons]
    open_ones = [m for m in wider if m not in settled and m.kin in (Kin.SIBLING, Kin.PEER)]
    if settled and not open_ones:
        who = in_words(member.relation for member in settled)
        return met(f"Considered, with the outcome: {who}.", *((m.answered or m.approached)[:1] for m in settled))
    if wider:
        who = in_words(member.relation for member in open_ones or wider)
        return partial(
            f"Considered as contributors, without the outcome or a reason: {who}.",
            *(m.approached[:1] for m in open_ones or wider),
        )
    everyone = [m for m in review.family.members if m.kin is Kin.FAMILY]
    if everyone and everyone[0].response is Response.NOT_APPROACHED and everyone[0].reasons:
        return excused("Nobody of the family was approached, and the report says why.", everyone[0].reasons)
    if review.household.none_said and not review.family.named_in_family:
        return excused(
            "The child is said to have no siblings, and no wider family is mentioned.", review.household.none_said
        )
    return missing(
        "Not found in the report: whether siblings, grandparents, other relatives or friends were "
        "considered as contributors."
    )
