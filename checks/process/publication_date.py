"""Publication date."""

from cpraudit import Domain, Excuse, Result, Review, Tier, check


@check(
    id="publication-date",
    title="Publication date",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 2 and 2.5",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met="A date labelled as publication.",
    partial="A document, version or cover date only.",
    missing="Absent.",
    excuse=Excuse.LIMITED,
    excuse_ground="marked as a draft or unpublished",
)
def publication_date(review: Review) -> Result:
    """Publication date."""
    raise NotImplementedError
