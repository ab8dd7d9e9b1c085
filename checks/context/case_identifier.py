"""Anonymous case identifier."""

from cpraudit import Domain, Result, Review, Tier, check, met, missing, partial, said


@check(
    id="case-identifier",
    title="Anonymous case identifier",
    domain=Domain.CONTEXT,
    tier=Tier.TEMPLATE,
    source="RRR App 6, title block",
    asks="The title carries the board’s code with number and year.",
    why="It lets the report be cited and found without a name.",
    remedy="Write the board’s reference (for example ‘xx SCB 1/2024’) under the title.",
    met="A board code with number and year (for example 'CYSUR 4 2019', 'CTMSB 06-2021', 'xx SCB 1/16').",
    partial="A pseudonym only ('Child T').",
    missing="Neither.",
)
def case_identifier(review: Review) -> Result:
    """Anonymous case identifier."""
    identity = review.identity
    if identity.case_id:
        return met(
            f"The case identifier is {said(identity.case_id.value)}.",
            identity.case_id.spans or ([identity.says_what_it_is] if identity.says_what_it_is else []),
        )
    if identity.pseudonym:
        return partial("There is a pseudonym and no case identifier.", identity.pseudonym.spans)
    return missing("Neither a case identifier nor a pseudonym was found.")
