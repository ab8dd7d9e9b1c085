"""Agencies on the panel."""

from cpraudit import Confidence, Domain, Excuse, Result, Review, Tier, check, excused, met, missing, partial


@check(
    id="panel-agencies",
    title="Agencies on the panel",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 2.1; App 6",
    asks="Which agencies, or which posts, sat on the review panel.",
    why=(
        "A reader judges how well the panel could see the case by who was on it; an agency that knew the family and "
        "was not there is a gap that should show."
    ),
    remedy=(
        "List the agencies on the panel, each with the member's post ('Detective Inspector, Tawe Police'); no member "
        "but the chair need be named."
    ),
    met="A list of agencies or roles.",
    partial="'A multi-agency panel' and no more.",
    missing="Absent.",
    excuse=Excuse.YES,
)
def panel_agencies(review: Review) -> Result:
    """A list of members by agency or post, wherever the report gives it."""
    panel = review.panel
    if len(panel.services) >= 2:
        return met(f"The panel's members are told: {', '.join(panel.services)}.", panel.spans)
    if panel.spans:
        message = "The panel's members are listed, though few of their agencies could be recognised."
        return met(message, panel.spans, confidence=Confidence.MEDIUM)
    reasons = review.omissions.about("panel")
    if reasons:
        return excused("The panel's agencies are not listed; the report says why.", reasons)
    if panel.mentions:
        message = "A panel is mentioned; which agencies sat on it is not told."
        return partial(message, panel.mentions[:2], confidence=Confidence.MEDIUM)
    return missing("Not found in the report: who sat on the review panel (looked for outside the terms of reference).")
