"""The words that every report for people shares: statuses, tiers, domains, dates and lengths."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from cpraudit.facts.dates.calendar import PartialDate, Precision
from cpraudit.facts.dates.intervals import Interval
from cpraudit.facts.found import Confidence
from cpraudit.quality.checks import Check, Domain, Tier
from cpraudit.quality.results import Result, Status

STATUS = {
    Status.MET: "Met",
    Status.PARTIAL: "Partly met",
    Status.MISSING: "Not found",
    Status.EXCUSED: "Reason given",
    Status.CANNOT_TELL: "Cannot tell",
    Status.NOT_APPLICABLE: "Does not apply",
}

COUNTED = {
    Status.MET: "met",
    Status.PARTIAL: "partly met",
    Status.MISSING: "not found or not met",
    Status.EXCUSED: "reason given",
    Status.CANNOT_TELL: "cannot tell",
    Status.NOT_APPLICABLE: "not applicable",
}
"""The words after a number of checks."""

MEANING = {
    Status.MET: "The report shows it.",
    Status.PARTIAL: "The report shows some of it; what it lacks is said.",
    Status.MISSING: "It was not found in the report, or ('Not met') the report shows otherwise. "
    "Not found in the report does not mean that it did not happen.",
    Status.EXCUSED: "It is not there, and the report itself gives a reason that is accepted.",
    Status.CANNOT_TELL: "The report, or what could be read of it, does not let one decide: a person must look.",
    Status.NOT_APPLICABLE: "It does not apply to this review.",
}

SYMBOL = {
    Status.MET: "✓",
    Status.PARTIAL: "◐",
    Status.MISSING: "✗",
    Status.EXCUSED: "≈",
    Status.CANNOT_TELL: "?",
    Status.NOT_APPLICABLE: "–",
}

WORST_FIRST = (
    Status.MISSING,
    Status.PARTIAL,
    Status.CANNOT_TELL,
    Status.EXCUSED,
    Status.MET,
    Status.NOT_APPLICABLE,
)

DOMAIN = {
    Domain.CONTEXT: "Context",
    Domain.PROCESS: "Process",
    Domain.ANALYSIS: "Analysis",
    Domain.RECOMMENDATIONS: "Recommendations",
    Domain.PUBLICATION: "Ready to sign off and publish",
}

TIER = {
    Tier.STATUTORY: "Statutory",
    Tier.TEMPLATE: "Template",
    Tier.RECOMMENDED: "Recommended",
    Tier.ADVISORY: "Advisory",
}

TIER_MEANING = {
    Tier.STATUTORY: "quoted statutory guidance",
    Tier.TEMPLATE: "the standard report form of 2016",
    Tier.RECOMMENDED: "the additions of the 2023 thematic review",
    Tier.ADVISORY: "good practice from comparable kinds of review",
}

SOURCES = (
    "In the sources, RRR is “Risk, Response and Review” (the thematic review of August 2023), and WT2 is “Working "
    "Together to Safeguard People”, Volume 2, as quoted there."
)

SURENESS = {
    Confidence.HIGH: "",
    Confidence.MEDIUM: "Fairly sure; worth a look.",
    Confidence.LOW: "Not sure: this needs a person's judgement.",
}

JUDGEMENT = "Needs judgement."
JUDGEMENT_EXPLAINED = (
    "“Needs judgement” stands where, on reviews it had never met, a check differed from experts more than once in five."
)

LIMITS_OF_THE_SCORE = (
    (
        "The score says how much of what the quality model asks for can be seen in the report. It does not say whether "
        "the review was done well, whether the practice it describes was good, or whether anyone was at fault."
    ),
    "“Not found” means not found in this report. It does not mean that it did not happen.",
    "The program reads words, and can misread them. Every verdict says what it rests on, so that a person can decide.",
    JUDGEMENT_EXPLAINED,
)
"""What a reader must know before quoting the number."""

ON_CLUSTER = "The audit was made on the computers of a cluster that was named for it. Nothing was sent anywhere else, and no copy of the text was kept."
PRIVACY = "The audit was made on one computer. Nothing was sent anywhere, and no copy of the text was kept."
QUOTES = "This audit quotes the report: keep it as safe as the report itself."
NO_QUOTES = "Quotations from the report are left out of this audit."

_UNSEEN = re.compile("[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]+")


def clean(text: str) -> str:
    """A text of a document made safe to show: one line, without control and direction characters.

    They could drive a terminal, or show a sentence in another order than it is written.
    """
    return " ".join(_UNSEEN.sub(" ", text).split())


def status_word(check: Check, result: Result) -> str:
    """The word for a verdict; what the report shows otherwise, or should be free of, is not 'not found'."""
    if result.status is Status.MISSING and (check.by_absence or result.evidence):
        return "Not met"
    return STATUS[result.status]


def day_in_words(day: PartialDate) -> str:
    """A date as precise as the report gives it: '14 March 2019', 'March 2019', '2019'."""
    if day.precision is Precision.DAY:
        return f"{day.first.day} {day.first:%B %Y}"
    if day.precision is Precision.MONTH:
        return f"{day.first:%B %Y}"
    if day.precision is Precision.YEAR:
        return str(day.first.year)
    return f"about {_span_of_months(day.first, day.last)}"


def _span_of_months(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%B %Y}"
    if first.year == last.year:
        return f"{first:%B} to {last:%B %Y}"
    return f"{first:%B %Y} to {last:%B %Y}"


def number(value: float) -> str:
    """A number to one decimal at most: '71.5', '80'."""
    return f"{value:.1f}".removesuffix(".0")


def months(value: float) -> str:
    """A number of months: '9.4 months', '1 month'."""
    told = number(value)
    return f"{told} month{'' if told == '1' else 's'}"


def length_in_words(interval: Interval) -> str:
    """A length of time as sure as its dates: '9.4 months', 'between 8 and 10 months'."""
    if interval.longest - interval.shortest < 0.2:
        return months(interval.months)
    return f"between {number(interval.shortest)} and {months(interval.longest)}"


def counted(count: int, one: str, many: str = "") -> str:
    """'1 passage', '3 passages'."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(words: Iterable[str], last: str = "and") -> str:
    """'a', 'a and b', 'a, b and c'."""
    words = list(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)


def capital(text: str) -> str:
    """The text with its first letter a capital, the rest as it is."""
    return text[:1].upper() + text[1:]


SPELT = {"gp": "GP", "camhs": "CAMHS", "nhs trust": "NHS trust", "public health wales": "Public Health Wales"}
"""Services that a capital alone does not spell."""


def spelt(service: str) -> str:
    """A service as it heads a row: with a capital, and short forms in their own letters."""
    return SPELT.get(service) or capital(service)
