"""Sections of the recommended template, in order."""

from cpraudit import NOT_HISTORICAL, Domain, Result, Review, Tier, check


@check(
    id="template-sections",
    title="Sections of the recommended template, in order",
    domain=Domain.ANALYSIS,
    tier=Tier.TEMPLATE,
    source="RRR App 6",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met=(
        "The template's main blocks are found in order: circumstances; practice and organisational learning; "
        "improving systems and practice; statement by reviewers; terms of reference; summary timeline or "
        "process."
    ),
    partial="All found but reordered, or one missing.",
    missing="Two or more missing.",
    types=NOT_HISTORICAL,
)
def template_sections(review: Review) -> Result:
    """Sections of the recommended template, in order."""
    raise NotImplementedError
