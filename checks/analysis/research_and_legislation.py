"""Research and legislation tied to the learning."""

from cpraudit import Domain, Excuse, Result, Review, Tier, check, met, missing, partial


@check(
    id="research-and-legislation",
    title="Research and legislation tied to the learning",
    domain=Domain.ANALYSIS,
    tier=Tier.RECOMMENDED,
    source="RRR App 6, practice and organisational learning",
    asks="Research, guidance or law is cited at a learning point.",
    why="It shows whether what happened here is known elsewhere, and what has been found to help.",
    remedy="Cite one or two sources at the learning point that they bear on, and say what they add.",
    met="Research, guidance or law cited at a learning point (besides the law that the review is held under).",
    partial="A list of references only.",
    missing="None.",
    excuse=Excuse.YES,
)
def research_and_legislation(review: Review) -> Result:
    """Research and legislation tied to the learning."""
    research = review.research
    if research.at_learning:
        return met("Research, guidance or law is cited at the learning.", research.at_learning[:4])
    if research.listed:
        return partial("There is a list of references, and none is cited at a learning point.", research.listed[:3])
    return missing(
        "No research, guidance or law was found at the learning points (the law that the review is held under does not count)."
    )
