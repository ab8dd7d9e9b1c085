"""Signed and dated by the chair of the review panel."""

from cpraudit import Domain, Result, Review, Tier, check


@check(
    id="chair-signoff",
    title="Signed and dated by the chair of the review panel",
    domain=Domain.PROCESS,
    tier=Tier.TEMPLATE,
    source="RRR Section 3, 2.5; App 6",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met="Name and date in the signature block.",
    partial="Name without date.",
    missing="Absent or blank.",
    cannot_tell="Pictures only.",
)
def chair_signoff(review: Review) -> Result:
    """Signed and dated by the chair of the review panel."""
    raise NotImplementedError
