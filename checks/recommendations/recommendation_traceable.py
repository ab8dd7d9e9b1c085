"""Recommendations trace to learning."""

from cpraudit import Confidence, Domain, Excuse, Result, Review, Tier, check, met, missing, partial


@check(
    id="recommendation-traceable",
    title="Recommendations trace to learning",
    domain=Domain.RECOMMENDATIONS,
    tier=Tier.ADVISORY,
    source="Annual review of LCSPRs, LCSPR case study 1",
    asks=(
        "Each recommendation answers a learning point, and each learning point has a recommendation or a "
        "reason for none."
    ),
    why="Readers should see what each action is for, and no lesson should be left without one.",
    remedy=(
        "Give each recommendation the number of its learning point, and say of a learning point without one "
        "why none is made."
    ),
    met=(
        "Each recommendation cites or clearly shares the subject of a learning point, and no learning point "
        "is left without one or a reason."
    ),
    partial="Most do.",
    missing="Orphans dominate.",
    excuse=Excuse.YES,
    signals=(
        "Follows the learning points that a recommendation cites; where it cites none, compares the content "
        "words of both, rare words weighing more."
    ),
)
def recommendation_traceable(review: Review) -> Result:
    """Recommendations trace to learning."""
    recommendations = review.recommendations.value
    if not recommendations:
        return missing("The report makes no recommendations.")
    tracing = review.tracing
    if not tracing.points and not tracing.orphans:
        return met("Each recommendation stands beside what was learned.", [r.span for r in recommendations[:3]], confidence=Confidence.MEDIUM)
    if not tracing.points and review.learning.running:
        return partial(
            "The learning is told in running text, with no points of its own that a recommendation could answer.",
            review.learning.running[:2],
            confidence=Confidence.LOW,
        )
    if not tracing.points:
        return missing("There are no learning points for the recommendations to answer.", confidence=Confidence.MEDIUM)
    orphans, unanswered = len(tracing.orphans), len(tracing.unanswered)
    answering = [r.span for r in recommendations if r.span not in tracing.orphans]
    if not orphans and not unanswered:
        return met(
            "Each recommendation answers a learning point, and each learning point has one.",
            answering[:3],
            confidence=Confidence.MEDIUM,
        )
    if 3 * orphans > 2 * tracing.recommendations:
        return missing(
            f"{orphans} of {tracing.recommendations} recommendations answer no learning point.",
            tracing.orphans,
            confidence=Confidence.LOW,
        )
    lacking = [
        f"{_counted(orphans, 'recommendation')} {_verb(orphans)} no learning point" if orphans else "",
        f"{_counted(unanswered, 'learning point')} {'has' if unanswered == 1 else 'have'} no recommendation"
        if unanswered
        else "",
    ]
    return partial(
        f"Most trace to the learning, but {' and '.join(words for words in lacking if words)}.",
        tracing.unanswered[:3],
        tracing.orphans[:3],
        answering[:1],
        confidence=Confidence.MEDIUM,
    )


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _verb(number: int) -> str:
    return "answers" if number == 1 else "answer"
