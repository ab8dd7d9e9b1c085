"""Chronology shows each event's agency response."""

from cpraudit import Domain, Excuse, Result, Review, Tier, check, met, missing, not_applicable, partial


@check(
    id="chronology-agency-response",
    title="Chronology shows each event's agency response",
    domain=Domain.CONTEXT,
    tier=Tier.RECOMMENDED,
    source="RRR App 6, timeline table; App 7.2-3",
    asks="Each entry of the chronology has a date, an event and what an agency did.",
    why="Events without responses show a family; events with responses show the system around it.",
    remedy="Add a column ‘agency response’ and fill it from at least two agencies.",
    met="Entries have date, event and agency response, from at least two agencies.",
    partial="Agencies are named in some entries but without their response, or one agency only.",
    missing="Date and event only: no entry names an agency.",
    not_applicable="There is no chronology (`chronology` reports that).",
    excuse=Excuse.YES,
)
def chronology_agency_response(review: Review) -> Result:
    """Chronology shows each event's agency response."""
    chronology = review.chronology
    if not chronology.entries:
        return not_applicable("There is no chronology to judge.")
    responding = [entry for entry in chronology.entries if entry.responds]
    services = frozenset(service for entry in responding for service in entry.agencies)
    if len(services) >= 2 and len(responding) * 2 >= len(chronology.entries):
        return met(
            f"{len(responding)} of {len(chronology.entries)} entries give an agency response, from {len(services)} kinds of service.",
            [entry.spans[-1] for entry in responding[:4]],
        )
    named = [entry for entry in chronology.entries if entry.agencies]
    if named:
        return partial(
            "Agencies are named in some entries, without what each did in response.",
            [entry.spans[-1] for entry in named[:4]],
        )
    return missing(
        "The chronology gives dates and events only: no entry names an agency.", [chronology.entries[0].spans[-1]]
    )
