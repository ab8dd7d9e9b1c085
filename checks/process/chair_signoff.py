"""Signed and dated by the chair of the review panel."""

from cpraudit import Domain, Result, Review, Tier, cannot_tell, check, met, missing, partial
from cpraudit.facts.people.signatures import Signer


@check(
    id="chair-signoff",
    title="Signed and dated by the chair of the review panel",
    domain=Domain.PROCESS,
    tier=Tier.TEMPLATE,
    source="RRR Section 3, 2.5; App 6",
    asks="The name of the chair of the review panel and the date stand in the signature block.",
    why="The chair signs for the panel that the report is its own.",
    remedy="Fill the chair’s name and the date in the block.",
    met="Name and date in the signature block.",
    partial="Name without date.",
    missing="Absent or blank.",
    cannot_tell="Pictures only.",
)
def chair_signoff(review: Review) -> Result:
    """Signed and dated by the chair of the review panel."""
    places = review.signoff.by(Signer.CHAIR)
    spans = [span for place in places for span in place.spans]
    if any(place.name and place.date for place in places):
        return met("The chair signed, with name and date.", spans)
    if any(place.picture for place in places) and not any(place.name for place in places):
        return cannot_tell("The chair’s place holds a picture where the name and date would stand.", spans)
    if any(place.name for place in places):
        return partial("The chair’s name stands in the block without a date.", spans)
    if any(place.date for place in places):
        return partial("A date stands in the chair’s place without a name.", spans)
    where = "The chair’s place in the signature block is blank." if places else "No signature of the chair was found."
    return missing(where)
