"""Gender of each index child."""

from cpraudit import Confidence, Domain, Excuse, Result, Review, Tier, check, excused, met, missing, partial
from cpraudit.facts.children.children import GenderBasis


@check(
    id="child-gender",
    title="Gender of each index child",
    domain=Domain.CONTEXT,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 1.1; Section 1 (11 of 33 gave none)",
    asks="The gender of every index child, stated or plain from a gendered noun.",
    why="It bears on risk and on how a child was seen. In 2023 eleven of 33 reviews gave none.",
    remedy="Say ‘boy’ or ‘girl’ once, early; or say that it is left out to protect the child’s identity.",
    met="Stated, or given by a gendered noun (boy, girl, son, daughter, male, female).",
    partial="Only recoverable from pronouns.",
    missing="Not recoverable.",
    excuse=Excuse.LIMITED,
    excuse_ground="anonymity, said in the report",
)
def child_gender(review: Review) -> Result:
    """Gender of each index child."""
    children = review.children
    stated = [child for child in children.index if child.gender_basis is GenderBasis.STATED]
    spans = [span for child in children.index if child.gender for span in child.gender.spans]
    if children.index and len(stated) == len(children.index):
        return met("The gender is stated.", spans)
    if children.gender_withheld:
        return excused("The gender is left out, and the report says so.", children.gender_withheld)
    if stated:
        return partial(f"The gender is stated for {len(stated)} of {len(children.index)} children.", spans)
    if spans:
        return partial("The gender can only be told from pronouns.", spans, confidence=Confidence.MEDIUM)
    return missing("The gender of the index child cannot be told from the report.")
