"""Publication date."""

from cpraudit import Confidence, Domain, Excuse, Result, Review, Tier, check, excused, met, missing, partial, said


@check(
    id="publication-date",
    title="Publication date",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 2 and 2.5",
    asks="The date of publication, labelled as such.",
    why=(
        "Readers need to know how old the learning is, and which version they hold; signature and cover dates may be "
        "months from publication."
    ),
    remedy='Put "Published: (date)" on the title page when the report is published; while it is a draft, mark it so.',
    met="A date labelled as publication.",
    partial="A document, version or cover date only.",
    missing="Absent.",
    excuse=Excuse.LIMITED,
    excuse_ground="marked as a draft or unpublished",
)
def publication_date(review: Review) -> Result:
    """Publication date."""
    dates = review.dates
    published = dates.publication
    if published.date:
        place = "" if published.date.spans else " in the head or foot of the pages"
        return met(f"Publication is dated {published.date.value.words}{place}.", published.date.spans)
    if published.vague:
        return partial("Publication is dated only loosely; the month is not found.", published.vague)
    if dates.cover_date:
        place = "The title page has" if dates.cover_date.spans else "The head or foot of the pages has"
        return partial(
            f"{place} a date ({dates.cover_date.value.words}) that is not labelled as publication.",
            dates.cover_date.spans,
            confidence=Confidence.MEDIUM,
        )
    if dates.marked_draft or dates.draft_furniture:
        mark = dates.draft_furniture[0] if dates.draft_furniture else "draft"
        return excused(
            f"No publication date, and the report is marked as not yet published ('{said(mark)}').", dates.marked_draft
        )
    if dates.publication_unset:
        return missing("The place for the publication date is not filled in.", dates.publication_unset)
    return missing("A publication date is not found in the report, neither on the title page nor among the key dates.")
