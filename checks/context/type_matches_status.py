"""Review type agrees with the child's legal status."""

from cpraudit import (
    NOT_HISTORICAL,
    Confidence,
    Domain,
    Result,
    Review,
    ReviewType,
    Tier,
    cannot_tell,
    check,
    met,
    missing,
    partial,
)


@check(
    id="type-matches-status",
    title="Review type agrees with the child's legal status",
    domain=Domain.CONTEXT,
    tier=Tier.STATUTORY,
    source="RRR Introduction, criteria for concise and extended reviews",
    asks=(
        "The report says whether the child was on the register or looked after in the six months before the "
        "event, and the type agrees."
    ),
    why="It is what decides between a concise and an extended review.",
    remedy=(
        "Say: ‘The child was (not) on the child protection register and was (not) looked after on any date in"
        " the six months before the event.’"
    ),
    met=(
        "The report says whether the child was on the child protection register or looked after in the six "
        "months before the event, and the type agrees (either one: extended; neither: concise). A child who "
        "has turned 18 and was looked after within the six months counts."
    ),
    partial="Status is stated without saying when, so that the type only probably agrees.",
    missing="The stated status contradicts the type.",
    cannot_tell="Status is not stated anywhere.",
    types=NOT_HISTORICAL,
)
def type_matches_status(review: Review) -> Result:
    """Review type agrees with the child's legal status."""
    status = review.legal_status
    extended = review.identity.type is not None and review.identity.type.value is ReviewType.EXTENDED
    kind = "extended" if extended else "concise"
    if status.protected:
        if extended:
            return met(
                "The child was on the register or looked after within the six months, and the review is extended.",
                status.protected[:2],
            )
        return missing(
            "The child was on the register or looked after within six months of the event, and the review is not extended.",
            status.protected[:2],
            confidence=Confidence.MEDIUM,
        )
    if status.neither:
        if not extended:
            return met(
                "The child was neither on the register nor looked after in that time, and the review is concise.",
                status.neither[:2],
            )
        return missing(
            "The child is said to have been neither on the register nor looked after, and the review is extended.",
            status.neither[:2],
            confidence=Confidence.MEDIUM,
        )
    fitting = status.protected_undated if extended else status.neither_undated
    if fitting:
        return partial(
            f"The child’s status is told without saying when; a {kind} review probably agrees with it.", fitting[:2]
        )
    return cannot_tell("Whether the child was on the register or looked after is not stated.")
