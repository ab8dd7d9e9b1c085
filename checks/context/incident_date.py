"""Date of the significant event, stated early."""

from cpraudit import Domain, Excuse, Result, Review, Tier, check


@check(
    id="incident-date",
    title="Date of the significant event, stated early",
    domain=Domain.CONTEXT,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 1.3 and 2.5",
    asks="TODO",
    why="TODO",
    remedy="TODO",
    met=(
        "A date (at least month and year) that is labelled or told as the event's, in the opening sections "
        "(before the learning, or in a key-dates list)."
    ),
    partial="Only inferable from the end of the review period, given late in the body only, or a year alone.",
    missing="Absent.",
    excuse=Excuse.LIMITED,
    excuse_ground="anonymity, said in the report (a month and year is already enough)",
)
def incident_date(review: Review) -> Result:
    """Date of the significant event, stated early."""
    raise NotImplementedError
