"""The facts of a review as plain values, by the names of the JSON contract."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpraudit.facts.case.indicators import Bearer
from cpraudit.facts.dates.calendar import PartialDate
from cpraudit.facts.dates.intervals import Interval
from cpraudit.facts.family.family import Engagement
from cpraudit.facts.family.family_members import Response
from cpraudit.facts.family.kin import Kin
from cpraudit.facts.found import Fact

if TYPE_CHECKING:
    from cpraudit.auditing import Audit
    from cpraudit.facts import Review


def facts_of(audit: Audit) -> dict[str, Any]:
    """What the review says, without evidence. Dates are ISO 8601 and as precise as the report."""
    review = audit.review
    event = review.event
    return {
        "board": _value(review.identity.board),
        "type": _value(review.identity.type),
        "case_id": _value(review.identity.case_id),
        "children": _children(review),
        "outcome": _value(event.outcome),
        "harm_type": _value(event.harm),
        "dates": _dates(review),
        "intervals": _intervals(review),
        **_people(audit),
        "panel_agencies": list(review.panel.services),
        "agencies": agencies_of(review),
        "family": _family(review.family),
        "recommendations": _recommendations(audit),
        "themes": [theme.code for theme in review.themes],
        "siblings": _siblings(review),
        "services_history": review.services_history.history,
        "indicators": {
            bearer: [coded.indicator.code for coded in review.indicators if coded.indicator.bearer is bearer]
            for bearer in Bearer
        },
    }


def _value(fact: Fact[Any] | None) -> Any:
    return None if fact is None else fact.value


def _iso(fact: Fact[PartialDate] | None) -> str | None:
    return None if fact is None else fact.value.iso


def _children(review: Review) -> list[dict[str, Any]]:
    return [
        {
            "age": child.age.value.text if child.age else None,
            "age_months": child.age.value.months if child.age else None,
            "gender": _value(child.gender),
            "gender_basis": child.gender_basis,
            "ethnicity": _value(child.ethnicity),
        }
        for child in review.children.index
    ]


def _dates(review: Review) -> dict[str, Any]:
    dates, period = review.dates, review.period
    return {
        "incident": _iso(dates.incident.date),
        "referral": _iso(dates.referral.told),
        "period_start": _iso(period.start),
        "period_end": _iso(period.end),
        "learning_events": [event.value.iso for event in dates.learning_events]
        or [_iso(event) for event in (dates.learning_event.loose,) if event],
        "signoff": _iso(dates.signoff),
        "publication": _iso(dates.publication.told),
    }


def _intervals(review: Review) -> dict[str, float | None]:
    lengths = review.intervals

    def months(interval: Interval | None) -> float | None:
        return None if interval is None else round(interval.months, 2)

    return {
        "review_period_months": months(lengths.review_period),
        "referral_to_signoff_months": months(lengths.referral_to_signoff),
        "incident_to_signoff_months": months(lengths.incident_to_signoff),
        "incident_to_referral_months": months(lengths.incident_to_referral),
        "incident_to_learning_event_months": months(lengths.incident_to_learning_event),
    }


def _people(audit: Audit) -> dict[str, Any]:
    """Names and agencies, and what a reviewer is in the report's own words, which are left out with the quotations."""
    people = audit.review.people
    chair = people.chair
    return {
        "chair": {"name": chair.value.name, "agency": chair.value.agency} if chair else None,
        "reviewers": [
            {"name": fact.value.name, "role": audit.words(fact.value.role or "") or None} for fact in people.reviewers
        ],
    }


def _siblings(review: Review) -> dict[str, Any]:
    """Whether the child has brothers or sisters: true, false where the report says none, null where it does not say."""
    told = [member for member in review.household.members if member.kin is Kin.SIBLING]
    has = True if told else False if review.household.none_said else None
    return {"has": has, "half": any("half" in member.relation for member in told) if told else None}


def agencies_of(review: Review) -> list[dict[str, Any]]:
    """Each agency or service that is named, with how often, and its part in the review; in order of first mention."""
    form = {service: given.form for given in review.contributions for service in given.services}
    engaged = {mention.service for mention in review.agencies.told}
    names: dict[tuple[str, str], int] = {}
    for mention in review.agencies.mentions:
        names[mention.name, mention.service] = names.get((mention.name, mention.service), 0) + 1
    return [
        {
            "name": name,
            "service": service,
            "mentions": count,
            "engaged": service in engaged,
            "on_panel": service in review.panel.services,
            "contributed": service in form,
            "form": form.get(service),
        }
        for (name, service), count in names.items()
    ]


def _family(family: Engagement) -> list[dict[str, str]]:
    """Those of whom the account tells; where there is one, close adults of whom it is silent are 'unknown'."""
    silent = family.unaccounted if family.members else ()
    return [
        *({"relation": member.relation, "response": member.response} for member in family.members),
        *({"relation": relation, "response": Response.UNKNOWN} for relation in silent),
    ]


def _recommendations(audit: Audit) -> list[dict[str, Any]]:
    return [
        {
            "id": recommendation.id,
            "text": audit.words(recommendation.text),
            "owners": list(recommendation.owners),
            "type": recommendation.kind,
            "level": recommendation.level,
            "timing": None if recommendation.timing is None else audit.words(recommendation.timing),
            "actionable": recommendation.actionable,
            "training_only": recommendation.training_only,
        }
        for recommendation in audit.review.recommendations.value
    ]
