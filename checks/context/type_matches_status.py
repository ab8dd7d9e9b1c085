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
from cpraudit.facts.children.legal_status import LegalStatus, recites_six_months

BOTH = 2
"""Kinds of status that decide the type of review."""


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
    kind = review.identity.type
    if kind is None or not status.stated:
        return cannot_tell(
            "Whether the child was on the register or looked after is not stated, or the review’s type is not."
        )
    return _extended(status) if kind.value is ReviewType.EXTENDED else _concise(review, status)


def _extended(status: LegalStatus) -> Result:
    """Either status within the six months agrees with an extended review."""
    held, untimed = status.spans(held=True, timed=True), status.spans(held=True, timed=False)
    if held:
        return met(
            "The child was on the register or looked after within the six months, and the review is extended.", held[:2]
        )
    if untimed:
        return partial(
            "The child’s status is told without saying when; an extended review probably agrees with it.", untimed[:2]
        )
    denials = (*status.spans(held=False, timed=True), *status.spans(held=False, timed=False))
    if len(status.denied(covers=True)) == BOTH:
        return missing(
            "The child is said to have been neither on the register nor looked after in the six months, "
            "and the review is extended.",
            denials[:2],
            confidence=Confidence.MEDIUM,
            shown=True,
        )
    return cannot_tell(
        "The status that is told does not decide: it does not cover both kinds over the six months.", denials[:2]
    )


def _concise(review: Review, status: LegalStatus) -> Result:
    """Neither status within the six months agrees with a concise review."""
    denials = (*status.spans(held=False, timed=True), *status.spans(held=False, timed=False))
    both = len(status.denied()) == BOTH
    if len(status.denied(timed=True)) == BOTH or (both and recites_six_months(review)):
        return met(
            "The child was neither on the register nor looked after in that time, and the review is concise.",
            denials[:2],
        )
    held, untimed = status.spans(held=True, timed=True), status.spans(held=True, timed=False)
    if held:
        return missing(
            "The child was on the register or looked after within six months of the event, and the review is concise.",
            held[:2],
            confidence=Confidence.MEDIUM,
            shown=True,
        )
    if both:
        return partial(
            "The child’s status is told without saying when; a concise review probably agrees with it.", denials[:2]
        )
    if denials:
        return partial(
            "Only one of the two is ruled out; a concise review needs the child to have been neither on "
            "the register nor looked after.",
            denials[:2],
            confidence=Confidence.MEDIUM,
        )
    return partial(
        "The child is said to have been on the register or looked after, without when; a concise review agrees only "
        "where that ended more than six months before.",
        untimed[:2],
        confidence=Confidence.LOW,
    )
