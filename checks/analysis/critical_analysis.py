"""Why decisions were made."""

from cpraudit import Confidence, Domain, Excuse, Result, Review, Tier, check, met, missing, partial


@check(
    id="critical-analysis",
    title="Why decisions were made",
    domain=Domain.ANALYSIS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 3.3",
    asks="The report says why decisions were made and weighs what else could have been done.",
    why="A description tells the next team what happened. Only the reasons tell it what to change.",
    remedy=(
        "Under each learning point, say why the decision made sense at the time, what it rested on, and what "
        "else was open."
    ),
    met=(
        "Decisions are explained (because, due to, in the context of), and alternatives weighed, across the "
        "learning points."
    ),
    partial="Some explanation.",
    missing="Description only.",
    excuse=Excuse.LIMITED,
    excuse_ground="practitioners were unavailable or could not recall, said in the report",
    signals=(
        "Counts sentences of the learning that give a reason (because, due to, believed that, ...), sentences"
        " that weigh an alternative, and the share of learning points with a reason. Met: five reasons, two "
        "alternatives, and a reason under three points in five."
    ),
)
def critical_analysis(review: Review) -> Result:
    """Why decisions were made."""
    reasoning = review.reasoning
    why, weighed = len(reasoning.explanations), len(reasoning.alternatives)
    spread = reasoning.points_explained / reasoning.points if reasoning.points else 0.0
    told = f"{why} sentences of the learning say why and {weighed} weigh what else could have been done"
    if why >= 5 and weighed >= 2 and (spread >= 0.6 or not reasoning.points):
        return met(
            f"{told}, across the learning points.",
            reasoning.explanations[:3],
            reasoning.alternatives[:2],
            confidence=Confidence.MEDIUM,
        )
    if why >= 3 or (why and weighed):
        return partial(
            f"{told}; several points only describe.",
            reasoning.explanations[:3],
            reasoning.alternatives[:1],
            confidence=Confidence.MEDIUM,
        )
    if reasoning.words < 100 and not review.learning.present:
        return missing("No analysis was found: there is no section of learning.")
    return missing(
        f"The learning describes what happened without saying why ({told}).",
        reasoning.unexplained[:2],
        confidence=Confidence.MEDIUM,
    )
