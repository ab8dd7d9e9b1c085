"""Catch-phrases unpacked."""

from cpraudit import Domain, Result, Review, Tier, check, met, missing, partial, said


@check(
    id="catch-phrases",
    title="Catch-phrases unpacked",
    domain=Domain.PUBLICATION,
    tier=Tier.ADVISORY,
    source="RRR Section 2, 1.1; annual review of LCSPRs",
    asks="Catch-phrases are left out, or each is explained or followed by its reason.",
    why="A phrase such as 'professional curiosity' names a hope. What got in its way is what others can learn from.",
    remedy=(
        "Say what was seen or not asked, by whom and why, in place of the phrase; for a child, 'was not "
        "brought' with what was known of the reason."
    ),
    met=(
        "'Professional curiosity', 'disguised compliance', 'lack of engagement', 'hard to reach', 'did not "
        "attend' (for a child) are absent, or each is explained or followed by its reason."
    ),
    partial="One or two are bare.",
    missing="Three or more are bare, each listed.",
    by_absence=True,
)
def catch_phrases(review: Review) -> Result:
    """Catch-phrases unpacked."""
    used = review.catch_phrases
    bare = [use for use in used if not use.unpacked]
    phrases = list(dict.fromkeys(use.phrase for use in bare))
    listed = ", ".join(f"“{said(phrase)}”" for phrase in phrases)
    if not bare:
        found = f"{len(used)} found, each explained" if used else "none found"
        return met(f"Searched for catch-phrases: {found}.")
    places = [use.span for use in bare]
    if len(phrases) <= 2:
        return partial(f"Used without being explained: {listed}.", places)
    return missing(f"Used without being explained: {listed} ({len(bare)} times in all).", places)
