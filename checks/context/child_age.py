"""Age of each index child at the event."""

from cpraudit import Domain, Excuse, Result, Review, Tier, check, excused, met, missing, partial, said


@check(
    id="child-age",
    title="Age of each index child at the event",
    domain=Domain.CONTEXT,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 1.1; Tables 2 and 3 (7 of 33 gave none)",
    asks="The age, or an age band, of every index child at the time of the event.",
    why=(
        "Without an age nobody can tell which services should have been there. In 2023 seven of 33 reviews gave none."
    ),
    remedy="Give an age or an age band for each child (‘aged 4’, ‘under three months’); never a date of birth.",
    met="An age or age band for every index child. A date of birth is not needed and counts against `anonymity`.",
    partial="Only a stage of life ('baby', 'teenager', 'school-age'), or ages for some of several children.",
    missing="No age information.",
    excuse=Excuse.LIMITED,
    excuse_ground="anonymity, said in the report",
)
def child_age(review: Review) -> Result:
    """Age of each index child at the event."""
    children = review.children
    if not children.index:
        return missing("No age was found: the document tells of no child.")
    known = [child for child in children.index if child.age and child.age.value.months is not None]
    stages = [child for child in children.index if child.age and child.age.value.months is None]
    spans = [span for child in (*known, *stages) if child.age for span in child.age.spans]
    if len(known) == len(children.index):
        told = ", ".join(said(child.age.value.text) for child in known if child.age)
        return met(f"The age at the event is given: {told}.", spans)
    if known or stages:
        lack = (
            "only a stage of life is given"
            if not known
            else f"an age is given for {len(known)} of {len(children.index)} children"
        )
        return partial(f"The age is not complete: {lack}.", spans)
    if children.age_withheld:
        return excused("The age is left out, and the report says why.", children.age_withheld)
    return missing("No age of the index child was found in the report.")
