"""Each agency's contribution and its form."""

from cpraudit import Confidence, Domain, Excuse, Result, Review, Tier, check, excused, met, missing, partial, said

NEARLY_ALL = 0.85
"""Share of the contributors with a form that counts as every one: a list may have one line that speaks for itself."""


@check(
    id="agency-contributions",
    title="Each agency's contribution and its form",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 2.3; App 6 table",
    asks="A list or table of the agencies or practitioners that contributed, with how each did so.",
    why=(
        "An account given in interview, one written from records and one told by another agency do not weigh the same; "
        "a reader should know which stands behind the findings."
    ),
    remedy=(
        "Add the form's table 'Agency / practitioner - contribution to review', with 'written account', 'interview', "
        "'discussion' or 'described by another agency' for each, and a line for an agency that did not contribute."
    ),
    met=(
        "A list or table of agencies or practitioners with how each contributed (written account, interview "
        "or discussion, or described by another agency)."
    ),
    partial="A list without form, or form for some.",
    missing="None.",
    excuse=Excuse.YES,
)
def agency_contributions(review: Review) -> Result:
    """Named contributors with the form of each; 'each agency provided a report' is half of it."""
    named = [given for given in review.contributions if not given.collective]
    formed = [given for given in named if given.form]
    spans = [span for given in named for span in given.spans]
    if len(named) >= 3 and len(formed) >= NEARLY_ALL * len(named):
        return met(f"{len(named)} contributors are told, with how each contributed.", spans)
    if len(named) >= 2 or formed:
        without = [given.contributor for given in named if not given.form]
        lack = f"how {', '.join(map(said, without[:4]))} contributed is not" if without else "the list is short"
        return partial(f"{len(formed)} contributors are told with the form of their contribution; {lack}.", spans)
    collective = [span for given in review.contributions for span in given.spans]
    if collective and review.panel.services:
        message = "Agencies are said to have contributed in one form together; what each gave is not told."
        return partial(message, collective, confidence=Confidence.LOW)
    reasons = review.omissions.about("contributions")
    if reasons:
        return excused("The contributions are not listed; the report says why.", reasons)
    message = "Not found in the report: which agency contributed to the review and in what form."
    return missing(message, collective, confidence=Confidence.MEDIUM if collective else Confidence.HIGH)
