"""Chronology of significant events in the published set."""

from cpraudit import Domain, Excuse, Result, Review, Tier, check, excused, met, missing, partial


@check(
    id="chronology",
    title="Chronology of significant events in the published set",
    domain=Domain.CONTEXT,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 1.4; App 6 annex; App 7.2-3",
    asks="A timeline with at least three dated entries is in the report or in an annex that is supplied with it.",
    why="The published set must let a reader see what happened when.",
    remedy="Add a short table of date, event and agency response as an annex, and supply it with the report.",
    met=(
        "A timeline (table, annex or section) with at least three dated entries, in the report or in a supplied annex."
    ),
    partial=(
        "Referred to as an appendix or separate document that is not supplied, or fewer than three dated entries."
    ),
    missing="No chronology.",
    excuse=Excuse.YES,
)
def chronology(review: Review) -> Result:
    """Chronology of significant events in the published set."""
    chronology = review.chronology
    if len(chronology.entries) >= 3:
        return met(
            f"A chronology with {len(chronology.entries)} dated entries.",
            [entry.spans[0] for entry in chronology.entries[:3]],
        )
    if chronology.left_out:
        return excused("The chronology is left out, and the report says why.", chronology.left_out)
    if chronology.entries:
        return partial(
            f"The chronology has only {len(chronology.entries)} dated entries.",
            [entry.spans[0] for entry in chronology.entries],
        )
    if chronology.elsewhere:
        return partial(
            "A timeline is referred to and was not supplied with the report (use --annex if you have it).",
            chronology.elsewhere[:2],
        )
    return missing("No chronology was found in the report or its annexes.")
