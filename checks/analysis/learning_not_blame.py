"""Learning, not blame."""

from cpraudit import Domain, Result, Review, Tier, check, met, missing, partial


@check(
    id="learning-not-blame",
    title="Learning, not blame",
    domain=Domain.ANALYSIS,
    tier=Tier.TEMPLATE,
    source="RRR Section 3, 3.3; Preface",
    asks="The report speaks of systems and reasons, and judges no individual.",
    why="A review is not an inquiry into who is to blame; practitioners who fear it will not speak at the next one.",
    remedy="Say what was not done, and what about the system made that likely, in place of who failed.",
    met="Neutral, systems framing.",
    partial="An occasional judgement of a person or role.",
    missing="Individual blame ('was negligent', 'incompetent'), or an identifiable worker criticised.",
    by_absence=True,
)
def learning_not_blame(review: Review) -> Result:
    """Learning, not blame."""
    judgements = review.judgements
    strong = [judgement.span for judgement in judgements if judgement.strong]
    if strong:
        return missing("A worker is judged as an individual.", strong, shown=True)
    if judgements:
        places = "place" if len(judgements) == 1 else "places"
        return partial(
            f"A person or a role is judged in {len(judgements)} {places}; the rest is neutral.",
            [judgement.span for judgement in judgements],
        )
    return met("Searched for judgements of a person or a role: none was found.")
