"""No tracked changes, comments or draft marks."""

from cpraudit import Domain, Result, Review, Tier, check, met, missing, partial, said


@check(
    id="draft-marks",
    title="No tracked changes, comments or draft marks",
    domain=Domain.PUBLICATION,
    tier=Tier.ADVISORY,
    source="This project",
    asks="No tracked change, comment, hidden text or draft mark is left in the file.",
    why=(
        "A tracked change shows readers what the panel took out, and a comment shows who asked; both have "
        "been published by accident."
    ),
    remedy=(
        "Accept or reject every tracked change, delete the comments, and take 'DRAFT' out of the title, "
        "headers and footers before sign-off."
    ),
    met="No tracked change, comment, hidden text or 'DRAFT' mark is left.",
    partial="A draft mark or hidden text only.",
    missing="Tracked changes or comments are left, counted by author and place.",
    by_absence=True,
)
def draft_marks(review: Review) -> Result:
    """No tracked changes, comments or draft marks."""
    marks = review.draft_marks
    if marks.changes:
        counts: dict[str, int] = {}
        for mark in marks.changes:
            label = f"{mark.kind} by {said(mark.author)}" if mark.author else str(mark.kind)
            counts[label] = counts.get(label, 0) + 1
        listed = "; ".join(f"{count} x {label}" if count > 1 else label for label, count in counts.items())
        places = [review.document.whole(mark.block) for mark in marks.changes if mark.block is not None]
        return missing(f"The file still holds tracked changes or comments: {listed}.", places[:5], shown=True)
    if marks.words or marks.furniture or marks.hidden:
        where = [f"“{said(text)}” in a header or footer" for text in marks.furniture]
        where += ["on the title page"] if marks.words else []
        hidden = len(marks.hidden)
        where += [f"{hidden} {'stretch' if hidden == 1 else 'stretches'} of hidden text"] if hidden else []
        return partial(
            f"No tracked change or comment is left, but the report is still marked as a draft: {', '.join(where)}.",
            marks.words,
        )
    return met("Searched for tracked changes, comments, hidden text and the word draft: none is left.")
