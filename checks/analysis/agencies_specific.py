"""Agencies named specifically."""

from cpraudit import Confidence, Domain, Excuse, Result, Review, Tier, check, excused, met, missing, partial

SEVERAL = 3
"""Bare uses that are more than an occasional one."""
PER_THOUSAND = 0.7
"""Bare uses in a thousand words of the account below which even several are occasional in a long report."""
FEWEST_WORDS = 400
"""Words of an account in which one may expect agencies to be named."""


@check(
    id="agencies-specific",
    title="Agencies named specifically",
    domain=Domain.ANALYSIS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 3.2; App 2 (CPR 17)",
    asks="A specific service, named each time an act is described.",
    why=(
        "'Health was informed' cannot be learned from: nobody knows whether a health visitor, a ward or a clinic had "
        "the information. The national review found whole cases told of 'some agencies'."
    ),
    remedy=(
        "Name the service that did each thing ('the health visitor', 'the community mental health team'), above all "
        "where information was held and not shared; the service names no person."
    ),
    met=(
        "A specific service each time an act is described (at most an occasional bare 'Health', 'agencies', "
        "'professionals')."
    ),
    partial="Mostly specific, with several bare uses.",
    missing="Bare terms dominate, or a key act has no named agency ('some agencies held information').",
    excuse=Excuse.YES,
    signals=(
        "Bare 'Health', 'Social Care', 'agencies', 'professionals' and 'practitioners' with an act in the past tense, "
        "in the account of the case, with no specific service beside them; their number in a thousand words; 'some "
        "agencies held' with nobody named."
    ),
)
def agencies_specific(review: Review) -> Result:
    """Weigh bare uses against specific ones in the account of the case."""
    agencies = review.agencies
    bare, told = len(agencies.bare), len(agencies.told)
    density = 1000 * bare / max(agencies.words_of_case, 1)
    reasons = review.omissions.about("agencies")
    if reasons and (agencies.withheld or bare >= SEVERAL):
        return excused("Agencies are left unnamed in places; the report says why.", reasons)
    if agencies.withheld:
        message = "A key act has no named agency: the report does not say which agency held or knew this."
        return missing(message, agencies.withheld, confidence=Confidence.MEDIUM)
    if bare >= SEVERAL and bare >= told:
        return missing("Bare terms dominate: most acts are told of no particular service.", agencies.bare[:6])
    if told < 3 and agencies.words_of_case >= FEWEST_WORDS:
        message = "Hardly any service is named in the account: not found in the report who did what."
        return missing(message, agencies.bare[:6], confidence=Confidence.MEDIUM)
    specific = [mention.span for mention in agencies.told[:2]]
    if bare >= SEVERAL and density >= PER_THOUSAND:
        message = f"Mostly specific, with {bare} acts told of no particular service."
        confidence = Confidence.MEDIUM if bare > SEVERAL else Confidence.LOW
        return partial(message, agencies.bare[:6], confidence=confidence)
    if not told:
        return missing("No service is named in the account of the case.", confidence=Confidence.LOW)
    return met(
        f"Services are named where acts are told ({told} times; {bare} bare uses).", specific, agencies.bare[:2],
        confidence=Confidence.MEDIUM if bare else Confidence.HIGH,
    )  # fmt: skip
