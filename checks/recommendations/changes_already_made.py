"""Changes already made since the event."""

from cpraudit import Domain, Excuse, Result, Review, Tier, check, excused, met, missing, partial


@check(
    id="changes-already-made",
    title="Changes already made since the event",
    domain=Domain.RECOMMENDATIONS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 4; App 6",
    asks="Changes made since the event are listed apart from the recommendations, each with its agency.",
    why="Readers need to know what is already different, and boards should not ask for what is done.",
    remedy="Add a short list ‘changes already made’ with the agency and the date of each.",
    met="Listed apart from the recommendations, with the agency.",
    partial="Mixed into the recommendations or narrative.",
    missing="None stated.",
    excuse=Excuse.LIMITED,
    excuse_ground="'none to report', said in the report",
)
def changes_already_made(review: Review) -> Result:
    """Changes already made since the event."""
    follow_up = review.follow_up
    if follow_up.changes_apart:
        if follow_up.changes_with_agency:
            return met("Changes already made are listed apart, with their agencies.", follow_up.changes_apart[:4])
        return partial(
            "Changes already made are listed apart, without the agencies that made them.", follow_up.changes_apart[:4]
        )
    if follow_up.no_changes:
        return excused("The report says that there are no changes to report.", follow_up.no_changes)
    if follow_up.changes_mixed:
        return partial(
            "Changes already made are told within the narrative or the recommendations, not apart.",
            follow_up.changes_mixed[:4],
        )
    return missing("No change made since the event was found.")
