"""Workforce and other contextual factors."""

from cpraudit import Confidence, Domain, Excuse, Result, Review, Tier, check, met, missing, partial


@check(
    id="contextual-factors",
    title="Workforce and other contextual factors",
    domain=Domain.ANALYSIS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 3.3; App 6",
    asks="A factor in the workforce or the system is named, with its effect on a decision or on practice.",
    why="Decisions are made under caseloads and in systems. Without them the learning lands on individuals.",
    remedy=(
        "Name the factor (vacancies, caseload, record system, restrictions) and say what it did to practice "
        "at that moment."
    ),
    met=(
        "A factor (staffing, demand, caseload, systems, supervision, pandemic) with its effect on a decision "
        "or on practice."
    ),
    partial="A factor only listed.",
    missing="None.",
    excuse=Excuse.YES,
)
def contextual_factors(review: Review) -> Result:
    """Workforce and other contextual factors."""
    reasoning = review.reasoning
    if reasoning.factors_at_work:
        sure = Confidence.HIGH if len(reasoning.factors_at_work) > 2 else Confidence.MEDIUM
        return met(
            f"Contextual factors are given with their effect in {len(reasoning.factors_at_work)} places.",
            reasoning.factors_at_work[:4],
            confidence=sure,
        )
    if reasoning.factors:
        return partial(
            "Contextual factors are mentioned, without their effect on a decision or on practice.",
            reasoning.factors[:3],
            confidence=Confidence.MEDIUM,
        )
    return missing("No workforce or other contextual factor was found in the narrative or the learning.")
