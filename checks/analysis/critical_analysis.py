"""Why decisions were made."""

from cpraudit import Confidence, Domain, Excuse, Result, Review, Tier, check, excused, met, missing, partial

FEWEST_REASONS = 3
MOST_REASONS = 5
WORDS_A_REASON = 200
"""Words of learning for each reason that is looked for, between the fewest and the most (this project's own)."""
SPREAD, MANY_REASONS, SPREAD_OF_MANY = 0.6, 7, 0.5
"""Share of the learning points with a reason; half is enough where there are many reasons (this project's own)."""
SPARSE = 400
"""Words of learning for one reason, above which the learning only describes."""


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
        " that weigh an alternative, and the share of learning points with a reason. Met: three to five reasons by "
        "length, two alternatives, and a reason under three points in five (half of them, where there are seven reasons). The answer to a question why counts; reasons of "
        "practice in the narrative count too once the learning has two of its own."
    ),
)
def critical_analysis(review: Review) -> Result:
    """Why decisions were made."""
    reasoning = review.reasoning
    why, weighed = len(reasoning.explanations), len(reasoning.alternatives)
    spread = reasoning.points_explained / reasoning.points if reasoning.points else 0.0
    told = f"{why} sentences of the learning say why and {weighed} weigh what else could have been done"
    enough = min(MOST_REASONS, max(FEWEST_REASONS, -(-reasoning.words // WORDS_A_REASON)))
    share = SPREAD_OF_MANY if why >= MANY_REASONS else SPREAD
    if why >= enough and weighed >= 2 and (spread >= share or not reasoning.points):
        return met(
            f"{told}, across the learning points.",
            reasoning.explanations[:3],
            reasoning.alternatives[:2],
            confidence=Confidence.MEDIUM,
        )
    if reasoning.unavailable:
        return excused(
            "Those who could have said why were out of reach, and the report says so.", reasoning.unavailable
        )
    if why >= FEWEST_REASONS or (why and weighed) or why * SPARSE >= max(reasoning.words, 1):
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
