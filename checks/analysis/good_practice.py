"""Good practice identified."""

from cpraudit import Domain, Excuse, Result, Review, Tier, check, excused, met, missing, partial


@check(
    id="good-practice",
    title="Good practice identified",
    domain=Domain.ANALYSIS,
    tier=Tier.TEMPLATE,
    source="RRR Section 3, 3.3; App 6",
    asks="Good practice is identified: a section on it, or at least two examples that name an agency or role and what it did.",
    why="What went well is learning too, and can be copied.",
    remedy="Give a short section of examples, each with who did what and what came of it.",
    met="A section, or two or more specific examples (agency and act).",
    partial="General praise, or one example.",
    missing="None.",
    excuse=Excuse.LIMITED,
    excuse_ground="none was found, said in the report",
)
def good_practice(review: Review) -> Result:
    """Good practice identified."""
    praise = review.praise
    if praise.none_found and not praise.specific:
        return excused("The report says that no good practice was found.", praise.none_found)
    if praise.examples >= 2:
        return met(f"{praise.examples} specific examples of good practice are given.", praise.specific[:4])
    if praise.specific and praise.section and not praise.general:
        return met("A section tells of good practice.", praise.specific)
    if praise.specific:
        return partial("One specific example of good practice is given.", praise.specific)
    if praise.general:
        return partial("Staff are praised in general, without an act that could be copied.", praise.general[:2])
    return missing("No good practice was found in the report.")
