"""Review type declared."""

from cpraudit import Domain, Result, Review, Tier, check, met, missing, partial


@check(
    id="review-type",
    title="Review type declared",
    domain=Domain.CONTEXT,
    tier=Tier.TEMPLATE,
    source="RRR App 6, title block; Introduction",
    asks="Exactly one type of review (concise, extended or historical) is declared, and title and body agree.",
    why="The type decides how many reviewers, which questions and which guidance apply.",
    remedy="Leave one type in the title, the one that the Sub-Group recommended, and use it throughout.",
    met="Exactly one type (concise, extended, or historical) is declared, and title and body agree.",
    partial=(
        "The type is only inferable (criteria paragraph, child's status), or the title still offers both "
        "('Concise/Extended')."
    ),
    missing="No type can be found, or title and body contradict each other.",
)
def review_type(review: Review) -> Result:
    """Review type declared."""
    identity = review.identity
    if identity.type is None:
        return missing("No type of review (concise, extended or historical) was found.")
    if identity.type_conflict:
        return missing("The title and the text name different types of review.", identity.type_conflict, shown=True)
    if len(identity.types_offered) > 1:
        offered = " and ".join(identity.types_offered)
        return partial(f"The title still offers {offered}; the text says {identity.type.value}.", identity.type.spans)
    if identity.type_declared:
        return met(f"The type is declared: {identity.type.value}.", identity.type.spans)
    return partial(
        f"The type ({identity.type.value}) can only be inferred, from the {identity.type.how}.", identity.type.spans
    )
