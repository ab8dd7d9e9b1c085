"""Safeguarding board and kind of report named."""

from cpraudit import Confidence, Domain, Result, Review, Tier, check, met, missing, partial, said


@check(
    id="board-named",
    title="Safeguarding board and kind of report named",
    domain=Domain.CONTEXT,
    tier=Tier.TEMPLATE,
    source="RRR App 6, title block",
    asks="The title block names the board and says what kind of report it is.",
    why="Readers, and those who search for reviews later, must know whose it is.",
    remedy="Write the board’s full name and ‘Child Practice Review’ on the first page.",
    met="The title block names the board and says 'Child Practice Review'.",
    partial="The board is only inferable from the case identifier or from a mention in the body.",
    missing="No board can be identified.",
)
def board_named(review: Review) -> Result:
    """Safeguarding board and kind of report named."""
    identity = review.identity
    title = (identity.says_what_it_is,) if identity.says_what_it_is else ()
    if identity.board is None:
        return missing(
            "No safeguarding board can be identified from the title, the text or the case identifier.", title
        )
    if identity.board_in_title and title:
        return met(
            f"The title names the board ({said(identity.board.value)}) and says what the report is.",
            identity.board.spans,
            title,
        )
    if identity.board_in_title:
        return partial(
            f"The title names the board ({said(identity.board.value)}) and does not say that this is a Child Practice Review.",
            identity.board.spans,
        )
    spans = identity.board.spans or (identity.case_id.spans if identity.case_id else ()) or title
    return partial(
        f"The title does not name the board; it can be told from the {identity.board.how} ({said(identity.board.value)}).",
        spans,
        confidence=Confidence.MEDIUM,
    )
