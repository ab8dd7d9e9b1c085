"""The child's voice and daily lived experience."""

from cpraudit import Confidence, Domain, Result, Review, Tier, check, met, missing, partial
from cpraudit.facts.family.kin import Kin

PICTURES = 2
"""Paragraphs on how it was for the child that stand for a section (this project's own)."""


@check(
    id="child-voice",
    title="The child's voice and daily lived experience",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 2.2; Section 2, 1.4; App 6",
    asks=(
        "What life was like for the child: the child's words, days and ways, or for a baby what behaviour, "
        "siblings and records show."
    ),
    why=(
        "A review can follow every agency and lose the child. A picture of the child's days shows what the "
        "work of all those agencies meant."
    ),
    remedy=(
        "Write a passage on what an ordinary day was like for the child, from the child's own words, from "
        "play, behaviour, siblings and records, without identifying detail."
    ),
    met=(
        "A section, or repeated passages, on what life was like for the child (for an infant or a child who "
        "died: through behaviour, siblings, records)."
    ),
    partial="The phrase is used with little content.",
    missing="The child is absent as a subject.",
    signals=(
        "Met by a section on the child's life with at least 60 words and three sentences that show the child (tastes, "
        "ways, the day, signs of feeling), or by eight such sentences in three sections with words of the child among "
        "them, or by two paragraphs that dwell on how it was for the child, or by three views of the child told to the review. Phrases such as 'the voice of the "
        "child' alone are partial."
    ),
)
def child_voice(review: Review) -> Result:
    """The child's voice and daily lived experience."""
    life = review.daily_life
    if life.sections:
        return met("A section tells what life was like for the child.", life.sections[:2], life.own_words[:2])
    if len(life.pictures) >= PICTURES:
        message = f"{len(life.pictures)} paragraphs dwell on how it was for the child."
        return met(message, life.pictures[:4], life.own_words[:2], confidence=Confidence.MEDIUM)
    places = {review.outline.innermost[span.block] for span in life.passages}
    heard = [view for view in review.family.views if view.kin is Kin.CHILD]
    if (len(life.passages) >= 8 and len(places) >= 3 and life.own_words) or (
        len(heard) >= 3 and len(life.passages) >= 3
    ):
        message = "Passages through the report show the child's days and ways."
        return met(message, life.passages[:4], life.own_words[:2], confidence=Confidence.MEDIUM)
    if life.pictures or life.passages or life.own_words or life.phrases:
        return partial(
            "The child is glimpsed or the child's voice is spoken of; no section, and few passages, tell "
            "what life was like.",
            life.pictures[:1],
            life.passages[:2],
            life.phrases[:2],
            confidence=Confidence.MEDIUM,
        )
    return missing("Not found in the report: the child as a person, in words, days, ways or how it was for the child.")
