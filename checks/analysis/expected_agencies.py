"""Agencies expected for the child's age and circumstances are covered."""

from collections.abc import Iterable

from cpraudit import Confidence, Domain, Excuse, Result, Review, Span, Tier, check, excused, met, missing, partial
from cpraudit.facts.agencies.expected import Cover, Expectation


@check(
    id="expected-agencies",
    title="Agencies expected for the child's age and circumstances are covered",
    domain=Domain.ANALYSIS,
    tier=Tier.RECOMMENDED,
    source="RRR Section 3, 3.2",
    asks="An account of every service that the child's age and status lead one to expect, or why there is none.",
    why=(
        "A school on the panel and nowhere in the story is a gap that the national review found. What a service did "
        "not see is learning too."
    ),
    remedy=(
        "Add a few sentences on what each of these services knew and did, or say that it had no contact and how that "
        "was established."
    ),
    met=(
        "Every agency that the child's age and status lead one to expect (school for a school-age child, "
        "health visitor and midwife for a baby, placement provider for a looked-after child, ...) has an "
        "account in the narrative, or a reason."
    ),
    partial="On a list or panel only.",
    missing="Neither listed nor told.",
    excuse=Excuse.YES,
    signals=(
        "Services expected of the child's age, of being looked after and of circumstances in the narrative; whether "
        "each is named in a sentence that tells an act, in one that says why it had no part, or only on a list."
    ),
)
def expected_agencies(review: Review) -> Result:
    """Told, or excused, or only listed, or nowhere; age and status decide, circumstances only where a list shows it."""
    expected = review.expected
    absent = [one for one in expected if one.core and one.cover is Cover.ABSENT]
    listed = [one for one in expected if one.cover is Cover.LISTED]
    told = [one for one in expected if one.cover in {Cover.TOLD, Cover.REASON}]
    reasons = review.omissions.about("agencies")
    if reasons and (absent or listed):
        return excused(f"No account of {_names([*absent, *listed])}; the report says why.", reasons)
    if absent:
        message = f"No account found of {_names(absent)}, expected for {_causes(absent)}; nor on any list."
        return missing(message, _because(absent), confidence=Confidence.MEDIUM if told else Confidence.HIGH)
    if listed:
        message = f"On a list or panel only, with no account of what it did: {_names(listed)}."
        return partial(message, [span for one in listed for span in one.spans], confidence=Confidence.MEDIUM)
    if not told:
        return missing("No account found of any service that knew the child.")
    further = [one for one in expected if one.cover is Cover.ABSENT]
    note = f" A person may ask whether {_names(further)} had a part." if further else ""
    confidence = Confidence.LOW if further else Confidence.MEDIUM
    spans = [span for one in told for span in one.spans[:1]]
    return met(f"The expected services have an account: {_names(told)}.{note}", spans, confidence=confidence)


def _names(expected: Iterable[Expectation]) -> str:
    return ", ".join(" or ".join(one.services) for one in expected)


def _causes(expected: Iterable[Expectation]) -> str:
    return ", ".join(dict.fromkeys(one.circumstance for one in expected))


def _because(expected: Iterable[Expectation]) -> list[Span]:
    return [span for one in expected for span in one.because]
