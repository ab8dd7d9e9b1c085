"""The dates that a review's process turns on, each with its role and its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from cpraudit.document import SectionKind, Span
from cpraudit.facts.dates import calendar, dates_left_out, delays, incident, learning_days, roles
from cpraudit.facts.dates.calendar import PartialDate
from cpraudit.facts.dates.roles import Claim, Role
from cpraudit.facts.dates.timepoints import Dated
from cpraudit.facts.found import Confidence, Fact
from cpraudit.facts.text import lexicon
from cpraudit.patterns import Pattern, compile_pattern

if TYPE_CHECKING:
    from cpraudit.facts.review import Review


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the process: mentioned or not, dated or not."""

    date: Fact[PartialDate] | None = None
    """With its month at least."""
    loose: Fact[PartialDate] | None = None
    """The year or season, where it is dated no better."""
    vague: tuple[Span, ...] = ()
    """Dated only vaguely ('early in the new year', 'the following spring') or by year alone."""
    mentions: tuple[Span, ...] = ()
    """Where it is said to have happened, dated or not, outside the terms of reference."""

    @property
    def told(self) -> Fact[PartialDate] | None:
        """The date as well as it is told."""
        return self.date or self.loose


@dataclass(frozen=True, slots=True)
class KeyDates:
    """Event, referral, learning events, sign-off and publication."""

    incident: Step
    incident_early: bool
    """The event's date stands in the opening sections (before the learning) or in a list of key dates."""
    incident_inferred: bool
    """No date is told as the event's; the end of the review period is all there is (JSON: incident null)."""
    referral: Step
    decision: Step
    """The Sub-Group's or Board Chair's decision to hold the review."""
    learning_event: Step
    """Mentions of the event; `learning_events` has its dates."""
    learning_events: tuple[Fact[PartialDate], ...]
    interim_event: Step
    signoff: Fact[PartialDate] | None
    """The latest signature date."""
    completion: Step
    """Completion, presentation to the Board or signature, where stated as such."""
    publication: Step
    cover_date: Fact[PartialDate] | None
    """A date on the cover or in the running head, of the document or its version, not labelled as publication."""
    marked_draft: tuple[Span, ...]
    draft_furniture: tuple[str, ...]
    """Headers, footers and watermarks that mark it as a draft or unpublished."""
    summary: tuple[Span, ...]
    """One list, table or passage that gives several of the four key dates together (empty where there is none)."""
    summary_covers: frozenset[str]
    """Which of 'incident', 'referral', 'learning_event', 'completion' stand in that one place."""
    delay_reasons: tuple[Span, ...]
    """Passages that give a specific cause of the review's length (trial, inquest, illness, change of reviewer, ...)."""
    delay_remarks: tuple[Span, ...]
    """Passages that regret or mention delay without a cause."""
    withheld: tuple[Span, ...] = ()
    """Where the report says that dates are left out, and why."""
    withheld_for_identity: tuple[Span, ...] = ()
    """Those of them whose reason is anonymity."""
    no_learning_event: tuple[Span, ...] = ()
    """Where it says that no learning event was held, and why."""
    learning_lag: Fact[float] | None = None
    """Months from the event to the learning event, told in words ('nine months after the death')."""
    publication_unset: tuple[Span, ...] = ()
    """A place for the publication date that is not filled ('TBC')."""


_KEY_ROLES = {
    Role.INCIDENT: "incident",
    Role.REFERRAL: "referral",
    Role.LEARNING_EVENT: "learning_event",
    Role.COMPLETION: "completion",
}


def find(review: Review) -> KeyDates:
    """Give each date its role by the words around it, by its row in a table of key dates, or by its place."""
    claims = learning_days.before_learning(learning_days.continued(review, roles.claims(review)))
    claims = learning_days.decided_first(claims)
    event = incident.find(review, claims, review.period_as_told)
    waits = delays.find(review)
    summary, covers = _summary(claims, event)
    publication = _step(claims, Role.PUBLICATION)
    if publication.date is None:
        publication = replace(publication, date=_running_date(review, published=True))
    withheld = dates_left_out.withheld(review)
    marks = review.draft_marks
    return KeyDates(
        incident=Step(event.date, vague=event.vague, mentions=event.mentions),
        incident_early=event.early,
        incident_inferred=event.date is None and not event.vague and review.period_as_told.end is not None,
        referral=_step(claims, Role.REFERRAL),
        decision=_step(claims, Role.DECISION),
        learning_event=_step(claims, Role.LEARNING_EVENT),
        learning_events=learning_days.days(claims),
        learning_lag=learning_days.lag(review, claims),
        interim_event=_step(claims, Role.INTERIM_EVENT),
        signoff=_signoff(review),
        completion=_step(claims, Role.COMPLETION, last=True),
        publication=publication,
        cover_date=_cover_date(review, publication),
        marked_draft=marks.words,
        draft_furniture=marks.furniture,
        summary=summary,
        summary_covers=covers,
        delay_reasons=waits.reasons,
        delay_remarks=waits.remarks,
        withheld=withheld,
        withheld_for_identity=dates_left_out.for_identity(review, withheld),
        no_learning_event=dates_left_out.no_learning_event(review),
        publication_unset=_publication_unset(claims),
    )


@cache
def _words(key: str, table: str) -> Pattern:
    return lexicon.any_of(lexicon.load("roles")[table][key])


# ------------------------------------------------------------------ one step


def _step(claims: Iterable[Claim], role: Role, *, last: bool = False) -> Step:
    """A step with its best date: a label's before a passage's, the first of them (or the last)."""
    own = [claim for claim in claims if claim.role is role]
    dated = [(claim, date) for claim in own for date in claim.dates if date.value and date.value.at_least_month]
    loose = [(claim, date) for claim in own for date in claim.dates if date.value and not date.value.at_least_month]
    return Step(
        date=_best(dated, last),
        loose=_best(loose, last),
        vague=tuple(dict.fromkeys(span for claim in own for span in _vague(claim))),
        mentions=tuple(dict.fromkeys(claim.cue or claim.statement.spans[0] for claim in own if _counts(claim))),
    )


def _best(dated: list[tuple[Claim, Dated]], last: bool) -> Fact[PartialDate] | None:
    if not dated:
        return None
    labelled = [pair for pair in dated if pair[0].labelled]
    order = labelled or dated
    claim, date = max(order, key=lambda pair: pair[1].known) if last else order[0]
    same = [date.span] + [other.span for _, other in dated if other.value == date.value and other is not date]
    return Fact(date.known, tuple(dict.fromkeys(same)), "label" if claim.labelled else "passage")


def _vague(claim: Claim) -> list[Span]:
    """Where a claim without a month dates its step loosely, or by a year or season."""
    loose = [date.span for date in claim.dates if date.value and not date.value.at_least_month]
    match = _words("vague", "loose").search(claim.statement.text)
    return loose or (list(claim.statement.spans[:1]) if match else [])


def _counts(claim: Claim) -> bool:
    """Whether a claim says that the step happened: an empty or unset row ('Referral date: TBC') does not."""
    if not claim.labelled or claim.dates:
        return True
    rest = claim.statement.text.replace(claim.statement.label, "", 1).strip(" |:–—-.")
    return bool(rest) and not _words("unset", "loose").search(rest)


# ------------------------------------------------------------------ the end


def _signoff(review: Review) -> Fact[PartialDate] | None:
    dated = [(signature.date, signature.spans) for signature in review.signoff.signatures if signature.date is not None]
    if not dated:
        return None
    latest, spans = max(dated, key=lambda pair: (pair[0].last, pair[0].first))
    return Fact(latest, _date_spans(review, spans, latest), "signature block")


def _date_spans(review: Review, spans: tuple[Span, ...], latest: PartialDate) -> tuple[Span, ...]:
    """Of a signature's spans, the date's own where it can be told."""
    exact = [
        Span(span.block, written.start, written.end)
        for span in spans
        for written in calendar.find(review.document.blocks[span.block].text)
        if written.value == latest
    ]
    return tuple(dict.fromkeys(exact)) or spans


def _cover_date(review: Review, publication: Step) -> Fact[PartialDate] | None:
    """A date on the title page that no label gives another role."""
    published = set(publication.date.spans) if publication.date else set()
    for statement in review.statements:
        if review.outline.kind(statement.block) is not SectionKind.TITLE or len(statement.text) > 120:
            continue
        if statement.label and roles.label_role(statement.label):
            continue
        for date in statement.dates:
            if date.value is None or date.until is not None:
                continue
            alone = len(statement.text.strip()) - (date.end - date.start) <= _BESIDE_DATE
            if date.span not in published and (date.value.at_least_month or alone):
                return Fact(date.value, (date.span,), "title page", Confidence.MEDIUM)
    return _running_date(review, published=False)


_OF_DOCUMENT = compile_pattern(r"\b(?:version|final|report|review|issue|draft|v\d)\b", re.IGNORECASE)
"""What makes a date in the head or foot of the pages the document's."""
_PUBLISHED = compile_pattern(
    r"(?<!\w)(?<!be )(?<!not )(?<!yet )(?<!before )(?<!until )(?:published|publication|date of publication|cyhoeddwyd|dyddiad cyhoeddi)"
    r"(?: date)?(?: by [^\d]{3,60}?)?(?: on| in| ar| ym| yn)?\W{0,4}$",
    re.IGNORECASE,
)
"""A label of the publication before a date there."""


def _running_date(review: Review, *, published: bool) -> Fact[PartialDate] | None:
    """The date that the head or foot of every page gives, of the publication or else of the document or its version; no
    place in the text shows it."""
    for line in review.document.furniture:
        written = calendar.find(line.text)
        if len(written) != 1:
            continue
        labelled = bool(_PUBLISHED.search(line.text[: written[0].start]))
        value = written[0].value
        if labelled is not published or not (labelled or _OF_DOCUMENT.search(line.text)):
            continue
        if value is not None and value.at_least_month and written[0].until is None:
            return Fact(value, (), "page furniture", Confidence.MEDIUM)
    return None


_BESIDE_DATE = 4
"""Characters that may stand beside a season or year in a line that is nothing but a date."""


def _publication_unset(claims: Iterable[Claim]) -> tuple[Span, ...]:
    return tuple(
        span
        for claim in claims
        if claim.role is Role.PUBLICATION and claim.labelled and not claim.dates
        for span in claim.statement.spans
    )


# ------------------------------------------------------------------ all in one place


def _summary(claims: Iterable[Claim], event: incident.Incident) -> tuple[tuple[Span, ...], frozenset[str]]:
    """The table, run of lines or paragraph that gives the most of the four key dates, if it gives two or more."""
    places: dict[int, dict[str, Span]] = {}
    paragraphs: dict[int, int] = {}
    for claim in claims:
        name = _KEY_ROLES.get(claim.role)
        date = next((date for date in claim.dates if date.value and date.value.at_least_month), None)
        if name and date:
            places.setdefault(claim.group, {}).setdefault(name, date.span)
            paragraphs.setdefault(claim.statement.block, claim.group)
    for span in event.date.spans if event.date and event.date.value.at_least_month else ():
        if span.block in paragraphs:
            places[paragraphs[span.block]].setdefault("incident", span)
    if not places:
        return (), frozenset()
    best = max(places.values(), key=len)
    return (tuple(best.values()), frozenset(best)) if len(best) >= 2 else ((), frozenset())
