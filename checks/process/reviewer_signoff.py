"""Signed and dated by the reviewer(s)."""

from cpraudit import (
    Confidence,
    Domain,
    Excuse,
    Result,
    Review,
    Tier,
    cannot_tell,
    check,
    excused,
    met,
    missing,
    partial,
)
from cpraudit.facts.people.signatures import Signer


@check(
    id="reviewer-signoff",
    title="Signed and dated by the reviewer(s)",
    domain=Domain.PROCESS,
    tier=Tier.TEMPLATE,
    source="RRR Section 3, 2.5 (4 of 33 unsigned); App 6",
    asks="Every reviewer’s name and date stand in the signature block.",
    why="The signature is the reviewer’s word that the statement of independence holds, and on which day.",
    remedy="Fill the name and the date of each reviewer in the block; where one could not sign, say why.",
    met="Every reviewer's name and date in the signature block (a typed name counts as signed).",
    partial="Name without date, or one of two without a reason (with a reason: excused).",
    missing="No signature block, or a blank one.",
    cannot_tell="The block's name and date are pictures only.",
    excuse=Excuse.LIMITED,
    excuse_ground="a second reviewer became unavailable, explained",
)
def reviewer_signoff(review: Review) -> Result:
    """Signed and dated by the reviewer(s)."""
    places = review.signoff.by(Signer.REVIEWER)
    if not places:
        return missing("No signature block for a reviewer was found.")
    spans = [span for place in places for span in place.spans]
    signed = [place for place in places if place.name and place.date]
    lacking = review.reviewers_without_place
    if len(signed) == len(places) and lacking:
        message = f"{len(signed)} signed with name and date; for {len(lacking)} more who is named the block has no place."
        told = [span for fact in lacking for span in fact.spans[:1]]
        if review.signoff.absence_reason:
            reason = "The report says why a reviewer who is named did not sign."
            return excused(reason, review.signoff.absence_reason, spans)
        return partial(message, spans, told, confidence=Confidence.MEDIUM)
    if len(signed) == len(places):
        return met(f"{len(signed)} of {len(places)} reviewers signed, with name and date.", spans)
    pictures = [place for place in places if place.picture and not (place.name and place.date)]
    if pictures and not any(place.name for place in places):
        return cannot_tell("The signature block holds pictures where names and dates would stand.", spans)
    if signed and review.signoff.absence_reason:
        return excused(
            "One reviewer signed; the report says why the other did not.", review.signoff.absence_reason, spans
        )
    named = [place for place in places if place.name]
    if not named and not any(place.date for place in places):
        return missing("The reviewers’ signature block is blank.")
    if len(places) > 1 and signed:
        return partial(
            f"{len(signed)} of {len(places)} reviewers signed with name and date, and no reason is given for the other.",
            spans,
        )
    return partial(
        "A reviewer’s name stands in the block without a date."
        if named
        else "A date stands in the block without a name.",
        spans,
    )
