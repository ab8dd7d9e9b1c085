"""Sections of the recommended template, in order."""

from cpraudit import NOT_HISTORICAL, Confidence, Domain, Result, Review, Tier, check, met, missing, partial
from cpraudit.document import blocks_found


@check(
    id="template-sections",
    title="Sections of the recommended template, in order",
    domain=Domain.ANALYSIS,
    tier=Tier.TEMPLATE,
    source="RRR App 6",
    asks=(
        "The six main blocks of the recommended template, in its order: circumstances; practice and organisational "
        "learning; improving systems and practice; statement by reviewers; terms of reference; summary timeline or process."
    ),
    why=(
        "Readers who know one review know where to look in the next, and reviews can be read side by side. A block that "
        "is not there is mostly something that the guidance asks for and the report does not give."
    ),
    remedy=(
        "Give each block a heading of its own, as near to the template's words as you can, in the template's order. The "
        "terms of reference and the timeline may be annexes in files of their own: audit them together with the report."
    ),
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
    """Say which of the six blocks are there, and which stand out of order."""
    blocks = blocks_found(review.outline)
    places = [
        review.document.whole(block.section.first if block.section.heading is None else block.section.heading)
        for block in blocks
        if block.section is not None and block.section.first <= len(review.document.blocks)
    ]
    absent = [block.title for block in blocks if block.section is None]
    moved = [block.title for block in blocks if block.section is not None and not block.in_order]
    sure = Confidence.HIGH if review.document.headings_marked else Confidence.MEDIUM
    if len(absent) >= 2:
        return missing(
            f"Not found in the report under a heading of their own: {_listed(absent)}.", places, confidence=sure
        )
    if absent:
        return partial(
            f"All the template's main blocks but one are there; not found: {absent[0]}.", places, confidence=sure
        )
    if moved:
        message = f"All the template's main blocks are there; not in its order: {_listed(moved)}."
        return partial(message, places, confidence=Confidence.MEDIUM)
    return met("The template's six main blocks are there, in its order.", places, confidence=sure)


def _listed(titles: list[str]) -> str:
    return "; ".join(titles)
