"""Statement of independence, all four limbs."""

from cpraudit import Domain, Result, Review, Tier, check, met, missing, partial


@check(
    id="independence-statement",
    title="Statement of independence, all four limbs",
    domain=Domain.PROCESS,
    tier=Tier.TEMPLATE,
    source="RRR App 6, statement by reviewer(s)",
    asks="Each reviewer states independence in all four limbs, and the block is completed.",
    why="It is the form’s guarantee that nobody reviewed their own work.",
    remedy="Use the form’s four sentences for each reviewer, and complete the block with a name.",
    met=(
        "Per reviewer: not directly concerned with the child or family; no line management of the "
        "practitioners; appropriate qualifications, knowledge, experience and training; conducted "
        "appropriately and rigorously. The block is completed (a name)."
    ),
    partial="The block is there with a limb missing, or blank.",
    missing="No statement.",
)
def independence_statement(review: Review) -> Result:
    """Statement of independence, all four limbs."""
    statement = review.independence
    names = {
        "concerned": "no direct concern with the child or family",
        "management": "no line management",
        "qualified": "qualifications, knowledge, experience and training",
        "rigour": "a rigorous review",
    }
    if not statement.present:
        return missing("No statement of independence was found.")
    lacking = ", ".join(names[limb] for limb in statement.lacking)
    if statement.lacking:
        return partial(f"The statement lacks a limb for at least one reviewer: {lacking}.", statement.present)
    if not statement.completed:
        return partial("All four limbs are printed; the block is not completed with a name.", statement.present)
    return met("All four limbs are stated, and the block is completed.", statement.present)
