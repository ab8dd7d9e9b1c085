"""The process that the board followed."""

from cpraudit import NOT_HISTORICAL, Confidence, Domain, Result, Review, Tier, check, met, missing, partial

FEWEST_WORDS = 80
"""Words of a section that are more than a few sentences."""
FEWEST_STEPS = 3
"""Sentences in it that tell a step of the process."""


@check(
    id="process-summary",
    title="The process that the board followed",
    domain=Domain.PROCESS,
    tier=Tier.TEMPLATE,
    source="RRR App 6, Child Practice Review process",
    asks="A section on the process that the board and the panel followed.",
    why="It is what lets a reader trust the findings: who sat, who was asked, what was read, when.",
    remedy=(
        "Fill in the form's 'Child Practice Review process' section: the panel, the reviewers, what agencies gave, "
        "the learning event, the family's part, and the key dates."
    ),
    met="A section on the review process.",
    partial="A few sentences.",
    missing="None.",
    types=NOT_HISTORICAL,
)
def process_summary(review: Review) -> Result:
    """The process that the board followed."""
    process = review.process
    full = [s for s in process.sections if s.words >= FEWEST_WORDS and s.steps >= FEWEST_STEPS]
    if full:
        best = max(full, key=lambda section: section.steps)
        return met(
            f"A section on the review's process tells {best.steps} steps of it.",
            [best.heading] if best.heading else [],
            process.steps[:3],
        )
    if process.steps:
        message = f"The process is told in {len(process.steps)} sentences; a section on it was not found."
        return partial(message, process.steps[:6], confidence=Confidence.MEDIUM)
    return missing("Not found in the report: how the review was done (the form's printed list does not count).")
