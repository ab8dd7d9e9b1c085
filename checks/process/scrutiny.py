"""Scrutiny, debate and challenge of the findings."""

from cpraudit import (
    NOT_HISTORICAL,
    Confidence,
    Domain,
    Excuse,
    Result,
    Review,
    Tier,
    check,
    excused,
    met,
    missing,
    partial,
)


@check(
    id="scrutiny",
    title="Scrutiny, debate and challenge of the findings",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 2.6",
    asks="Who scrutinised or challenged the findings, and when, or what was changed or upheld.",
    why=(
        "Findings that nobody tested are one person's opinion. Told challenge shows that agencies looked hard at "
        "their own part."
    ),
    remedy=(
        "Say who debated or challenged the draft (panel, Board, an agency by its service), when, and what was "
        "changed or kept."
    ),
    met="Who scrutinised or challenged the findings, and when or what changed or was upheld.",
    partial="'Presented to the Board' and no more.",
    missing="Silent.",
    excuse=Excuse.YES,
    types=NOT_HISTORICAL,
)
def scrutiny(review: Review) -> Result:
    """Scrutiny, debate and challenge of the findings."""
    scrutiny = review.scrutiny
    if scrutiny.challenged and scrutiny.settled:
        message = "It is told who challenged the findings, and when or with what result."
        return met(message, scrutiny.challenged[:3], scrutiny.settled[:3])
    if scrutiny.challenged:
        message = "The findings are said to have been challenged; by whom, when or with what result is not all told."
        return partial(message, scrutiny.challenged[:3], confidence=Confidence.MEDIUM)
    if scrutiny.presented:
        message = "The report is said to have been presented or considered; no scrutiny or challenge is told."
        return partial(message, scrutiny.presented[:3])
    reasons = review.omissions.about("scrutiny")
    if reasons:
        return excused("No scrutiny is told; the report says why.", reasons)
    return missing("Not found in the report: any scrutiny, debate or challenge of its findings.")
