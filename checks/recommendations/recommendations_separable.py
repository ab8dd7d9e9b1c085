"""Recommendations stand separately."""

from cpraudit import Confidence, Domain, Excuse, Result, Review, Tier, check, excused, met, missing, partial
from cpraudit.facts.recommendations.recommendations import Layout


@check(
    id="recommendations-separable",
    title="Recommendations stand separately",
    domain=Domain.RECOMMENDATIONS,
    tier=Tier.TEMPLATE,
    source="RRR Section 3, 4; App 6 table",
    asks=(
        "Recommendations that stand apart from the text: numbered, bulleted, or in the rows of a table, under a "
        "heading of their own."
    ),
    why=(
        "A recommendation that has to be dug out of a paragraph is hard to give to anyone, to answer and to follow "
        "up; two readers will not count the same number of them."
    ),
    remedy=(
        "Put each recommendation in a row or a numbered line of its own under 'Recommendations', one act a line: who,"
        " what, by when, and what should improve. Where none is made, say why."
    ),
    met="Numbered, bulleted or in table rows under a recommendations (or actions) heading.",
    partial="In running prose.",
    missing="None.",
    excuse=Excuse.LIMITED,
    excuse_ground="no recommendations are made, and the report says why",
)
def recommendations_separable(review: Review) -> Result:
    """Say how many recommendations there are, and whether they stand apart."""
    register = review.recommendations
    apart = [r.span for r in register.value if r.layout is Layout.SEPARATE]
    told = [r.span for r in register.value if r.layout is Layout.PROSE]
    if apart and len(told) >= len(apart):
        message = f"{_counted(len(told))} made in running prose, and {len(apart)} set apart from the text."
        return partial(message, [*told, *apart], confidence=Confidence.MEDIUM)
    if apart:
        return met(f"{_counted(len(apart))} set apart from the text.", apart)
    if register.value:
        message = f"{_counted(len(register.value))} made in running prose, not numbered, bulleted or in a table."
        return partial(message, register.spans, confidence=Confidence.MEDIUM)
    if review.recommendation_notes.none_made:
        return excused("No recommendations are made, and the report says why.", review.recommendation_notes.none_made)
    return missing(
        "No recommendations were found in the report (looked for under a heading of recommendations or actions, under "
        "'Improving systems and practice', and by label)."
    )


def _counted(number: int) -> str:
    return "One recommendation is" if number == 1 else f"{number} recommendations are"
