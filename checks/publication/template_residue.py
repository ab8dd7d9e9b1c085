"""No unfilled template text."""

from cpraudit import Domain, Result, Review, Tier, check, met, missing, said


@check(
    id="template-residue",
    title="No unfilled template text",
    domain=Domain.PUBLICATION,
    tier=Tier.TEMPLATE,
    source="RRR App 6",
    asks=(
        "Every instruction and placeholder of the form has been replaced by words of the report's own, or taken out."
    ),
    why=(
        "Text that was meant for the writer tells a reader that nobody read the report through before "
        "it was published; "
        "where both types of review are still offered in the title, it leaves open which review this is."
    ),
    remedy=(
        "Take the instruction out, or put what it asks for in its place. Keep one type of review in the "
        "title, and give "
        "a date or say plainly that there is none yet."
    ),
    met=(
        "No instruction or placeholder of the form is left ('insert name', 'delete as appropriate', 'To "
        "include here', 'xx SCB', 'TBC', '[ ]')."
    ),
    missing="At least one is left, each listed with its place.",
    by_absence=True,
)
def template_residue(review: Review) -> Result:
    """Report each instruction or placeholder that the outline set apart."""
    residue = review.outline.residue
    if not residue:
        return met("No instruction or placeholder of the form was found in the report or its annexes.")
    blocks = review.document.blocks
    left_in = [review.document.quote(span).strip() for span in residue if not blocks[span.block].unfilled]
    unfilled = [words for span in residue for words in blocks[span.block].unfilled]
    told = [f"Text of the form was left in: {_listed(left_in)}."] if left_in else []
    if unfilled:
        fields = "1 field of the form is" if len(unfilled) == 1 else f"{len(unfilled)} fields of the form are"
        told.append(f"{fields} not filled in: {_listed(unfilled)}.")
    return missing(" ".join(told), residue, shown=True)


def _listed(texts: list[str]) -> str:
    """The first few, each once."""
    quoted = list(dict.fromkeys(map(_short, texts)))
    shown = "; ".join(f"‘{said(words)}’" for words in quoted[:4])
    return f"{shown} and {len(quoted) - 4} more" if len(quoted) > 4 else shown


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:57].rstrip()}…"
