"""Family voice through the report."""

from cpraudit import (
    Confidence,
    Domain,
    Excuse,
    Result,
    Review,
    SectionKind,
    Span,
    Tier,
    check,
    excused,
    met,
    missing,
    partial,
)
from cpraudit.facts.family.kin import in_words


@check(
    id="family-voice-integrated",
    title="Family voice through the report",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 2.2; App 6 learning points",
    asks="What relatives told the review, heard where it bears on the learning and not only in one place.",
    why=(
        "Set beside the records, a relative's words show what a service looked like from the other side. In a "
        "section of its own they may change nothing."
    ),
    remedy=(
        "Bring relatives' views, each given to a relationship, into the themes that they bear on; or write a "
        "section on the family's perspectives with what they said."
    ),
    met="Attributed views in three or more sections, or a family perspectives section with content.",
    partial="In one or two sections, or a heading with little under it.",
    missing="None.",
    excuse=Excuse.LIMITED,
    excuse_ground="they declined, did not reply or could not be approached, said in the report",
)
def family_voice_integrated(review: Review) -> Result:
    """Family voice through the report."""
    family = review.family
    sections = {view.section for view in family.views}
    spans = [view.span for view in family.views]
    if len(sections) >= 3:
        whose = in_words(view.relation for view in family.views)
        return met(f"Relatives' views ({whose}) stand in {len(sections)} sections.", _one_a_section(review))
    own = [view.span for view in family.views if review.outline.within(view.span.block, SectionKind.ENGAGEMENT)]
    if len(own) >= 2:
        return met("A section on the family's perspectives tells what relatives said.", own[:5])
    if spans or family.general_views:
        where = "one section" if len(sections) <= 1 else "two sections"
        message = (
            f"Relatives' views stand in {where} only, and no section of the family's own has more than a line of them."
        )
        return partial(message, spans[:4], family.general_views[:2])
    reasons = family.excusing()
    if reasons:
        return excused("No relative is heard in the report; it says that they did not take part.", reasons[:3])
    heading = [s.heading for s in review.outline.of_kind(SectionKind.ENGAGEMENT) if s.heading is not None]
    if heading and family.members:
        message = "There is a section on the family's part in the review, with nothing of what they said."
        return partial(message, [review.document.whole(block) for block in heading], confidence=Confidence.LOW)
    return missing("Not found in the report: the views or words of any relative.")


def _one_a_section(review: Review) -> list[Span]:
    """One view of each section that has any."""
    first = {view.section: view.span for view in reversed(review.family.views)}
    return sorted(first.values())[:6]
