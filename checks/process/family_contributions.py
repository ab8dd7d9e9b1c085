"""What family members said."""

from cpraudit import Confidence, Domain, Excuse, Result, Review, Tier, check, excused, met, missing, partial
from cpraudit.facts.family.kin import in_words


@check(
    id="family-contributions",
    title="What family members said",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 2.2; App 7.2-5",
    asks="What relatives told the review, as views or quotations that are given to a person.",
    why=(
        "The family often knew what no record holds. A review that says it consulted relatives and gives "
        "nothing of what they said has not used it."
    ),
    remedy=(
        "Give two or more views or short quotations, each with the relationship of the person who said it; "
        "leave out anything that identifies them."
    ),
    met="Views or quotations attributed to a relative (two or more).",
    partial="One general sentence.",
    missing="Consulted, with no content; or nothing.",
    excuse=Excuse.LIMITED,
    excuse_ground="they declined, did not reply or could not be approached, said in the report",
)
def family_contributions(review: Review) -> Result:
    """What family members said."""
    family = review.family
    spans = [view.span for view in family.views]
    if len(spans) >= 2:
        whose = in_words(view.relation for view in family.views)
        return met(f"{len(spans)} views or quotations are given to relatives ({whose}).", spans[:6])
    if spans or family.general_views:
        return partial(
            "One general sentence tells what the family said; there is no second view and no quotation.",
            spans,
            family.general_views[:2],
            confidence=Confidence.MEDIUM,
        )
    reasons = family.excusing()
    if reasons:
        return excused("No relative's views are given; the report says that they did not take part.", reasons[:3])
    approached = [member.approached[:1] for member in family.members]
    if approached:
        message = "Relatives are said to have been approached; what they said is not found in the report."
        return missing(message, *approached, confidence=Confidence.MEDIUM)
    return missing("Not found in the report: any view or words of a relative, told to the review.")
