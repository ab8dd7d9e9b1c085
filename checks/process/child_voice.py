"""The child's voice and daily lived experience."""

from cpraudit import Domain, Result, Review, Tier, check


@check(
    id="child-voice",
    title="The child's voice and daily lived experience",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 2.2; Section 2, 1.4; App 6",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met=(
        "A section, or repeated passages, on what life was like for the child (for an infant or a child who "
        "died: through behaviour, siblings, records)."
    ),
    partial="The phrase is used with little content.",
    missing="The child is absent as a subject.",
)
def child_voice(review: Review) -> Result:
    """The child's voice and daily lived experience."""
    raise NotImplementedError
