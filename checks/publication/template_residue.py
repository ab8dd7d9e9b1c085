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
    blocks = [review.document.blocks[span.block] for span in residue]
    told = (
        words
        for block, span in zip(blocks, residue, strict=True)
        for words in block.unfilled or (review.document.quote(span).strip(),)
    )
    quoted = list(dict.fromkeys(map(_short, told)))
    shown = "; ".join(f"‘{said(words)}’" for words in quoted[:4])
    more = f" and {len(quoted) - 4} more" if len(quoted) > 4 else ""
    return missing(f"Text of the form was left in: {shown}{more}.", residue)


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:57].rstrip()}…"
