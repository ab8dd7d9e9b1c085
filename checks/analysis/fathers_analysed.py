"""Fathers and male carers in the analysis."""

from cpraudit import Confidence, Domain, Result, Review, Tier, check, met, missing, partial


@check(
    id="fathers-analysed",
    title="Fathers and male carers in the analysis",
    domain=Domain.ANALYSIS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 3.3; Section 2, 1.3",
    asks=(
        "What the father or male carer meant for the child, as carer, risk or support, and what agencies knew "
        "of him; or that they knew nothing."
    ),
    why=(
        "Services plan around mothers. When the analysis does so too, both the risk that a man poses and the "
        "help that he could be stay out of sight."
    ),
    remedy=(
        "Say what part the father or male carer played, what agencies knew of his history and who spoke to "
        "him; where nothing was known, say so and ask why."
    ),
    met=(
        "The father's or partner's role, history and contact with agencies is analysed, or the lack of "
        "knowledge is itself remarked on."
    ),
    partial="Named but not analysed.",
    missing="A mother-only account without a remark.",
    signals=(
        "Met by a remark that little was known of the man or that nobody asked (outside the narrative), "
        "by a heading of "
        "the analysis about him, or by three sentences of the analysis on his role, history or contact with agencies. "
        "Named elsewhere only: partial."
    ),
)
def fathers_analysed(review: Review) -> Result:
    """Fathers and male carers in the analysis."""
    men = review.men
    if men.unknown:
        return met(
            "That little was known or asked about the father or male carer is itself remarked on.", men.unknown[:3]
        )
    if men.headings and men.analysed:
        return met("A part of the analysis is about the father or male carer.", men.headings[:1], men.analysed[:2])
    if len(men.analysed) >= ENOUGH:
        message = "The analysis speaks of the father's or male carer's role, history or contact with agencies."
        return met(message, men.analysed[:4], confidence=Confidence.MEDIUM)
    if men.named:
        return partial(
            "The father or male carer is named; the analysis does not take up his role, his history or what "
            "was known of him.",
            men.analysed[:2] or men.named[:2],
            confidence=Confidence.MEDIUM,
        )
    return missing(
        "Not found in the report: a father, stepfather or mother's partner, or a remark that none was known."
    )


ENOUGH = 3
"""Sentences of the analysis on his role or history that make it an analysis."""
