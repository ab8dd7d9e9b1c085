"""Learning points, each with its circumstances."""

from cpraudit import Confidence, Domain, Result, Review, Tier, check, met, missing, partial


@check(
    id="learning-points",
    title="Learning points, each with its circumstances",
    domain=Domain.ANALYSIS,
    tier=Tier.TEMPLATE,
    source="RRR App 6, practice and organisational learning",
    asks="Learning points are numbered or headed, and each stands on facts of the case.",
    why="A lesson without its facts cannot be recognised by the next team that meets them.",
    remedy="Give each learning point a heading, and under it what happened, why, and what follows.",
    met="Numbered or headed learning points (or themes), each with facts of the case.",
    partial="Points listed without facts.",
    missing="None.",
)
def learning_points(review: Review) -> Result:
    """Learning points, each with its circumstances."""
    points = review.learning.points
    factual = [point for point in points if point.factual]
    if len(factual) >= 2 and len(factual) * 2 >= len(points):
        return met(
            f"{len(points)} learning points, {len(factual)} of them with facts of the case.",
            [point.heading for point in points[:6]],
        )
    if points:
        without = len(points) - len(factual)
        return partial(
            f"{without} of {len(points)} learning points stand without facts of the case."
            if without
            else "Only one learning point is numbered or headed.",
            [point.heading for point in points[:4]],
        )
    if review.learning.running:
        return partial(
            "The learning is told in running text: its points are neither numbered nor headed.",
            review.learning.running[:2],
            confidence=Confidence.MEDIUM,
        )
    return missing("No learning points or themes were found.")
