"""No unfilled template text."""

from cpraudit import Domain, Result, Review, Tier, check


@check(
    id="template-residue",
    title="No unfilled template text",
    domain=Domain.PUBLICATION,
    tier=Tier.TEMPLATE,
    source="RRR App 6",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met=(
        "No instruction or placeholder of the form is left ('insert name', 'delete as appropriate', 'To "
        "include here', 'xx SCB', 'TBC', '[ ]')."
    ),
    missing="At least one is left, each listed with its place.",
    by_absence=True,
)
def template_residue(review: Review) -> Result:
    """No unfilled template text."""
    raise NotImplementedError
