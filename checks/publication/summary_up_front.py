"""A summary up front."""

from cpraudit import Domain, Result, Review, Tier, check, met, missing, partial


@check(
    id="summary-up-front",
    title="A summary up front",
    domain=Domain.PUBLICATION,
    tier=Tier.ADVISORY,
    source="Annual review of LCSPRs, LCSPR case study 1",
    asks="A summary of the findings stands near the start.",
    why="Most readers will read the first two pages. What they should take away must stand there.",
    remedy="Open with half a page that gives the findings and the main changes asked for.",
    met="An executive summary, key findings or summary section near the start.",
    partial="An introductory paragraph that gives the findings.",
    missing="None.",
)
def summary_up_front(review: Review) -> Result:
    """A summary up front."""
    found = review.up_front
    if found.section:
        return met("A summary stands near the start.", found.section)
    if found.paragraph:
        return partial("There is no summary section; an opening paragraph gives the findings.", found.paragraph)
    return missing("No summary was found near the start, and the opening paragraphs give no findings.")
