"""Strategic or operational representation."""

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

FEWEST = 2
"""Posts or roles that show a level; one alone may be a passing mention."""


@check(
    id="representation-level",
    title="Strategic or operational representation",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 2.1",
    asks=(
        "At what level each agency took part: the posts of the panel's members, and the roles of those at the "
        "learning event."
    ),
    why=(
        "A panel without anybody who can change a service, or an event without those who did the work, learns half."
        " Agency names alone do not show which it was."
    ),
    remedy=(
        "Give each panel member's post and, for the learning event, the roles ('two health visitors, a team "
        "manager'); no names."
    ),
    met="Level or job role is shown for the panel and for the learning event.",
    partial="For one of the two.",
    missing="For neither.",
    excuse=Excuse.YES,
    types=NOT_HISTORICAL,
)
def representation_level(review: Review) -> Result:
    """Strategic or operational representation."""
    panel = _shown(len(review.panel.posts), len(review.panel.services), review.panel.lines) or bool(review.panel.level)
    event = len(review.learning_event.posts) >= FEWEST
    spans = [*review.panel.posts[:4], *review.panel.level[:1], *review.learning_event.posts[:4]]
    if panel and event:
        return met("Posts or levels are shown for the panel and for the learning event.", spans)
    if panel:
        return partial("Posts are shown for the panel; for the learning event only agencies, or nothing.", spans)
    if event:
        return partial("Roles are shown for the learning event; for the panel only agencies, or nothing.", spans)
    reasons = review.omissions.about("panel") or review.omissions.about("learning event")
    if reasons:
        return excused("Levels are not shown; the report says why.", reasons)
    message = "Not found in the report: the posts of the panel's members or the roles of those at the learning event."
    listed = review.panel.spans or review.learning_event.attendance
    return missing(message, confidence=Confidence.MEDIUM if listed else Confidence.HIGH)


def _shown(posts: int, services: int, lines: int) -> bool:
    """Whether posts are shown for a good part of the members, and not for one among agencies."""
    return posts >= FEWEST and posts * 2 >= max(lines, services)
