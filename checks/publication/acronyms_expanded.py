"""Acronyms expanded at first use."""

from cpraudit import Domain, Result, Review, Tier, check, met, missing, partial, said


@check(
    id="acronyms-expanded",
    title="Acronyms expanded at first use",
    domain=Domain.PUBLICATION,
    tier=Tier.ADVISORY,
    source="Panel annual report 2020, jargon-free language",
    asks="Every acronym is expanded at or before its first use, or in a glossary.",
    why="Families read these reports too, and letters that a professional reads without noticing shut them out.",
    remedy="Write the words in full at the first use with the letters in brackets, or add a short glossary.",
    met="Every acronym is expanded at or before first use, or in a glossary.",
    partial="One or two are not.",
    missing="Three or more are not, each listed.",
    by_absence=True,
)
def acronyms_expanded(review: Review) -> Result:
    """Acronyms expanded at first use."""
    known = review.acronyms
    bare = [acronym for acronym in known if not acronym.expanded]
    if not bare:
        return met(f"Searched the text for acronyms: {len(known)} found, each expanded at first use or in a glossary.")
    listed = ", ".join(said(acronym.letters) for acronym in bare)
    places = [acronym.first for acronym in bare]
    if len(bare) <= 2:
        return partial(f"Not expanded at first use: {listed}. The other {len(known) - len(bare)} are.", places)
    return missing(f"{len(bare)} acronyms are not expanded at first use: {listed}.", places)
