"""Signed and dated by the reviewer(s)."""

from cpraudit import Domain, Excuse, Result, Review, Tier, check


@check(
    id="reviewer-signoff",
    title="Signed and dated by the reviewer(s)",
    domain=Domain.PROCESS,
    tier=Tier.TEMPLATE,
    source="RRR Section 3, 2.5 (4 of 33 unsigned); App 6",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met="Every reviewer's name and date in the signature block (a typed name counts as signed).",
    partial="Name without date, or one of two without a reason (with a reason: excused).",
    missing="No signature block, or a blank one.",
    cannot_tell="The block's name and date are pictures only.",
    excuse=Excuse.LIMITED,
    excuse_ground="a second reviewer became unavailable, explained",
)
def reviewer_signoff(review: Review) -> Result:
    """Signed and dated by the reviewer(s)."""
    raise NotImplementedError
