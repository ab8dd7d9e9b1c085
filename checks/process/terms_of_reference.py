"""Terms of reference included."""

from cpraudit import NOT_HISTORICAL, Confidence, Domain, Result, Review, Tier, check, met, missing, partial


@check(
    id="terms-of-reference",
    title="Terms of reference included",
    domain=Domain.PROCESS,
    tier=Tier.STATUTORY,
    source="RRR Section 3, 2.4; App 6; App 7.2",
    asks="The terms of reference, with core tasks and purpose or principles, in the report or an annex.",
    why="Without them nobody can tell what the review was asked, and so whether it has answered.",
    remedy=(
        "Append the terms of reference as agreed: purpose, principles, core tasks, and the questions of this case; "
        "or publish them beside the report."
    ),
    met="Core tasks and purpose (or principles) are in the report or a supplied annex.",
    partial="Core tasks only, or a reference to a separate document.",
    missing="None.",
    types=NOT_HISTORICAL,
)
def terms_of_reference(review: Review) -> Result:
    """Terms of reference included."""
    terms = review.objectives
    if terms.core_tasks and terms.purpose:
        return met(
            "The terms of reference are included, with core tasks and purpose.", terms.purpose[:2], terms.core_tasks[:3]
        )
    if terms.core_tasks:
        message = "The core tasks are included; purpose or principles are not found in the terms of reference."
        return partial(message, terms.core_tasks[:4])
    if terms.elsewhere:
        message = (
            "The terms of reference are referred to and not included; if they are published, supply them as an annex."
        )
        return partial(message, terms.elsewhere[:2])
    if terms.purpose:
        message = "Purpose or principles are included; the core tasks are not found."
        return partial(message, terms.purpose[:2], confidence=Confidence.MEDIUM)
    return missing("Not found in the report: the terms of reference, or where they can be read.")
