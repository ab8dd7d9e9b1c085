"""Dates are consistent with one another."""

from cpraudit import (
    Confidence,
    Domain,
    Fact,
    Result,
    Review,
    SectionKind,
    Span,
    Tier,
    cannot_tell,
    check,
    met,
    missing,
    said,
)
from cpraudit.facts.dates.calendar import PartialDate

_STORY = (SectionKind.NARRATIVE, SectionKind.CHRONOLOGY, SectionKind.BACKGROUND)
_START, _END, _EVENT = "the start of the period", "the end of the period", "the event"
_CHAIN = (_EVENT, "the referral", "the learning event", "sign-off", "publication")


def _known(review: Review) -> list[tuple[str, Fact[PartialDate]]]:
    """The dates that are known, by name; each learning event is one."""
    dates = review.dates
    days = dates.learning_events or ((dates.learning_event.loose,) if dates.learning_event.loose else ())
    events = [("the learning event", event) for event in days]
    named = [
        (_START, review.period.start),
        (_END, review.period.end),
        (_EVENT, dates.incident.date),
        ("the referral", dates.referral.told),
        *events,
        ("sign-off", dates.signoff),
        ("publication", dates.publication.told),
    ]
    return [(name, date) for name, date in named if date and date.confidence is not Confidence.LOW]


def _pairs(
    known: list[tuple[str, Fact[PartialDate]]],
) -> list[tuple[str, Fact[PartialDate], str, Fact[PartialDate]]]:
    """Every two known dates of which the first must not come after the second."""
    order = {(_START, _END), (_START, _EVENT)} | {
        (first, second) for index, first in enumerate(_CHAIN) for second in _CHAIN[index + 1 :]
    }
    return [(name, date, other, later) for name, date in known for other, later in known if (name, other) in order]


def _impossible(review: Review) -> tuple[list[str], list[Span]]:
    """Dates that do not exist, with where they stand."""
    spans = [mention.span for mention in review.date_mentions if mention.value is None]
    return [f"there is no such date as {said(review.document.quote(span))}" for span in spans], spans


def _after_publication(review: Review) -> tuple[list[str], list[Span]]:
    """Days told as past in the story that lie after publication."""
    published = review.dates.publication.date
    if published is None:
        return [], []
    spans = [
        mention.span
        for mention in review.date_mentions
        if mention.value
        and mention.value.first > published.value.last
        and review.outline.within(mention.span.block, *_STORY)
    ]
    quoted = [f"{said(review.document.quote(span))} lies after publication ({published.value.words})" for span in spans]
    return quoted, spans


def _sentence(parts: list[str]) -> str:
    text = "; ".join(dict.fromkeys(parts))
    return text[:1].upper() + text[1:]


@check(
    id="date-order",
    title="Dates are consistent with one another",
    domain=Domain.PROCESS,
    tier=Tier.RECOMMENDED,
    source="This project",
    asks="Dates that can all be true together: none impossible, none out of order.",
    why=(
        "A date that cannot be right (31 September, a sign-off before the learning event) makes a reader doubt the "
        "rest, and spoils every length worked out from it."
    ),
    remedy="Check the dates named against the records and correct them; they are most often slips of the year.",
    met=(
        "Every pair of known dates is in a possible order: period start < period end; event on or after "
        "period start; event <= referral <= learning event <= sign-off <= publication; nothing impossible (31"
        " February) or after the publication date."
    ),
    missing="At least one impossible date or order, named in the message.",
    cannot_tell="Fewer than two dates are known.",
    by_absence=True,
)
def date_order(review: Review) -> Result:
    """Dates are consistent with one another."""
    known = _known(review)
    wrong, spans = _impossible(review)
    for name, earlier, date, later in _pairs(known):
        if earlier.value.first > later.value.last:
            wrong.append(f"{date} ({later.value.words}) comes before {name} ({earlier.value.words})")
            spans += [*later.spans[:1], *earlier.spans[:1]]
    late, late_spans = _after_publication(review)
    if wrong or late:
        return missing(f"{_sentence(wrong + late)}.", spans + late_spans, shown=True)
    if len(known) < 2:
        return cannot_tell("Fewer than two of the dates of the review are known, so there is no order to check.")
    names = ", ".join(name for name, _ in known)
    return met(f"No impossible date was found, and the known dates are in a possible order ({names}).")
