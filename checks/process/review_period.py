"""Start and end of the review period."""

from cpraudit import Confidence, Domain, Result, Review, Tier, check, met, missing, partial


@check(
    id="review-period",
    title="Start and end of the review period",
    domain=Domain.PROCESS,
    tier=Tier.TEMPLATE,
    source="RRR App 6, time period reviewed; Table 7",
    asks="The first and the last date of the period that the panel reviewed, each at least by month and year.",
    why=(
        "The period decides which practice was looked at. A reader who does not know it cannot tell what the review "
        "left out, nor whether it kept to the guidance."
    ),
    remedy=(
        "Write both ends of the period "
        '("1 March 2019 to 29 February 2020", or by month and year) in the scope of the review.'
    ),
    met="Both ends as dates (at least month and year).",
    partial="One end, or a length only ('the twelve months before').",
    missing="Not stated.",
)
def review_period(review: Review) -> Result:
    """Start and end of the review period."""
    period = review.period
    start, end = period.start, period.end
    if start and end and start.value.at_least_month and end.value.at_least_month:
        return met(
            f"The period reviewed is {start.value.words} to {end.value.words}.",
            start.spans,
            end.spans,
            confidence=start.confidence,
        )
    if start and end:
        return partial(
            f"The period is given as {start.value.words} to {end.value.words}, without the month of both ends.",
            start.spans,
            end.spans,
        )
    if start or end:
        one = start or end
        lacks, known = ("end", "starts") if start else ("start", "ends")
        said = f"The period {known} {one.value.words}" if one else "One end of the period is given"
        return partial(f"{said}; no date is found for its {lacks}.", one.spans if one else ())
    if period.stated_months:
        return partial(
            f"Only a length is given ({period.stated_months.value:.0f} months); neither end of the period is dated.",
            period.stated_months.spans,
        )
    return missing(
        "The period reviewed is not found in the report, neither in its opening nor in the terms of reference.",
        confidence=Confidence.MEDIUM if period.mention else Confidence.HIGH,
    )
